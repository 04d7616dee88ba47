"""Ticks of lines: what members have read, who types, who wants the floor and who has it."""

from protocol.facts.fact import Fact
from protocol.facts.pairs import EmergencyRaised
from protocol.facts.timeline import LineJoined, LineLeft
from protocol.model.board import Board
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.messages import OnLine, OnLineRow
from server.decide.actor import Actor
from server.hub.line_ticks import Line, LineTicks, members_of
from tests.protocol.make import OPENED, SIGNED_ON, minute, then, told
from tests.server.decide.make import ANNA, BEN, UNIT_1203

LINE: Line = (1, LineKind.OPEN)
CAS = Actor(name=Name("cas"), role=Role.INFO_DESK)


def joined(*actors: Actor, facts: tuple[Fact, ...] = ()) -> Board:
    """A board on whose open line they all are."""
    board = told(OPENED, SIGNED_ON, *facts)
    for actor in actors:
        if not board.incidents[1].is_on(actor.name):
            board = then(board, LineJoined(incident=1), by=actor.name)
    return board


def says(hand: Hand = Hand.STILL, *, read: int = 0) -> OnLine:
    """What somebody does on the open line."""
    return OnLine(incident=1, line=LineKind.OPEN, delivered=read, read=read, hand=hand)


def hands(ticks: LineTicks, board: Board) -> dict[str, Hand]:
    """What each member is seen to do."""
    return {row.name: row.hand for row in ticks.rows(LINE, members_of(board.incidents[1], LINE[1]))}


def test_a_line_with_news_is_fresh_once() -> None:
    """Until somebody says something again."""
    ticks, board = LineTicks(), joined(ANNA)
    ticks.hear(ANNA, says(Hand.TYPING, read=3), board, minute(1))
    assert ticks.fresh(board, minute(1)) == [LINE]
    assert ticks.fresh(board, minute(1)) == []
    row = OnLineRow(incident=1, line=LINE[1], name=ANNA.name, delivered=3, read=3, hand=Hand.TYPING)
    assert ticks.rows(LINE, ["anna"]) == (row,)


def test_who_is_not_on_the_line_is_not_heard() -> None:
    """Nor on one that is not there."""
    ticks, board = LineTicks(), joined(ANNA)
    ticks.hear(BEN, says(Hand.WANTS), board, minute(1))
    ticks.hear(ANNA, OnLine(incident=9, line=LineKind.OPEN), board, minute(1))
    ticks.hear(ANNA, OnLine(incident=1, line=LineKind.CONTACT), board, minute(1))
    assert ticks.fresh(board, minute(1)) == []


def test_what_was_read_stays_read() -> None:
    """An older tick that says less is not believed."""
    ticks, board = LineTicks(), joined(ANNA)
    ticks.hear(ANNA, says(read=5), board, minute(1))
    ticks.hear(ANNA, says(read=2), board, minute(2))
    assert [row.read for row in ticks.rows(LINE, ["anna"])] == [5]


def test_one_has_the_floor_and_the_others_want_it() -> None:
    """The room goes before the desk; a colleague in need before all."""
    raised = EmergencyRaised(unit=1, incident=1)
    ticks, board = LineTicks(), joined(ANNA, CAS, UNIT_1203, facts=(raised,))
    ticks.hear(CAS, says(Hand.WANTS), board, minute(1))
    assert hands(ticks, board) == {"cas": Hand.HAS}
    ticks.hear(ANNA, says(Hand.WANTS), board, minute(2))
    assert hands(ticks, board) == {"anna": Hand.HAS, "cas": Hand.WANTS}
    ticks.hear(UNIT_1203, says(Hand.WANTS), board, minute(3))
    assert hands(ticks, board) == {"12.03": Hand.HAS, "anna": Hand.WANTS, "cas": Hand.WANTS}
    ticks.hear(UNIT_1203, says(Hand.STILL), board, minute(4))
    assert hands(ticks, board) == {"12.03": Hand.STILL, "anna": Hand.HAS, "cas": Hand.WANTS}


def test_whose_link_ends_types_nothing_and_has_no_floor() -> None:
    """It goes to who waits; what it had read stays."""
    ticks, board = LineTicks(), joined(ANNA, BEN)
    ticks.hear(ANNA, says(Hand.WANTS, read=2), board, minute(1))
    ticks.hear(BEN, says(Hand.WANTS), board, minute(2))
    ticks.fresh(board, minute(2))
    ticks.gone(ANNA.name, minute(3))
    assert ticks.fresh(board, minute(3)) == [LINE]
    assert hands(ticks, board) == {"anna": Hand.STILL, "ben": Hand.HAS}
    assert [row.read for row in ticks.rows(LINE, ["anna"])] == [2]


def test_who_leaves_the_line_leaves_its_floor() -> None:
    """It goes to who waits, and that is news to them."""
    ticks, board = LineTicks(), joined(ANNA, BEN)
    ticks.hear(ANNA, says(Hand.WANTS), board, minute(1))
    ticks.hear(BEN, says(Hand.WANTS), board, minute(2))
    ticks.fresh(board, minute(2))
    board = then(board, LineLeft(incident=1), by=ANNA.name)
    assert ticks.fresh(board, minute(3)) == [LINE]
    assert hands(ticks, board) == {"ben": Hand.HAS}


def test_a_line_that_is_no_more_is_forgotten() -> None:
    """With its floor."""
    ticks = LineTicks()
    ticks.hear(ANNA, says(Hand.WANTS), joined(ANNA), minute(1))
    assert ticks.fresh(told(), minute(2)) == []
    assert ticks.rows(LINE, ["anna"]) == ()
