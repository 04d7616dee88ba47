"""Plays the steps of a schedule through the public protocol: one wish after the other, each answered.

Two links of one account: one wishes, the other says where units are, so that positions never wait behind
commands. The handler does what the file does not tell; bare, without one, calls are closed as an emergency
would be. What the file says and the board cannot follow is a mismatch, and is counted.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.model.fix import Fix as Sighting
from protocol.model.place import Place
from protocol.model.text import MAX_TEXT_CHARS, Name, Text
from protocol.model.unit_status import UnitStatus
from server.exercise.caller import Caller
from server.rehearse.calls import Call
from server.rehearse.fleet import Fleet
from server.rehearse.handler import Handler
from server.rehearse.handling import FollowUp
from server.rehearse.judge import Judged
from server.rehearse.schedule import Closed, Dispatched, EnRoute, OnScene, Received, Step
from server.rehearse.tally import Mismatch, Played, Tally
from server.rehearse.tracks import Fix
from server.rehearse.wishes import Pace, Wishes
from server.texts.texts import Texts


class Player:
    """One rehearsal."""

    def __init__(
        self,
        wishes: Wishes,
        reporter: Caller,
        pace: Pace,
        texts: Texts,
        tally: Tally,
        handler: Handler | None,
    ) -> None:
        """Plays bare without a `handler`. The `tally` is the one that `wishes` fills too."""
        self._wishes, self._reporter = wishes, reporter
        self._pace = pace
        self._texts = texts
        self._fleet = Fleet()
        self._tally = tally
        self._handler = handler
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
            known = self._wishes.board.unit_called(sign)
            if known is not None:
                self._fleet.add(vehicle, known.id)
                continue
            done = await self._wishes.wish(SignOnUnit(call_sign=Name(sign)))
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

    def played(self, wall_s: float, judged: Judged, *, interrupted: bool) -> Played:
        """What was done so far, with what was heard of it."""
        counts, board = self._tally.counts, self._wishes.board
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
            judged=judged,
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
            case FollowUp(call=call) as follow_up if self._handler is not None:
                incident = self._incident_by_call.get(call.order)
                if incident is not None:
                    await self._handler.follow_up(follow_up, incident, step.at)

    async def _received(self, call: Call, *, before: bool) -> None:
        place = Place(name=Name(call.place or self._texts.say("place-unknown")), point=call.point)
        key = "call-story-on-view" if call.on_view else "call-story"
        story = self._texts.say(key, id=call.source_id)[:MAX_TEXT_CHARS]
        done = await self._wishes.wish(
            OpenIncident(what=Name(call.what), place=place, priority=call.priority, story=Text(story))
        )
        if done is not None:
            self._incident_by_call[call.order] = done.number
            self._tally.counts["opened"] += 1
            self._tally.counts["open_before"] += before
            if self._handler is not None:
                await self._handler.opened(call, done.number)

    async def _dispatched(self, call: Call) -> None:
        if call.order not in self._incident_by_call:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
        elif not await self._assign(call):
            self._waiting[call.order] = call
            self._tally.counts["queued"] += 1
            self._longest_queue = max(self._longest_queue, len(self._waiting))
            if self._handler is not None:
                await self._handler.no_unit_free(self._incident_by_call[call.order])

    async def _assign(self, call: Call) -> bool:
        unit = self._fleet.nearest_free(self._wishes.board, call.point)
        if unit is None:
            return False
        incident = self._incident_by_call[call.order]
        if await self._wishes.wish(AssignUnit(incident=incident, unit=unit)) is None:
            return False
        self._unit_by_call[call.order] = unit
        self._tally.counts["assigned"] += 1
        return True

    async def _serve_waiting(self) -> None:
        """Whoever waits longest among the most urgent gets the unit that is free now."""
        while self._waiting and self._fleet.nearest_free(self._wishes.board, None) is not None:
            call = min(self._waiting.values(), key=lambda waiting: (waiting.priority, waiting.order))
            if self._is_open(call) and not await self._assign(call):
                return  # refused, and counted: it stays in the queue
            del self._waiting[call.order]
            if self._handler is not None:
                await self._handler.sent_after_all(self._incident_by_call[call.order])
            reached = self._reached.pop(call.order, None)
            if reached is not None and call.order in self._unit_by_call:
                await self._stage(call, reached)

    def _is_open(self, call: Call) -> bool:
        incident = self._wishes.board.incidents.get(self._incident_by_call[call.order])
        return incident is not None and incident.is_open

    async def _stage(self, call: Call, status: UnitStatus) -> None:
        if call.dispatched is None and call.order in self._incident_by_call:
            await self._sent_unsaid(call)
        unit_id = self._unit_by_call.get(call.order)
        if call.order in self._waiting:
            self._reached[call.order] = status
            self._tally.mismatches[Mismatch.STAGE_WHILE_WAITING] += 1
        elif call.order not in self._incident_by_call:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
        else:
            unit = self._wishes.board.units.get(unit_id) if unit_id is not None else None
            if unit is None or unit.incident != self._incident_by_call[call.order]:
                self._tally.mismatches[Mismatch.UNIT_TAKEN_AWAY] += 1
            elif unit.status is not status:
                await self._wishes.wish(SetUnitStatus(unit=unit.id, status=status))
                if status is UnitStatus.ON_SCENE and self._handler is not None:
                    await self._handler.arrived(self._incident_by_call[call.order])

    async def _sent_unsaid(self, call: Call) -> None:
        """The file does not say when anybody was sent: whoever drives or is there has been."""
        if call.order not in self._unit_by_call and call.order not in self._waiting:
            await self._dispatched(call)

    async def _closed(self, call: Call) -> None:
        incident = self._incident_by_call.get(call.order)
        if incident is None:
            self._tally.mismatches[Mismatch.NOT_OPENED] += 1
            return
        if self._waiting.pop(call.order, None) is not None:
            self._tally.mismatches[Mismatch.CLOSED_WHILE_WAITING] += 1
        word = call.disposition
        reason = self._texts.say("closed-as", word=word) if word else self._texts.say("closed")
        if self._handler is not None:
            await self._handler.let_go(call, incident)
        closing = CloseIncident(incident=incident, reason=Text(reason), emergency=self._handler is None)
        if await self._wishes.wish(closing) is not None:
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
