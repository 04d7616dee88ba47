"""What the room remembers of deeds, so that each can be taken back for a moment. Pure bookkeeping.

Fed by the room with every accepted wish, asked when one is to be taken back. It holds references to boards
that were, for seconds; of the newest status of each unit a thin one, for as long as it stands. After a
restart it knows nothing, and then it is too late.
"""

from collections import deque
from datetime import timedelta

from attrs import evolve
from immutables import Map

from protocol.commands.units import SetUnitStatus
from protocol.model.board import Board
from server.decide.back import LONGEST
from server.decide.deed import Deed, Deeds

KEPT = LONGEST + timedelta(seconds=5)
"""Beyond the moment until which it can be asked for: then it is said to be too late, and not unknown."""


class RememberedDeeds:
    """The deeds of the last seconds, and the newest on each unit's status."""

    def __init__(self) -> None:
        self._recent: deque[Deed] = deque()
        self._statuses: dict[int, Deed] = {}

    def add(self, deed: Deed) -> None:
        """One more; the old ones go."""
        self._recent.append(deed)
        while deed.at - self._recent[0].at > KEPT:
            self._recent.popleft()
        if isinstance(deed.command, SetUnitStatus):
            self._statuses[deed.command.unit] = evolve(
                deed, before=_thin(deed, deed.before), after=_thin(deed, deed.after)
            )
        gone = {deed.takes_back} - {0}
        if gone or len(deed.after.units) < len(deed.before.units):
            self._statuses = {
                id: each
                for id, each in self._statuses.items()
                if each.seq not in gone and id in deed.after.units
            }

    def forget_after(self, seq: int) -> None:
        """What came after change `seq` never happened."""
        while self._recent and self._recent[-1].seq > seq:
            self._recent.pop()
        self._statuses = {id: deed for id, deed in self._statuses.items() if deed.seq <= seq}

    def now(self) -> Deeds:
        """All of it, as one frozen value."""
        return Deeds(recent=tuple(self._recent), statuses=tuple(self._statuses.values()))


def _thin(deed: Deed, board: Board) -> Board:
    """Of that board what the deed is about: a whole one would be kept for hours."""
    about = deed.change.about(deed.before)
    return Board(
        seq=board.seq,
        at=board.at,
        units=Map({id: board.units[id] for id in about.units if id in board.units}),
        incidents=Map(
            {number: board.incidents[number] for number in about.incidents if number in board.incidents}
        ),
    )
