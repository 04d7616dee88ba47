"""Calls of one year and tracks of another run on one clock, in one order, from a chosen time of day."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import Point
from protocol.model.priority import Priority
from server.rehearse.calls import Call
from server.rehearse.handling import FollowUp
from server.rehearse.schedule import Closed, Received, Step, moved_start, plan, steps
from server.rehearse.tracks import Fix

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 1, 16, 12, 0, tzinfo=UTC)
HERE = Point(lat_deg=52.01, lon_deg=4.36)


def call(order: int, received: datetime, *after_s: float | None) -> Call:
    """A call with its dispatched, en route, on scene and closed so many seconds after receipt."""
    later = [None if s is None else received + timedelta(seconds=s) for s in (*after_s, *[None] * 4)[:4]]
    return Call(
        order=order,
        source_id=str(order),
        received=received,
        entry=None,
        dispatched=later[0],
        en_route=later[1],
        on_scene=later[2],
        closed=later[3],
        what="noise",
        priority=Priority.P2,
        place="",
        point=None,
        disposition="",
        on_view=False,
    )


def fix(vehicle: str, at: datetime) -> Fix:
    """A vehicle somewhere in Delft."""
    return Fix(vehicle=vehicle, at=at, point=HERE)


def names(played: list[Step]) -> list[tuple[float, str, str]]:
    """When, what and whose."""
    return [
        (
            step.offset_s,
            type(step.what).__name__,
            step.what.vehicle if isinstance(step.what, Fix) else step.what.call.source_id,
        )
        for step in played
    ]


def test_a_call_is_played_stage_by_stage_and_missing_stages_are_left_out() -> None:
    """Each stage that is known happens at its own distance from the start, which is a whole hour."""
    chosen = plan([call(0, NOON + timedelta(minutes=1), 10, None, 30, 90)], AMSTERDAM)
    assert chosen.start == NOON
    assert names(list(steps(chosen))) == [
        (60.0, "Received", "0"),
        (70.0, "Dispatched", "0"),
        (90.0, "OnScene", "0"),
        (150.0, "Closed", "0"),
    ]


def test_at_equal_times_the_stage_decides_and_then_the_file() -> None:
    """A call that a unit opened itself has all stages in one second; they still happen in order."""
    chosen = plan([call(0, NOON, 0, 0, 0, 0), call(1, NOON)], AMSTERDAM)
    played = list(steps(chosen, [fix("b", NOON), fix("a", NOON)]))
    assert [name for _offset, *name in names(played)] == [
        ["Received", "0"],
        ["Received", "1"],
        ["Dispatched", "0"],
        ["EnRoute", "0"],
        ["OnScene", "0"],
        ["Closed", "0"],
        ["Fix", "b"],
        ["Fix", "a"],
    ]


def test_speed_shortens_every_wait_and_leaves_the_clock_alone() -> None:
    """At speed 10 an hour takes six minutes; the time shown is still the real one."""
    chosen = plan([call(0, NOON, 3600)], AMSTERDAM)
    received, dispatched = steps(chosen, speed=10)
    assert (received.offset_s, dispatched.offset_s) == (0.0, 360.0)
    assert dispatched.at == NOON + timedelta(hours=1)


def test_a_rehearsal_ends_after_the_time_given() -> None:
    """The limit counts in seconds of the person who waits; a step on the limit is still played."""
    chosen = plan([call(0, NOON, 10, 20, 30, 31)], AMSTERDAM)
    assert [step.offset_s for step in steps(chosen, for_s=3, speed=10)] == [0.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("wrong", [0.0, -1.0, float("nan"), float("inf")])
def test_a_speed_or_limit_that_is_no_number_over_0_is_refused(wrong: float) -> None:
    """Refused at once, not at the first step."""
    chosen = plan([call(0, NOON)], AMSTERDAM)
    with pytest.raises(ValueError, match="speed must be"):
        steps(chosen, speed=wrong)
    with pytest.raises(ValueError, match="for_s must be"):
        steps(chosen, for_s=wrong)


def test_without_a_start_the_busiest_hour_is_chosen() -> None:
    """The hour with most calls; what came in before is left out, and what of it was still open is counted."""
    calls = [
        call(0, NOON - timedelta(hours=2), 5, 5, 5, 60),
        call(1, NOON - timedelta(hours=1)),
        call(2, NOON + timedelta(minutes=1)),
        call(3, NOON + timedelta(minutes=59)),
        call(4, NOON + timedelta(hours=3)),
    ]
    chosen = plan(calls, AMSTERDAM)
    assert chosen.start == NOON
    assert [one.source_id for one in chosen.calls] == ["2", "3", "4"]
    assert chosen.open_at_start == 1


def test_a_start_at_a_time_of_day_takes_the_day_with_most_calls_then() -> None:
    """23:30 local is chosen on the day whose half hour before midnight and half hour after are busiest."""
    late = datetime(2026, 1, 16, 23, 45, tzinfo=AMSTERDAM)
    calls = [call(0, late - timedelta(days=1)), call(1, late), call(2, late + timedelta(minutes=30))]
    chosen = plan(calls, AMSTERDAM, time(23, 30))
    assert chosen.start == datetime(2026, 1, 16, 22, 30, tzinfo=UTC)
    assert [one.source_id for one in chosen.calls] == ["1", "2"]


def test_a_plan_needs_calls_and_a_local_time() -> None:
    """Both are the caller's to check, and are refused by name."""
    with pytest.raises(ValueError, match="calls must"):
        plan([], AMSTERDAM)
    with pytest.raises(ValueError, match="start_at must"):
        plan([call(0, NOON)], AMSTERDAM, time(12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("start_at", "begins"),
    [
        (time(16, 0), datetime(2026, 1, 16, 17, 0, tzinfo=AMSTERDAM)),
        (time(17, 0), datetime(2026, 1, 16, 17, 0, tzinfo=AMSTERDAM)),
        (time(20, 0), datetime(2026, 1, 16, 17, 0, tzinfo=AMSTERDAM)),
        (time(0, 30), datetime(2026, 1, 15, 17, 0, tzinfo=AMSTERDAM)),
        (time(1, 30), datetime(2026, 1, 16, 17, 0, tzinfo=AMSTERDAM)),
    ],
)
def test_tracks_keep_their_time_of_day(start_at: time, begins: datetime) -> None:
    """Tracks of a summer evening, 17:00 to 01:00, fall at 17:00 in winter: around or after the start."""
    noon = datetime(2026, 1, 16, 12, 0, tzinfo=AMSTERDAM)
    chosen = plan([call(n, noon + timedelta(hours=n - 12)) for n in range(24)], AMSTERDAM, start_at)
    first = datetime(2008, 6, 6, 17, 0, tzinfo=AMSTERDAM)
    assert chosen.start.astimezone(AMSTERDAM).date() == noon.date()
    assert moved_start(first, first + timedelta(hours=8), AMSTERDAM, chosen) == begins


def test_fixes_from_before_the_start_are_left_out() -> None:
    """Tracks that began earlier are entered half-way, moved as one block."""
    first = datetime(2008, 6, 6, 10, 0, tzinfo=UTC)
    chosen = plan([call(0, NOON)], AMSTERDAM)
    played = steps(
        chosen,
        [fix("a", first), fix("b", first + timedelta(hours=1)), fix("c", first + timedelta(hours=2))],
        fixes_begin=NOON - timedelta(hours=1),
    )
    assert names(list(played)) == [(0.0, "Received", "0"), (0.0, "Fix", "b"), (3600.0, "Fix", "c")]


def test_fixes_are_taken_one_at_a_time() -> None:
    """An endless track is no trouble: nothing is gathered before it is played."""

    def endless() -> Iterator[Fix]:
        at = NOON
        while True:
            yield fix("a", at)
            at += timedelta(seconds=1)

    chosen = plan([call(0, NOON)], AMSTERDAM)
    assert len(list(islice(steps(chosen, endless()), 1_000))) == 1_000


_after = st.one_of(st.none(), st.integers(0, 3))


@given(
    rows=st.lists(st.tuples(st.integers(0, 5), _after, _after, _after, _after), min_size=1, max_size=6),
    ticks=st.lists(st.integers(0, 8), max_size=6).map(sorted),
)
def test_steps_are_in_order_deterministic_and_complete(
    rows: list[tuple[int, int | None, int | None, int | None, int | None]], ticks: list[int]
) -> None:
    """Whatever is played comes in order, twice the same, with every call received once, before it closes."""
    calls = [call(order, NOON + timedelta(seconds=row[0]), *row[1:]) for order, row in enumerate(rows)]
    fixes = [fix(str(n), NOON + timedelta(seconds=tick)) for n, tick in enumerate(ticks)]
    chosen = plan(calls, AMSTERDAM)
    played = list(steps(chosen, fixes))
    assert played == list(steps(chosen, fixes))
    assert [step.offset_s for step in played] == sorted(step.offset_s for step in played)
    assert len(played) == len(fixes) + sum(1 + sum(stage is not None for stage in row[1:]) for row in rows)
    order = [(type(step.what), step.what.call) for step in played if isinstance(step.what, Received | Closed)]
    for one in calls:
        assert order.count((Received, one)) == 1
        assert one.closed is None or order.index((Received, one)) < order.index((Closed, one))


def test_handled_calls_have_more_steps_and_the_same_stages() -> None:
    """What is promised and said lies between the stages, in one order of time with them."""
    calls = [call(order, NOON + timedelta(seconds=order), 60, 120, 900, 5_400) for order in range(20)]
    chosen = plan(calls, AMSTERDAM)
    bare, handled = list(steps(chosen)), list(steps(chosen, handled=True))
    assert [step for step in handled if not isinstance(step.what, FollowUp)] == bare
    assert len(handled) > len(bare) + 20
    assert [step.at for step in handled] == sorted(step.at for step in handled)
