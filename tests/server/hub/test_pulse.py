"""The pulse: positions go out by the clock, and those of who went home are forgotten."""

import asyncio

from protocol.commands.units import SignOffUnit
from server.hub.pulse import pulse
from tests.server.consoles import NOW
from tests.server.hub_steps import fix, live, town
from tests.waiting import until


async def test_positions_are_told_at_every_tick_and_forgotten_with_their_unit() -> None:
    """Without anything else happening."""
    made = await town(units=1)
    anna = await live(made)
    made.hub.moved([fix(1)])
    async with asyncio.TaskGroup() as tasks:
        work = tasks.create_task(pulse(made.hub, lambda: made.room.board, lambda: NOW, interval_s=0.001))
        await until(lambda: anna.pipe.frames, "for a tick")
        await anna.flow()
        assert set(anna.fix_by_unit) == {1}
        await made.do(SignOffUnit(unit=1))
        await until(lambda: not made.hub.fix_by_unit, "for it to be forgotten")
        work.cancel()
