"""Priority 1 meldings that came in, and colleagues asked for, that nobody at this desk has looked at yet.

Fed by the desk with every change once the board is whole: what stood on the board before is not news.
"""

from protocol.change import Change
from protocol.facts import ColleaguesAsked, IncidentClosed, IncidentOpened, IncidentReopened, PriorityChanged
from protocol.model.board import Board
from protocol.model.priority import Priority


class Alarms:
    """The unseen, oldest first."""

    def __init__(self) -> None:
        self._unseen: dict[int, None] = {}
        self._asked: dict[int, None] = {}

    @property
    def unseen(self) -> tuple[int, ...]:
        """Their numbers, in the order in which they came."""
        return tuple(self._unseen)

    @property
    def asked(self) -> tuple[int, ...]:
        """The incidents to which colleagues were asked (A64), in the order of asking."""
        return tuple(self._asked)

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
                case ColleaguesAsked():
                    self._asked.setdefault(fact.incident)
                case IncidentClosed():
                    self.seen(fact.incident)
                case PriorityChanged():
                    self._unseen.pop(fact.incident, None)
                case _:
                    pass
        return rang

    def seen(self, number: int | None) -> None:
        """Somebody looks at it."""
        if number is not None:
            self._unseen.pop(number, None)
            self._asked.pop(number, None)

    def clear(self) -> None:
        """Somebody says: I know."""
        self._unseen.clear()
        self._asked.clear()
