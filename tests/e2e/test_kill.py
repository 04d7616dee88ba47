"""kill -9 of the real server under load, again and again: nothing is lost, nothing done twice."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from protocol.wire.messages import Done
from tests.e2e.load import NAMES, PER_ROUND, Load, journalled
from tests.e2e.process import ServerProcess
from tests.server.live import counted, staying
from tests.server.make import opening
from tests.waiting import until


async def _kill_again_and_again(process: ServerProcess, kills: int) -> None:
    load = Load()
    async with AsyncExitStack() as stack:
        url = f"ws://127.0.0.1:{process.port}"
        callers = [await stack.enter_async_context(staying(url, name)) for name in NAMES]
        assert isinstance(await callers[0].wish(opening()), Done)
        async with asyncio.TaskGroup() as writers:
            for caller, name in zip(callers, NAMES, strict=True):
                for hand in ("links", "rechts"):
                    writers.create_task(load.write(caller, f"{name} {hand}"))
            for _ in range(kills):
                await load.more(PER_ROUND)
                process.kill()
                await process.start()
            await load.more(PER_ROUND)
            load.stop = True
        newest = max(load.acknowledged.values())
        await until(lambda: all(caller.board.seq >= newest for caller in callers), "for the boards")
        samples = await counted(process.port)
        assert samples["openlijn_arrivals_total", "resume"] >= len(NAMES)
        assert ("openlijn_arrivals_total", "snapshot") not in samples
        boards = [caller.board for caller in callers]
    assert await process.stop() == 0
    board, seq_by_text, times = await journalled(process.data)
    assert boards == [board] * len(NAMES)
    assert {text: seq_by_text.get(text) for text in load.acknowledged} == load.acknowledged
    assert set(times.values()) == {1}


async def test_killed_five_times_under_load(process: ServerProcess) -> None:
    """Every console resumes from its number, without a snapshot, and ends with the server's board."""
    await _kill_again_and_again(process, 5)


@pytest.mark.slow
async def test_killed_fifty_times_under_load(process: ServerProcess) -> None:
    """The same for a long look."""
    await _kill_again_and_again(process, 50)
