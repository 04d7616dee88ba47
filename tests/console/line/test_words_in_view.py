"""Which words count as read."""

from console.part.effects import LookBack
from protocol.model.line_kind import LineKind
from tests.console.emergency.test_emergencies import press_button
from tests.console.line.test_line_ticks import LINE, on_line
from tests.console.shown import lines_in_view
from tests.console.street import put_through


def test_looking_back_is_not_reading_what_is_new() -> None:
    """The newest words are below the edge then."""
    _, desk = on_line()
    assert lines_in_view(desk) == {LINE}
    desk.apply((LookBack(1),))
    assert lines_in_view(desk) == frozenset()


def test_the_line_is_read_under_the_banner_of_an_emergency() -> None:
    """It stands above; what one was reading goes on."""
    rig, desk = on_line()
    rig.sign_on("12.05", "12.06")
    before = lines_in_view(desk)
    press_button(rig)
    assert lines_in_view(desk) == before


def test_only_the_line_that_is_shown_is_read() -> None:
    """The melder's words are read once one looks at them, and the whole melding hides both."""
    _, desk = put_through()
    seen = [lines_in_view(desk)]
    for key in ("f5", "f8"):
        desk.press(key, None)
        seen.append(lines_in_view(desk))
    assert seen == [frozenset({(2, LineKind.OPEN)}), frozenset({(2, LineKind.CONTACT)}), frozenset()]
