"""Plays the steps of a schedule through the public protocol: one wish after the other, each answered.

Two links of one account: one wishes, the other says where units are, so that positions never wait behind
commands. What the server refuses is counted and passed over; what the file says and the board cannot follow
is a mismatch, and is counted too.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime

from attrs import frozen

from protocol.commands import (
    AssignUnit,
    CloseIncident,
    Command,
    OpenIncident,
    SetUnitStatus,
    SignOnUnit,
)
from protocol.errors import Reason
from protocol.model.fix import Fix as Sighting
from protocol.model.place import Place
from protocol.model.text import MAX_TEXT_CHARS, Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.messages import Done, Refusal
from server.exercise.caller import Caller
from server.rehearse.calls import Call
from server.rehearse.fleet import Fleet
from server.rehearse.schedule import Closed, Dispatched, EnRoute, OnScene, Received, Step
from server.rehearse.tally import Mismatch, Played, Tally
from server.rehearse.tracks import Fix
from server.texts.texts import Texts


@frozen(kw_only=True)
class Pace:
    """How time passes."""

    keeps_time: bool
    """False: as fast as the server answers."""

    now_s: Callable[[], float]
    """Monotonic."""

    pause: Callable[[float], Awaitable[None]]


class Player:
    """One rehearsal."""

    def __init__(self, caller: Caller, reporter: Caller, pace: Pace, texts: Texts) -> None:
        self._caller, self._reporter = caller, reporter
        self._pace = pace
        self._texts = texts
        self._fleet = Fleet()
        self._tally = Tally()
        self._incident_by_call: dict[int, int] = {}
        self._unit_by_call: dict[int, int] = {}
        self._waiting: dict[int, Call] = {}
        """Calls without a unit, by their place in the file, in the order of dispatch."""

        self._reached: dict[int, UnitStatus] = {}
        """How far a waiting call got in the file."""

        self._longest_queue = 0
        self._behind_s = 0.0
        self._clock_s = 0.0
        self._sightings: dict[int, Sighting] = {}
        self._second: datetime | None = None

    async def sign_on(self, sign_by_vehicle: Mapping[str, str]) -> None:
        """Every vehicle on duty as a unit; one whose call sign is on duty already goes on as that unit."""
        for vehicle, sign in sign_by_vehicle.items():
            known = self._caller.board.unit_called(sign)
            if known is not None:
                self._fleet.add(vehicle, known.id)
                continue
            done = await self._wish(SignOnUnit(call_sign=Name(sign)))
            if done is not None:
                self._fleet.add(vehicle, done.number)

    async def play(
        self, steps: Iterable[Step], begin: datetime, told: Callable[[Step], None] = lambda step: None
    ) -> None:
        """Every step at its time. `begin` is where the file's clock starts; `told` hears of each step."""
        start_s = self._pace.now_s()
        for step in steps:
            if self._pace.keeps_time:
                ahead_s = step.offset_s - (self._pace.now_s() - start_s)
                if ahead_s > 0:
                    await self._flush_sightings()
                    await self._pace.pause(ahead_s)
                self._behind_s = max(self._behind_s, -ahead_s)
            self._clock_s = (step.at - begin).total_seconds()
            if isinstance(step.what, Fix):
                await self._sighted(step.what, step.at)
            else:
                await self._happens(step, begin)
                await self._serve_waiting()
            told(step)
        await self._flush_sightings()

    def played(self, wall_s: float, *, interrupted: bool) -> Played:
        """What was done so far."""
        counts, board = self._tally.counts, self._caller.board
        return Played(
            opened=counts["opened"],
            open_before=counts["open_before"],
            closed=counts["closed"],
            still_open=sum(
                number in board.incidents and board.incidents[number].is_open
                for number in self._incident_by_call.values()
            ),
            units=len(self._fleet.unit_by_vehicle),
            assigned=counts["assigned"],
            queued=counts["queued"],
            longest_queue=self._longest_queue,
            still_waiting=len(self._waiting),
            positions=counts["positions"],
            commands=counts["commands"],
            wall_s=wall_s,
            clock_s=self._clock_s,
            behind_s=self._behind_s,
            answers_s=tuple(sorted(self._tally.answers_s)),
            refusals=tuple(self._tally.refusals.most_common()),
            mismatches=tuple(self._tally.mismatches.most_common()),
            interrupted=interrupted,
        )

    async def _happens(self, step: Step, begin: datetime) -> None:
        match step.what:
            case Received(call=call):
                await self._received(call, before=call.received < begin)
            case Dispatched(call=call):
                await self._dispatched(call)
            case EnRoute(call=call):
                await self._stage(call, UnitStatus.EN_ROUTE)
            case OnScene(call=call):
                await self._stage(call, UnitStatus.ON_SCENE)
            case Closed(call=call):
                await self._closed(call)

    async def _received(self, call: Call, *, before: bool) -> None:
        place = Place(name=Name(call.place or self._texts.say("place-unknown")), point=call.point)
        key = "call-story-on-view" if call.on_view else "call-story"
        story = self._texts.say(key, id=call.source_id)[:MAX_TEXT_CHARS]
        done = await self._wish(
            OpenIncident(what=Name(call.what), place=place, priority=call.priority, story=Text(story))
        )
        if done is not None:
            self._incident_by_call[call.order] = done.number
            self._tally.counts["opened"] += 1
            self._tally.counts["open_before"] += before

    async def _dispatched(self, call: Call) -> None:
        if call.order not in self._incident_by_call:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
        elif not await self._assign(call):
            self._waiting[call.order] = call
            self._tally.counts["queued"] += 1
            self._longest_queue = max(self._longest_queue, len(self._waiting))

    async def _assign(self, call: Call) -> bool:
        unit = self._fleet.nearest_free(self._caller.board, call.point)
        if unit is None:
            return False
        incident = self._incident_by_call[call.order]
        if await self._wish(AssignUnit(incident=incident, unit=unit)) is None:
            return False
        self._unit_by_call[call.order] = unit
        self._tally.counts["assigned"] += 1
        return True

    async def _serve_waiting(self) -> None:
        """Whoever waits longest among the most urgent gets the unit that is free now."""
        while self._waiting and self._fleet.nearest_free(self._caller.board, None) is not None:
            call = min(self._waiting.values(), key=lambda waiting: (waiting.priority, waiting.order))
            if self._is_open(call) and not await self._assign(call):
                return  # refused, and counted: it stays in the queue
            del self._waiting[call.order]
            reached = self._reached.pop(call.order, None)
            if reached is not None and call.order in self._unit_by_call:
                await self._wish(SetUnitStatus(unit=self._unit_by_call[call.order], status=reached))

    def _is_open(self, call: Call) -> bool:
        incident = self._caller.board.incidents.get(self._incident_by_call[call.order])
        return incident is not None and incident.is_open

    async def _stage(self, call: Call, status: UnitStatus) -> None:
        unit_id = self._unit_by_call.get(call.order)
        if call.order in self._waiting:
            self._reached[call.order] = status
            self._tally.mismatches[Mismatch.STAGE_WHILE_WAITING] += 1
        elif call.order not in self._incident_by_call:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
        else:
            unit = self._caller.board.units.get(unit_id) if unit_id is not None else None
            if unit is None or unit.incident != self._incident_by_call[call.order]:
                self._tally.mismatches[Mismatch.UNIT_TAKEN_AWAY] += 1
            elif unit.status is not status:
                await self._wish(SetUnitStatus(unit=unit.id, status=status))

    async def _closed(self, call: Call) -> None:
        incident = self._incident_by_call.get(call.order)
        if incident is None:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
            return
        if self._waiting.pop(call.order, None) is not None:
            self._tally.mismatches[Mismatch.CLOSED_WHILE_WAITING] += 1
        word = call.disposition
        reason = self._texts.say("closed-as", word=word) if word else self._texts.say("closed")
        if await self._wish(CloseIncident(incident=incident, reason=Text(reason))) is not None:
            self._tally.counts["closed"] += 1

    async def _sighted(self, fix: Fix, at: datetime) -> None:
        second = at.replace(microsecond=0)
        if second != self._second:
            await self._flush_sightings()
            self._second = second
        unit = self._fleet.seen(fix.vehicle, fix.point)
        if unit is not None:
            self._sightings[unit] = Sighting(unit=unit, point=fix.point.on_grid(), at=datetime.now(UTC))

    async def _flush_sightings(self) -> None:
        """Everything of one second of the file's clock in one frame."""
        if self._sightings:
            sightings, self._sightings = tuple(self._sightings.values()), {}
            self._tally.counts["positions"] += len(sightings)
            await self._reporter.report(sightings)

    async def _wish(self, command: Command) -> Done | None:
        """The answer, or None when it is refused; both are counted."""
        began_s = self._pace.now_s()
        answer = await self._caller.wish(command)
        self._tally.answers_s.append(self._pace.now_s() - began_s)
        self._tally.counts["commands"] += 1
        if isinstance(answer, Refusal):
            self._tally.refusals[Reason(answer.reason)] += 1
            return None
        return answer
