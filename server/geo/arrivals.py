"""The keeper of arrivals: who was sent beside who was nearest (B6), and when they will be there.

Told of every change; looks at where units are now and then. It asks the room in the server's own name, and
reckons in a thread, so that nobody waits for it. It never moves a unit: arrival itself is said by a person.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from attrs import frozen

from protocol.change import Change
from protocol.commands.dispatch import ExpectArrival, WeighChoice
from protocol.errors import Reason, Refused
from protocol.facts.units import UnitAssigned
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.moment import normal
from protocol.model.point import Point
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.geo.dispatch import Dispatch
from server.journal.errors import JournalError
from server.room.room import Room

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""Between two looks at positions; a dispatch is weighed at once."""

RETRY_S = 5.0
"""After the journal refused."""

RECKON_EVERY = timedelta(seconds=15)
"""A unit's expected time is looked at no more often, unless its melding moves."""

OFF_BY = timedelta(seconds=30)
"""A smaller error is left, …"""

OFF_BY_PART = 0.25
"""… and so is one of less than this part of what remains."""


@frozen(kw_only=True)
class Sent:
    """A dispatch that is to be weighed: everything as it was at that moment."""

    before: Board
    """Without the assignment."""

    fixes: Mapping[int, Fix]
    incident: int
    unit: int
    at: datetime


def is_off(expected: datetime | None, reckoned: datetime, now: datetime) -> bool:
    """True when an expected time is to be corrected, or there is none."""
    if expected is None:
        return True
    remains = max(timedelta(), reckoned - now)
    return abs(expected - reckoned) > max(OFF_BY, remains * OFF_BY_PART)


class Arrivals:
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
        self._board = room.board
        self._sent: deque[Sent] = deque()
        self._reckoned: dict[int, tuple[datetime, Point]] = {}
        """When and to where, by unit."""

        self._bell = asyncio.Event()

    def changed(self, change: Change) -> None:
        """The room's board has this change now. Costs the caller next to nothing."""
        before, self._board = self._board, self._room.board
        for fact in change.facts:
            if isinstance(fact, UnitAssigned):
                self._sent.append(
                    Sent(
                        before=before,
                        fixes=dict(self._fixes()),
                        incident=fact.incident,
                        unit=fact.unit,
                        at=self._clock(),
                    )
                )
                self._bell.set()

    async def keep(self) -> None:
        """Weighs and expects, until cancelled. It may be called again after it failed."""
        self._bell.set()
        while True:
            try:
                async with asyncio.timeout(LOOK_EVERY_S):
                    await self._bell.wait()
            except TimeoutError:
                pass
            self._bell.clear()
            try:
                await self.look()
            except (Refused, JournalError) as error:
                log.warning("an arrival could not be recorded: %s", error)
                await asyncio.sleep(RETRY_S)
                self._bell.set()

    async def look(self) -> None:
        """Everything that was sent since the last look, then everybody who drives.

        Raises Refused JOURNAL_UNAVAILABLE, JournalError; what was not recorded is tried again at the next.
        A dispatch that cannot be weighed is dropped, so that it holds up none behind it.
        """
        while self._sent:
            sent = self._sent.popleft()
            try:
                await self._weigh(sent)
            except (Refused, JournalError):
                self._sent.appendleft(sent)
                raise
        await self._correct()

    async def _weigh(self, sent: Sent) -> None:
        incident, unit = sent.before.incidents.get(sent.incident), sent.before.units.get(sent.unit)
        if incident is None or unit is None:
            return
        choice = await asyncio.to_thread(
            self._dispatch.weigh, sent.before, sent.fixes, incident, unit, now=sent.at
        )
        now = self._room.board.incidents.get(incident.number)
        if choice is not None and now is not None and unit.call_sign in now.involved:
            # Not where the dispatch was taken back meanwhile: there is nothing to explain.
            await self._do(WeighChoice(incident=incident.number, choice=choice))

    async def _correct(self) -> None:
        board, fixes, now = self._room.board, dict(self._fixes()), self._clock()
        self._reckoned = {
            unit: (at, point) for unit, (at, point) in self._reckoned.items() if now - at < RECKON_EVERY
        }
        for incident, point, units in driving_to(board):
            due = [unit for unit in units if unit.id in fixes and self._is_due(unit, point)]
            if not due:
                continue
            self._reckoned |= {unit.id: (now, point) for unit in due}
            journeys = await asyncio.to_thread(
                self._dispatch.journeys, due, fixes, point, priority=incident.priority, now=now
            )
            for unit in due:
                if unit.id not in journeys:
                    continue
                seen_at = min(fixes[unit.id].at, now)
                reckoned = seen_at + timedelta(seconds=round(journeys[unit.id].s))
                if is_off(unit.expected_at, reckoned, now):
                    at = normal(max(reckoned, now))
                    await self._do(ExpectArrival(unit=unit.id, incident=incident.number, at=at))

    def _is_due(self, unit: Unit, point: Point) -> bool:
        known = self._reckoned.get(unit.id)
        return unit.expected_at is None or known is None or known[1] != point

    async def _do(self, command: WeighChoice | ExpectArrival) -> None:
        """Raises Refused when the journal cannot; what a rule refuses is not needed any more."""
        try:
            await self._room.do_own(command)
        except Refused as refused:
            if refused.reason is Reason.JOURNAL_UNAVAILABLE:
                raise
            log.debug("not recorded: %s", refused)


def driving_to(board: Board) -> list[tuple[Incident, Point, list[Unit]]]:
    """Every melding with a point to which somebody drives, its point, and who."""
    by_number: dict[int, list[Unit]] = {}
    for unit in board.units.values():
        if unit.incident is not None and unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE):
            by_number.setdefault(unit.incident, []).append(unit)
    found = []
    for number, units in by_number.items():
        incident = board.incidents.get(number)
        if incident is not None and incident.place.point is not None:
            found.append((incident, incident.place.point, units))
    return found
