"""Positions: the last one wins, whoever missed some hears the newest, and a slow link hears less often."""

from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve

from protocol.commands.units import SignOffUnit
from protocol.facts.units import UnitSignedOn
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import from_grid
from protocol.model.text import Name
from protocol.model.window import window_around
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import TAG_POSITIONS, decode_down
from protocol.wire.messages import Positions
from server.hub.fix_ticks import LEAST_PIECE_BYTES
from tests.server.consoles import NOW
from tests.server.hub_steps import ALIVE, POSITIONS, SIGNED_ON, SlowLink, fix, full, kinds, live, town

START = datetime(2026, 1, 1, tzinfo=UTC)


async def test_the_last_position_wins() -> None:
    """A link without room gets nothing; when it has room it gets where things are now, once."""
    made = await town(units=2)
    console = await live(made)
    assert console.peer is not None
    full(console.peer, made)
    for step in range(5):
        made.hub.moved([fix(1, step), fix(2, step)])
        made.hub.tick(to_ms(NOW))
    assert not console.pipe.frames
    made.hub.acknowledged(console.peer, console.peer.pace.in_flight_bytes)
    made.hub.moved([fix(1, 9)])
    made.hub.tick(to_ms(NOW))
    assert kinds(console.pipe.frames) == [ALIVE, POSITIONS, POSITIONS]
    await console.flow()
    assert console.fix_by_unit == {1: fix(1, 9), 2: fix(2, 4)}


async def test_a_tick_tells_those_in_step_only_what_moved() -> None:
    """And nothing when nothing moved."""
    made = await town(units=2)
    console = await live(made)
    made.hub.moved([fix(1), fix(2)])
    made.hub.tick(to_ms(NOW))
    await console.flow()
    made.hub.moved([fix(2, 5)])
    made.hub.tick(to_ms(NOW))
    made.hub.tick(to_ms(NOW))
    assert kinds(console.pipe.frames) == [POSITIONS]
    console.fix_by_unit.clear()
    await console.flow()
    assert console.fix_by_unit == {2: fix(2, 5)}


async def test_who_comes_late_gets_where_everybody_is() -> None:
    """Also of units that have not moved since."""
    made = await town(units=2)
    for step in range(3):
        made.hub.moved([fix(1 + step % 2, step)])
        made.hub.tick(to_ms(NOW))
    console = await live(made)
    made.hub.tick(to_ms(NOW))
    await console.flow()
    assert console.fix_by_unit == {1: fix(1, 2), 2: fix(2, 1)}


async def test_an_older_position_does_not_undo_a_newer_one() -> None:
    """Nor does one of a unit that is not on duty count."""
    made = await town(units=1)
    made.hub.moved([fix(1, 5), fix(1, 1, seconds_ago=30), fix(9)])
    assert made.hub.fix_by_unit == {1: fix(1, 5)}


async def test_positions_of_who_went_home_are_forgotten() -> None:
    """And nothing is sent about them, not even to who comes late."""
    made = await town(units=1)
    made.hub.moved([fix(1)])
    made.hub.tick(to_ms(NOW))
    await made.do(SignOffUnit(unit=1))
    made.hub.forget_units(made.room.board.units)
    console = await live(made)
    made.hub.tick(to_ms(NOW))
    assert made.hub.fix_by_unit == {}
    assert kinds(console.pipe.frames) == []


def moving(line: SlowLink, count: int, second: int) -> None:
    """So many units, every one somewhere else than a second ago."""
    now = START + timedelta(seconds=second)
    line.hub.moved(
        Fix(unit=unit, point=from_grid(5_192_000 + unit * 40 + second, 449_000 + second), at=now)
        for unit in range(1, count + 1)
    )
    line.hub.tick(to_ms(now))


def on_duty(line: SlowLink, count: int) -> None:
    """Units 1 to so many sign on."""
    facts = tuple(UnitSignedOn(unit=unit, call_sign=Name(f"u{unit}")) for unit in range(1, count + 1))
    signed_on = evolve(SIGNED_ON, facts=facts)
    line.hub.publish(signed_on, fold(Board(), signed_on))


