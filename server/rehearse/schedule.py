"""One rehearsal clock for calls and tracks, and the steps on it in order of time.

Pure: values in, an iterator of steps out. It waits for nothing and knows no protocol.

The clock. A rehearsal begins on one day of the calls at one local time of day, `Plan.start`. Calls keep
their own times from there on. Tracks may be of another year: they move as one block, by whole days of local
time, so that 19:30 in the tracks is 19:30 in the calls; where the block covers the start it is entered
half-way, and otherwise it begins later. From its first fix on, elapsed time counts, so a change of summer
time within a file bends nothing.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from attrs import field, frozen
from attrs.validators import instance_of

from server.rehearse.calls import Call
from server.rehearse.handling import Doing, FollowUp, follow_ups
from server.rehearse.tracks import Fix

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@frozen(kw_only=True)
class Received:
    """The call comes in."""

    call: Call


@frozen(kw_only=True)
class Dispatched:
    """Units are sent."""

    call: Call


@frozen(kw_only=True)
class EnRoute:
    """They drive."""

    call: Call


@frozen(kw_only=True)
class OnScene:
    """They are there."""

    call: Call


@frozen(kw_only=True)
class Closed:
    """The call is done."""

    call: Call


Happening = Received | Dispatched | EnRoute | OnScene | Closed | FollowUp | Fix


@frozen(kw_only=True)
class Step:
    """What happens, and when."""

    offset_s: float
    """Seconds to wait from the start of the rehearsal, speed taken into account; 0 or more."""
    at: datetime
    """The moment on the clock of the calls; aware UTC. For a Fix this is its moved time."""
    what: Happening


@frozen(kw_only=True)
class Plan:
    """Where the rehearsal begins, and with which calls."""

    start: datetime = field(validator=instance_of(datetime))
    """On the clock of the calls; aware UTC."""
    zone: ZoneInfo = field(validator=instance_of(ZoneInfo))
    """The zone of the calls, for showing times."""
    calls: tuple[Call, ...]
    """Received at or after the start, in file order."""
    open_before: tuple[Call, ...]
    """Received before the start and not closed by then, in file order: they are there when it begins."""

    @property
    def open_at_start(self) -> int:
        """How many calls are open when the rehearsal begins."""
        return len(self.open_before)


def plan(calls: Iterable[Call], zone: ZoneInfo, start_at: time | None = None) -> Plan:
    """Chooses the day and hour.

    With `start_at` the day is the one with most calls in the hour from there (then in the 24 hours from
    there, then the earliest); without it the whole hour with most calls of all (then the earliest). Raises
    ValueError without calls, and for a `start_at` with a zone.
    """
    calls = tuple(calls)
    if not calls:
        raise ValueError("calls must hold at least one call")
    if start_at is not None and start_at.tzinfo is not None:
        raise ValueError("start_at must be a local time of day, without a zone")
    start = _busiest_hour(calls, zone) if start_at is None else _best_day(calls, zone, start_at)
    before = [call for call in calls if call.received < start]
    return Plan(
        start=start,
        zone=zone,
        calls=tuple(call for call in calls if call.received >= start),
        open_before=tuple(call for call in before if call.closed is None or call.closed >= start),
    )


def _busiest_hour(calls: tuple[Call, ...], zone: ZoneInfo) -> datetime:
    hours: Counter[datetime] = Counter()
    for call in calls:
        local = call.received.astimezone(zone)
        # Counted in UTC, so that the hour that clocks repeat stays two hours.
        hours[local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)] += 1
    return min(hours, key=lambda hour: (-hours[hour], hour))


def _best_day(calls: tuple[Call, ...], zone: ZoneInfo, start_at: time) -> datetime:
    received = [call.received for call in calls]
    dates = {moment.astimezone(zone).date() for moment in received}
    # A call soon after midnight also falls within 24 hours of a start on the day before.
    dates |= {date - DAY for date in dates}
    starts = [datetime.combine(date, start_at, zone).astimezone(UTC) for date in dates]

    def rank(start: datetime) -> tuple[int, int, datetime]:
        soon = sum(start <= moment < start + HOUR for moment in received)
        later = sum(start <= moment < start + DAY for moment in received)
        return -soon, -later, start

    return min(starts, key=rank)


def moved_start(first: datetime, last: datetime, tracks_zone: ZoneInfo, plan: Plan) -> datetime:
    """The moment on the clock of the calls at which the tracks' first fix falls.

    The latest such moment at or before the start from which the tracks still reach the start; if they never
    do, the first one after the start.
    """
    of_day = first.astimezone(tracks_zone).time()
    day = plan.start.astimezone(plan.zone).date()
    candidates = [
        datetime.combine(day + timedelta(days=days), of_day, plan.zone).astimezone(UTC) for days in (1, 0, -1)
    ]
    before = [moment for moment in candidates if moment <= plan.start]
    if before and before[0] + (last - first) >= plan.start:
        return before[0]
    return min(moment for moment in candidates if moment > plan.start)


def steps(
    plan: Plan,
    fixes: Iterable[Fix] = (),
    *,
    fixes_begin: datetime | None = None,
    speed: float = 1.0,
    for_s: float | None = None,
    handled: bool = False,
) -> Iterator[Step]:
    """Everything from the start on, in order of time; lazy over `fixes`, which must be in order of time.

    `fixes_begin` is where the first fix falls (see `moved_start`); None leaves fixes at their own times.
    `speed` 2.0 halves every offset; steps with an offset over `for_s` are left out. At equal times:
    received, dispatched, en route, on scene, closed, follow-ups (when `handled`), fix; then file order.
    What happened before the start to a call that is open then comes first, all at the start. Raises
    ValueError for a speed or `for_s` that is not a finite number over 0.
    """
    for name, value in (("speed", speed), ("for_s", for_s)):
        if value is not None and not (math.isfinite(value) and value > 0):
            raise ValueError(f"{name} must be a finite number over 0, got {value}")
    return _steps(plan, fixes, fixes_begin, speed, for_s, handled=handled)


_Keyed = tuple[datetime, int, int, Happening]
"""Moment, rank at equal times, order in the file, what: the first three tell all steps of one kind apart."""

_CLOSED_RANK = 4
_FIX_RANK = _CLOSED_RANK + len(Doing) + 1


def _steps(
    plan: Plan,
    fixes: Iterable[Fix],
    fixes_begin: datetime | None,
    speed: float,
    for_s: float | None,
    *,
    handled: bool,
) -> Iterator[Step]:
    merged = heapq.merge(
        _of_calls((*plan.open_before, *plan.calls), plan.start, handled=handled),
        _of_fixes(fixes, fixes_begin, plan.start),
        key=lambda keyed: keyed[:3],
    )
    for at, _rank, _order, what in merged:
        offset_s = (at - plan.start).total_seconds() / speed
        if for_s is not None and offset_s > for_s:
            return
        yield Step(offset_s=offset_s, at=at, what=what)


def _of_calls(calls: Iterable[Call], start: datetime, *, handled: bool) -> list[_Keyed]:
    keyed: list[_Keyed] = []
    for call in calls:
        happenings: tuple[tuple[datetime | None, Happening], ...] = (
            (call.received, Received(call=call)),
            (call.dispatched, Dispatched(call=call)),
            (call.en_route, EnRoute(call=call)),
            (call.on_scene, OnScene(call=call)),
            (call.closed, Closed(call=call)),
        )
        keyed += [
            (max(at, start), rank, call.order, what)
            for rank, (at, what) in enumerate(happenings)
            if at is not None
        ]
        if handled:
            keyed += [
                (at, _CLOSED_RANK + what.doing, call.order, what) for at, what in follow_ups(call, start)
            ]
    return sorted(keyed, key=lambda one: one[:3])


def _of_fixes(fixes: Iterable[Fix], begin: datetime | None, start: datetime) -> Iterator[_Keyed]:
    move: timedelta | None = None
    for order, fix in enumerate(fixes):
        if move is None:
            move = begin - fix.at if begin is not None else timedelta(0)
        if fix.at + move >= start:
            yield fix.at + move, _FIX_RANK, order, fix
