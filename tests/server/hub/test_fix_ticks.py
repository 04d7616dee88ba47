"""Positions: the last one wins, whoever missed some hears the newest, and a slow link hears less often."""

from datetime import UTC, datetime

from protocol.commands.units import SignOffUnit
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import Point
from protocol.wire.frames import TAG_POSITIONS
from tests.server.consoles import NOW
from tests.server.hub_steps import ALIVE, POSITIONS, SIGNED_ON, SlowLink, fix, full, kinds, live, town


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
    assert kinds(console.pipe.frames) == [ALIVE, POSITIONS]
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


def test_a_slow_link_is_told_positions_less_often() -> None:
    """The newest of what it missed comes along with the next."""
    line = SlowLink()
    line.hub.publish(SIGNED_ON, fold(Board(), SIGNED_ON))
    line.acknowledge(0.7)
    told = []
    for second in range(1, 8):
        line.now_s += 1
        now = datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC)
        line.hub.moved([Fix(unit=1, point=Point(lat_deg=52, lon_deg=4 + second / 100), at=now)])
        before = len(line.pipe.frames)
        line.hub.tick(to_ms(now))
        line.acknowledge(0)
        told += [second] * any(frame[1] == TAG_POSITIONS for frame in list(line.pipe.frames)[before:])
    assert told == [1, 4, 7]