def positions_in(line: SlowLink, begin: int) -> list[bytes]:
    """The frames of positions since that one, chasers left out."""
    return [frame for frame in list(line.pipe.frames)[begin:] if frame[1] == TAG_POSITIONS and len(frame) > 9]


def units_in(frame: bytes) -> list[int]:
    """Of whom the frame tells."""
    message = decode_down(frame, DeltaReader(0, 0), now_ms=to_ms(START))
    assert isinstance(message, Positions)
    return [each.unit for each in message.fixes]


def weak(count: int) -> SlowLink:
    """A link with a long way, nothing under way on it, and so many units on duty."""
    line = SlowLink()
    on_duty(line, count)
    line.acknowledge(0.7)
    assert line.peer.pace.is_slow
    return line


def test_a_slow_link_is_told_positions_less_often() -> None:
    """The newest of what it missed comes along with the next."""
    line = weak(1)
    told = []
    for second in range(1, 8):
        line.now_s += 1
        before = len(line.pipe.frames)
        moving(line, 1, second)
        line.acknowledge(0)
        told += [second] * bool(positions_in(line, before))
    assert told == [1, 3, 5, 7]


@pytest.mark.parametrize("count", [50, 500, 2_000])
def test_no_frame_to_a_weak_link_is_longer_than_its_piece(count: int) -> None:
    """However many move: an urgent change never waits for more than that."""
    line = weak(count)
    before = len(line.pipe.frames)
    for second in range(1, 60):
        line.now_s += 1
        seen = len(line.pipe.frames)
        most = max(LEAST_PIECE_BYTES, line.peer.pace.piece_bytes)
        moving(line, count, second)
        assert all(len(frame) <= most for frame in positions_in(line, seen))
        line.acknowledge(0.5)
    frames = positions_in(line, before)
    told = [unit for frame in frames for unit in units_in(frame)]
    assert sum(map(len, frames)) / len(told) <= 6


def test_on_a_weak_link_the_view_goes_first_and_nobody_is_forgotten() -> None:
    """What its map shows within a few pieces, all the others within many."""
    count, here = 300, 30
    line = weak(count)
    window = window_around(south=5_192_000, west=448_000, north=5_192_000 + here * 40 + 100, east=450_000)
    line.hub.looks_at(line.peer, window)
    heard: dict[int, int] = {}
    gap: dict[int, int] = dict.fromkeys(range(1, count + 1), 0)
    for second in range(1, 121):
        line.now_s += 2
        before = len(line.pipe.frames)
        moving(line, count, second)
        for frame in positions_in(line, before):
            for unit in units_in(frame):
                gap[unit] = max(gap[unit], second - heard.get(unit, 0))
                heard[unit] = second
        line.acknowledge(0.5)
    in_view = [unit for unit in gap if window.shows(line.hub.fix_by_unit[unit].point)]
    assert set(heard) == set(gap)
    assert max(gap[unit] for unit in in_view) <= 4
    assert max(gap.values()) <= 60


async def test_a_fast_link_is_told_all_at_once_when_its_window_has_grown() -> None:
    """Until then in pieces, one behind the other, as it acknowledges; everything within the same tick."""
    made = await town(units=150)
    console = await live(made)
    assert console.peer is not None
    pace = console.peer.pace
    pace.window_bytes = 400
    sizes = []
    for step in range(1, 7):
        made.hub.moved(fix(unit, step) for unit in range(1, 151))
        made.hub.tick(to_ms(NOW))
        frames = 0
        while console.pipe.frames:
            frames += console.pipe.frames[0][1] == POSITIONS
            await console.flow(1)
        sizes.append(frames)
        assert console.fix_by_unit == {unit: fix(unit, step) for unit in range(1, 151)}
    assert sizes[0] > 1
    assert sizes[-1] == 1


async def test_a_tick_that_fits_everybody_is_encoded_once() -> None:
    """The very same bytes to all who are in step."""
    made = await town(units=3)
    consoles = [await live(made, f"console-{number}") for number in range(3)]
    made.hub.moved(fix(unit) for unit in (1, 2, 3))
    made.hub.tick(to_ms(NOW))
    frames = [console.pipe.frames[-1] for console in consoles]
    assert all(frame is frames[0] for frame in frames)
