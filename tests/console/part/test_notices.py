"""The one notice at a time."""

from console.paint.tone import Tone
from console.part.notices import NONE, Notice, Notices


def test_good_news_does_not_take_the_place_of_what_nobody_has_read() -> None:
    """A refusal stays until somebody pressed a key; then the next answer may stand there."""
    notices = Notices()
    notices.warn("geweigerd")
    notices.tell("gedaan", Tone.GOOD)
    assert notices.now == Notice(text="geweigerd", tone=Tone.BAD, weighs=True)
    notices.key_pressed()
    assert notices.now.text == "geweigerd"
    notices.tell("gedaan", Tone.GOOD)
    assert notices.now == Notice(text="gedaan", tone=Tone.GOOD)


def test_good_news_goes_at_the_next_key() -> None:
    """It was read, or it was not worth reading."""
    notices = Notices()
    notices.tell("gedaan", yields=True)
    assert notices.now.yields
    notices.key_pressed()
    assert notices.now == NONE


def test_a_newer_warning_takes_the_place_of_an_older_one() -> None:
    """What is wrong now is what must be read now."""
    notices = Notices()
    notices.warn("een")
    notices.warn("twee", Tone.WARN)
    assert (notices.now.text, notices.now.tone) == ("twee", Tone.WARN)


def test_what_was_taken_away_makes_room_at_once() -> None:
    """Whoever clears a warning has read it."""
    notices = Notices()
    notices.warn("een")
    notices.clear()
    assert notices.now == NONE
    notices.tell("gedaan")
    assert notices.now.text == "gedaan"
