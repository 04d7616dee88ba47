"""Priority 1 meldings, melders who write to nobody, and colleagues asked for: unseen at this desk.

Fed by the desk with every change once the board is whole: what stood on the board before is not news.
"""

from protocol.change import Change
from protocol.facts.back import IncidentRestored
from protocol.facts.contact import ContactOpened, MelderSaid, MelderTold, SteppedIn
from protocol.facts.incidents import IncidentClosed, IncidentOpened, IncidentReopened, PriorityChanged
from protocol.facts.scale import ColleaguesAsked
from protocol.model.board import Board
from protocol.model.member import Right
from protocol.model.priority import Priority


class Alarms:
    """The unseen, oldest first."""

    def __init__(self) -> None:
        self._unseen: dict[int, None] = {}
        self._asked: dict[int, None] = {}
        self._wrote: dict[int, None] = {}

    def forget(self) -> None:
        """Another history: these numbers are not those."""
        self._unseen, self._asked, self._wrote = {}, {}, {}

    @property
    def unseen(self) -> tuple[int, ...]:
        """Their numbers, in the order in which they came."""
        return tuple(self._unseen)

    @property
    def asked(self) -> tuple[int, ...]:
        """The incidents to which colleagues were asked (A64), in the order of asking."""
        return tuple(self._asked)

    @property
    def wrote(self) -> tuple[int, ...]:
        """The incidents whose melder writes while no officer talks on the contact line, in that order."""
        return tuple(self._wrote)

    @property
    def rows(self) -> tuple[int, ...]:
        """All of them, in the order in which one goes to them."""
        return (*self._unseen, *self._wrote, *self._asked)

    @property
    def any(self) -> bool:
        """True while something stands in the row."""
        return bool(self._unseen or self._asked or self._wrote)

    def take(self, change: Change, board: Board) -> bool:
        """Look at a change that is in the board; True when it brought a new alarm."""
        rang = False
        for fact in change.facts:
            match fact:
                case IncidentOpened(priority=Priority.P1) | PriorityChanged(priority=Priority.P1):
                    self._unseen.setdefault(fact.incident)
                    rang = True
                case IncidentReopened():
                    incident = board.incidents.get(fact.incident)
                    if incident is not None and incident.priority is Priority.P1:
                        self._unseen.setdefault(fact.incident)
                        rang = True
                case MelderSaid() if not _is_talked_to(board, fact.incident):
                    if fact.incident not in self._wrote:
                        rang = True
                    self._wrote.setdefault(fact.incident)
                case ContactOpened() | SteppedIn() | MelderTold():
                    self._wrote.pop(fact.incident, None)
                case ColleaguesAsked():
                    self._asked.setdefault(fact.incident)
                case IncidentClosed():
                    self.seen(fact.incident)
                case PriorityChanged():
                    self._unseen.pop(fact.incident, None)
                case IncidentRestored():
                    rang = self._restored(fact, board) or rang
                case _:
                    pass
        return rang

    def _restored(self, fact: IncidentRestored, board: Board) -> bool:
        """A deed was taken back: what it asked is asked no longer, and what it had ended presses again."""
        incident = board.incidents.get(fact.incident)
        if incident is not None and incident.scale.asked_at is None:
            self._asked.pop(fact.incident, None)
        if not {"priority", "phase"} & {*fact.fields}:
            return False
        if incident is not None and incident.is_open and incident.priority is Priority.P1:
            self._unseen.setdefault(fact.incident)
            return True
        self._unseen.pop(fact.incident, None)
        return False

    def seen(self, number: int | None) -> None:
        """Somebody looks at it."""
        if number is not None:
            self._unseen.pop(number, None)
            self._asked.pop(number, None)
            self._wrote.pop(number, None)

    def clear(self) -> None:
        """Somebody says: I know."""
        self._unseen.clear()
        self._asked.clear()
        self._wrote.clear()


def _is_talked_to(board: Board, number: int) -> bool:
    incident = board.incidents.get(number)
    line = None if incident is None else incident.contact_line
    return line is None or (line.is_open and any(each.right is Right.TALKS for each in line.members))
