"""What facts about the log and the open line do to an incident."""

from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.timeline import EntryAdded, EntryStruck, LineJoined, LineLeft, LineSpoken
from protocol.model.entry import Entry, EntryKind
from protocol.model.member import Member
from protocol.model.text import Text
from tests.protocol.make import ANNA, BEN, OPENED, besides, minute, then, told

WROTE = EntryAdded(incident=1, text=Text("mes gezien"))
SPOKE = LineSpoken(incident=1, text=Text("wij zijn er in 2 min"))
JOINED = LineJoined(incident=1)


def test_written_and_spoken_lines_stand_in_one_timeline_counted_from_1() -> None:
    """Each with who, when and how the words came in."""
    board = then(told(OPENED, WROTE), SPOKE, by=BEN)
    expected = (
        Entry(id=1, at=minute(2), by=ANNA, text=Text("mes gezien"), kind=EntryKind.LOGGED),
        Entry(id=2, at=minute(3), by=BEN, text=Text("wij zijn er in 2 min"), kind=EntryKind.SPOKEN),
    )
    assert expected == board.incidents[1].entries


def test_a_struck_line_stays_readable_and_says_who_struck_it() -> None:
    """Only that line changes."""
    before = told(OPENED, WROTE, SPOKE, WROTE)
    after = then(before, EntryStruck(incident=1, entry=2), by=BEN)
    first, second, third = before.incidents[1].entries
    assert (first, evolve(second, struck_by=BEN), third) == after.incidents[1].entries


def test_the_last_line_can_be_struck_too() -> None:
    """Also when it is the only one."""
    board = then(told(OPENED, WROTE), EntryStruck(incident=1, entry=1), by=BEN)
    assert [entry.struck_by for entry in board.incidents[1].entries] == [BEN]


def test_striking_a_line_that_is_not_there_changes_nothing() -> None:
    """One past the last is not there."""
    before = told(OPENED, WROTE)
    assert besides(before) == besides(then(before, EntryStruck(incident=1, entry=2)))


def test_members_stand_in_the_order_of_joining() -> None:
    """By account name, since the moment of the change."""
    board = then(told(OPENED, JOINED), JOINED, by=BEN)
    assert board.incidents[1].members == (
        Member(name=ANNA, since=minute(2)),
        Member(name=BEN, since=minute(3)),
    )


def test_joining_again_moves_a_member_to_the_end() -> None:
    """Nobody stands on a line twice."""
    board = then(then(told(OPENED, JOINED), JOINED, by=BEN), JOINED)
    assert board.incidents[1].members == (
        Member(name=BEN, since=minute(3)),
        Member(name=ANNA, since=minute(4)),
    )


def test_leaving_takes_off_only_who_made_the_change() -> None:
    """Leaving a line one is not on changes nothing."""
    both = then(told(OPENED, JOINED), JOINED, by=BEN)
    board = then(both, LineLeft(incident=1))
    assert board.incidents[1].members == (Member(name=BEN, since=minute(3)),)
    assert besides(board) == besides(then(board, LineLeft(incident=1)))


def test_facts_about_an_incident_that_is_not_here_leave_the_board_as_it_is() -> None:
    """Lines, strikes, joining and leaving alike."""
    facts: tuple[Fact, ...] = (WROTE, SPOKE, JOINED, LineLeft(incident=1), EntryStruck(incident=1, entry=1))
    for fact in facts:
        assert besides(told()) == besides(then(told(), fact))
