"""Keeping in touch with the melder until the police let go (A17, A18, A21)."""

import pytest

from protocol.facts.incidents import IncidentClosed
from protocol.facts.promises import MelderOffered, MelderSpokenTo, MelderTaken
from protocol.model.text import Text
from protocol.rules.contact import holder, is_out_of_touch, last_spoken_at
from tests.protocol.make import ANNA, BEN, OPENED, minute, then, told
from tests.protocol.rules.make import HEARD, after, melding

SPOKEN_TO = MelderSpokenTo(incident=1)


def test_the_opening_is_the_first_time_that_the_melder_was_spoken_to() -> None:
    """A17: every later time takes its place."""
    assert last_spoken_at(melding()) == minute(1)
    assert last_spoken_at(melding(SPOKEN_TO, SPOKEN_TO)) == minute(3)


def test_whoever_opened_holds_the_melder_until_another_took_over() -> None:
    """A18, A21: an offer alone changes nothing."""
    opened = told(OPENED, MelderOffered(incident=1, to=BEN))
    assert holder(opened.incidents[1]) == ANNA
    assert holder(then(opened, MelderTaken(incident=1), by=BEN).incidents[1]) == BEN


@pytest.mark.parametrize(("seconds", "silent"), [(0, False), (899.999, False), (900, True), (90_000, True)])
def test_an_open_melding_is_out_of_touch_after_so_long(seconds: float, silent: bool) -> None:
    """A17: at the second itself."""
    assert is_out_of_touch(melding(), after(seconds), every_s=900) is silent


def test_speaking_to_the_melder_begins_the_clock_anew() -> None:
    """A17: from the minute in which it was said."""
    assert not is_out_of_touch(melding(SPOKEN_TO), after(900), every_s=900)
    assert is_out_of_touch(melding(SPOKEN_TO), after(960), every_s=900)


def test_who_has_heard_how_it_ended_or_is_let_go_is_not_out_of_touch() -> None:
    """A17: until the police let go, and no longer."""
    closed = IncidentClosed(incident=1, reason=Text("klaar"))
    for incident in (melding(HEARD), melding(closed)):
        assert not is_out_of_touch(incident, after(90_000), every_s=900)
