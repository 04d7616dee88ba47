"""Speaking to the other half of a split pair: drafts and keys."""

from console.part.context import Context
from console.part.effects import NOTHING, Focus, Send, Warn
from console.unit.pair_line import PairLine
from protocol.commands.pairs import SpeakToPair
from protocol.model.text import Text
from protocol.model.unit import Unit
from tests.console.rig import Rig


def pair() -> tuple[PairLine, Context, Unit, Unit]:
    """The line, and two units that could speak on it."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    return PairLine(), rig.desk().context(), rig.board.units[1], rig.board.units[2]


def say(line: PairLine, context: Context, unit: Unit, text: str) -> None:
    """Each character as a key."""
    for char in text:
        assert line.press(context, unit, char, char) == NOTHING


def test_what_was_typed_goes_to_the_other_half_without_blanks_around_it() -> None:
    """Enter sends, and the row is empty for the next words."""
    line, context, unit, _ = pair()
    say(line, context, unit, " achterom ")
    sent = line.press(context, unit, "enter", None)
    assert sent == (Send(SpeakToPair(unit=1, text=Text("achterom"))),)
    assert line.press(context, unit, "enter", None) == (Focus(None),)


def test_enter_with_nothing_to_say_gives_the_keys_back() -> None:
    """Blanks alone are nothing to say."""
    line, context, unit, _ = pair()
    say(line, context, unit, "  ")
    assert line.press(context, unit, "enter", None) == (Focus(None),)


def test_escape_keeps_the_draft_of_each_pair() -> None:
    """Looking elsewhere loses nothing, and nobody gets the words of another pair."""
    line, context, unit, other = pair()
    say(line, context, unit, "wacht")
    assert line.press(context, unit, "escape", None) == (Focus(None),)
    assert line.press(context, other, "enter", None) == (Focus(None),)
    assert line.press(context, unit, "enter", None) == (Send(SpeakToPair(unit=1, text=Text("wacht"))),)


def test_words_that_cannot_be_sent_stay_under_the_hand() -> None:
    """The reason is said; nothing goes and nothing is lost."""
    line, context, unit, _ = pair()
    say(line, context, unit, "a" * 2_000)
    told = line.press(context, unit, "enter", None)
    assert told is not None
    assert [type(each) for each in told] == [Warn]
    assert line.drafts.of(unit.id).text == "a" * 2_000


def test_a_key_that_edits_nothing_is_not_of_the_line() -> None:
    """It means here what it means everywhere."""
    line, context, unit, _ = pair()
    assert line.press(context, unit, "f2", None) is None
