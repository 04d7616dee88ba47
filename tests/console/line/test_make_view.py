"""What the line panel is told to show."""

from datetime import UTC

from protocol.facts.contact import SteppedIn
from protocol.facts.timeline import LineJoined
from tests.console.line.test_lines import desk_of
from tests.console.lined import put_through
from tests.console.rig import speak, type_keys
from tests.console.shown import line_view


def test_words_under_way_stand_on_the_line_to_which_they_go() -> None:
    """What waits for an answer is shown where it was said, and nowhere else."""
    rig = put_through()
    rig.happen(SteppedIn(incident=417), by="anna")
    desk = desk_of(rig)
    desk.press("f9", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    rig.later(2)
    to_melder = line_view(desk, UTC).under_way
    desk.press("f5", None)
    assert (to_melder, line_view(desk, UTC).under_way) == (("hallo",), ())


def test_the_key_that_shows_the_other_line_is_told() -> None:
    """As it stands on the keyboard."""
    rig = put_through()
    rig.happen(LineJoined(incident=417), by="anna")
    assert line_view(desk_of(rig), UTC).switch == "F5"


def test_words_to_colleagues_under_way_stand_on_their_line() -> None:
    """Whoever turned to them sees that line."""
    rig = put_through()
    desk = desk_of(rig)
    speak(desk, "wij komen")
    rig.later(2)
    assert line_view(desk, UTC).under_way == ("wij komen",)
