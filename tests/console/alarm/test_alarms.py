"""What nobody at this desk has looked at yet."""

from datetime import UTC, datetime

from console.alarm.alarms import Alarms
from protocol.change import Change
from protocol.facts.contact import ContactOpened, MelderSaid
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.scale import ColleaguesAsked
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import UNSEEN, Name

AT = datetime(2026, 11, 21, 20, tzinfo=UTC)
WROTE = MelderSaid(incident=1, text=UNSEEN)


class _Desk:
    """Alarms with the board that they look at."""

    def __init__(self) -> None:
        self.board = Board()
        self.alarms = Alarms()

    def hears(self, fact: Fact, by: str = "anna") -> bool:
        """True when it rang."""
        change = Change(seq=self.board.seq + 1, at=AT, by=Name(by), facts=(fact,))
        self.board = fold(self.board, change)
        return self.alarms.take(change, self.board)


def _opened(priority: Priority) -> IncidentOpened:
    return IncidentOpened(
        incident=1, priority=priority, what=Name("inbraak"), place=Place(name=Name("Kade 1"))
    )


def test_a_first_priority_rings_until_somebody_looks() -> None:
    """A lower one comes in silence."""
    desk = _Desk()
    assert desk.hears(_opened(Priority.P1))
    assert desk.alarms.unseen == (1,)
    desk.alarms.seen(1)
    assert not desk.alarms.any
    assert not _Desk().hears(_opened(Priority.P3))


def test_a_melder_who_writes_to_nobody_rings_once() -> None:
    """Until somebody looks, or an officer is put through."""
    desk = _Desk()
    desk.hears(_opened(Priority.P3))
    assert desk.hears(WROTE, by="melder 1")
    assert not desk.hears(WROTE, by="melder 1")
    assert desk.alarms.wrote == (1,)
    desk.hears(ContactOpened(incident=1, unit=Name("12.03")))
    assert not desk.alarms.any


def test_a_melder_to_whom_an_officer_talks_rings_nobody() -> None:
    """The contact line does its work."""
    desk = _Desk()
    desk.hears(_opened(Priority.P3))
    desk.hears(ContactOpened(incident=1, unit=Name("12.03")))
    assert not desk.hears(WROTE, by="melder 1")
    assert not desk.alarms.any


def test_asking_colleagues_is_calm() -> None:
    """It stands there, and rings no bell (A64, A66)."""
    desk = _Desk()
    desk.hears(_opened(Priority.P3))
    assert not desk.hears(ColleaguesAsked(incident=1), by="12.03")
    assert desk.alarms.asked == (1,)
    desk.alarms.clear()
    assert not desk.alarms.any
