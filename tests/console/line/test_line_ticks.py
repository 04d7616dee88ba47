"""What a console tells of its lines, and how often."""

from console.desk.desk import Desk
from protocol.facts.timeline import LineJoined, LineLeft, LineSpoken
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.session.events import LinesMoved
from protocol.wire.messages import OnLine, OnLineRow
from tests.console.rig import Rig

LINE = (417, LineKind.OPEN)


def on_line() -> tuple[Rig, Desk]:
    """Anna and bert on the line of 417, on which bert said one thing."""
    rig = Rig()
    rig.open(417)
    rig.welcome()
    desk = rig.desk()
    desk.select(417)
    rig.happen(LineJoined(incident=417), by="anna")
    rig.happen(LineJoined(incident=417), by="bert")
    rig.happen(LineSpoken(incident=417, text=Text("hier")), by="bert")
    return rig, desk


def tick(delivered: int, read: int, hand: Hand = Hand.STILL) -> OnLine:
    """Of the one line."""
    return OnLine(incident=417, line=LineKind.OPEN, delivered=delivered, read=read, hand=hand)


def test_what_is_here_is_delivered_and_what_was_in_view_is_read() -> None:
    """Out of view it is delivered only; read it stays, whatever comes after."""
    rig, desk = on_line()
    assert desk.parts.line_ticks.due(desk.context(), [], 0.0) == [tick(1, 0)]
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 1.0) == [tick(1, 1)]
    rig.happen(LineSpoken(incident=417, text=Text("en nog iets")), by="bert")
    assert desk.parts.line_ticks.due(desk.context(), [], 2.0) == [tick(2, 1)]


def test_at_most_once_a_second_and_only_what_changed() -> None:
    """A thin line is not spent on what is known."""
    rig, desk = on_line()
    desk.parts.line_ticks.due(desk.context(), [LINE], 0.0)
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 5.0) == []
    rig.happen(LineSpoken(incident=417, text=Text("en nog iets")), by="bert")
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 5.5) == []
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 6.0) == [tick(2, 2)]


def test_a_new_link_hears_everything_again() -> None:
    """The server keeps it in memory only."""
    rig, desk = on_line()
    desk.parts.line_ticks.due(desk.context(), [LINE], 0.0)
    rig.welcome()
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 0.1) == [tick(1, 1)]


def test_typing_is_told_and_ends_by_itself() -> None:
    """Somebody who walks away types no more."""
    _, desk = on_line()
    desk.parts.line_ticks.typed(LINE, 0.0)
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 0.0) == [tick(1, 1, Hand.TYPING)]
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 9.0) == [tick(1, 1)]


def test_wanting_the_floor_goes_before_typing() -> None:
    """Until one no longer wants it."""
    _, desk = on_line()
    desk.parts.line_ticks.want(LINE)
    desk.parts.line_ticks.typed(LINE, 0.0)
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 0.0) == [tick(1, 1, Hand.WANTS)]
    desk.parts.line_ticks.want(LINE)
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 1.0) == [tick(1, 1, Hand.TYPING)]


def test_nothing_is_told_of_lines_of_others() -> None:
    """Who left tells nothing more."""
    rig, desk = on_line()
    rig.happen(LineLeft(incident=417), by="anna")
    assert desk.parts.line_ticks.due(desk.context(), [LINE], 0.0) == []


def test_what_others_have_and_do() -> None:
    """Only of those who are on the line; not what one does oneself."""
    rig, desk = on_line()
    rows = (
        OnLineRow(incident=417, line=LineKind.OPEN, name=Name("bert"), delivered=1, hand=Hand.TYPING),
        OnLineRow(incident=417, line=LineKind.OPEN, name=Name("anna"), hand=Hand.WANTS),
        OnLineRow(incident=417, line=LineKind.OPEN, name=Name("chris"), hand=Hand.TYPING),
    )
    rig.take(LinesMoved(rows=rows))
    assert desk.parts.line_ticks.hands(desk.context(), LINE) == (("bert", Hand.TYPING),)
    assert [row.name for row in desk.parts.line_ticks.rows(desk.context(), LINE)] == ["anna", "bert"]
