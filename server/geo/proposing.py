"""The keeper of proposals: whom the server would send to what asks, so that others are only told.

Told of every change; reckons by the recommendation that everybody reads, in a thread, and records in the
server's own name. It sends nobody: a person chooses, or the unit itself comes (A62, A64).
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from protocol.change import Change
from protocol.commands.appeals import ProposeUnits
from protocol.errors import Reason, Refused
from protocol.facts.incidents import IncidentOpened, IncidentReopened, PlaceSaid, PriorityChanged
from protocol.facts.scale import ColleaguesAsked
from protocol.model.appeal import AppealKind
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.rules.appeals import appeal
from server.geo.dispatch import Dispatch
from server.journal.errors import JournalError
from server.room.room import Room

log = logging.getLogger(__name__)

ASKED_AT_MOST = 2
"""Cars that are asked: one that may go, and one in case it cannot. Whoever else is near sees a row."""

RETRY_S = 5.0
"""After the journal refused."""

_MAY_ASK = (IncidentOpened, IncidentReopened, PriorityChanged, ColleaguesAsked, PlaceSaid)


def asks_units(board: Board, number: int) -> bool:
    """True while the melding asks who goes or who comes, and nobody has reckoned who that would be."""
    incident = board.incidents.get(number)
    if incident is None or not incident.is_open or incident.place.point is None:
        return False
    found = (appeal(incident, kind) for kind in (AppealKind.PRIORITY_1, AppealKind.COLLEAGUES))
    return any(each is not None and not each.proposed for each in found)


class Proposing:
    """Made at the start of a server; `keep` is its work."""

    def __init__(
        self,
        room: Room,
        dispatch: Dispatch,
        fixes: Callable[[], Mapping[int, Fix]],
        clock: Callable[[], datetime],
    ) -> None:
        """`fixes` gives the newest positions by unit, `clock` the time that they are dated by."""
        self._room = room
        self._dispatch = dispatch
        self._fixes = fixes
        self._clock = clock
        self._asked: dict[int, None] = {}
        """Numbers to look at, in the order in which they asked."""

        self._bell = asyncio.Event()

    def changed(self, change: Change) -> None:
        """The room's board has this change now. Costs the caller next to nothing."""
        for fact in change.facts:
            if isinstance(fact, _MAY_ASK):
                self._asked[fact.incident] = None
                self._bell.set()

    async def keep(self) -> None:
        """Proposes, until cancelled. It may be called again after it failed."""
        self._bell.set()
        while True:
            await self._bell.wait()
            self._bell.clear()
            try:
                await self.look()
            except (Refused, JournalError) as error:
                log.warning("a proposal could not be recorded: %s", error)
                await asyncio.sleep(RETRY_S)
                self._bell.set()

    async def look(self) -> None:
        """Every melding that asked since the last look.

        Raises Refused JOURNAL_UNAVAILABLE, JournalError; what was not recorded is tried again at the next. A
        melding that cannot be reckoned is dropped, so that it holds up none behind it.
        """
        while self._asked:
            number = next(iter(self._asked))
            del self._asked[number]
            if not asks_units(self._room.board, number):
                continue
            units = await asyncio.to_thread(self._nearest, self._room.board, dict(self._fixes()), number)
            if not units:
                continue
            try:
                await self._do(ProposeUnits(incident=number, units=units))
            except (Refused, JournalError):
                self._asked[number] = None
                raise

    def _nearest(self, board: Board, fixes: Mapping[int, Fix], number: int) -> tuple[int, ...]:
        """Ids of the best that are free and of which somebody knows how long they take."""
        found = self._dispatch.recommend(board, fixes, number, now=self._clock())
        free = (
            each.unit
            for each in found.proposals
            if each.travel_s is not None and board.units[each.unit].can_be_called
        )
        return tuple(free)[:ASKED_AT_MOST]

    async def _do(self, command: ProposeUnits) -> None:
        """Raises Refused when the journal cannot; what a rule refuses is not needed any more."""
        try:
            await self._room.do_own(command)
        except Refused as refused:
            if refused.reason is Reason.JOURNAL_UNAVAILABLE:
                raise
            log.debug("not recorded: %s", refused)
