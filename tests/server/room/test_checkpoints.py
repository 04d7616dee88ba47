"""Checkpoints: one when there were changes enough, one at the end, and another try when the disk refuses."""

import asyncio

import pytest

from server.journal.errors import Reason
from server.room.checkpoints import Checkpoints
from server.room.saved_board import from_checkpoint
from tests.server.make import World, opening
from tests.waiting import until


async def _saved_seq(world: World) -> int:
    newest = await world.journal.newest_checkpoint()
    if newest is None:
        return 0
    board = from_checkpoint(newest[1])
    assert board.seq == newest[0]
    return board.seq


async def test_one_for_every_so_many_changes() -> None:
    """Not for fewer."""
    world = World()
    checkpoints = Checkpoints(world.journal, lambda: world.room.board, every=3, seq=0)
    seen = []
    for _ in range(7):
        await world.wish(opening())
        await checkpoints.save_if_due()
        seen.append(await _saved_seq(world))
    assert seen == [0, 0, 3, 3, 3, 6, 6]


async def test_the_last_one_is_of_the_newest_board() -> None:
    """Once: a board that can be read already is not written again."""
    world = World()
    await world.wish(opening())
    checkpoints = Checkpoints(world.journal, lambda: world.room.board, every=100, seq=0)
    await checkpoints.save_last()
    assert await _saved_seq(world) == 1
    world.journal._checkpoints.clear()
    await checkpoints.save_last()
    assert await _saved_seq(world) == 0


async def test_a_disk_that_refuses_is_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    """It says so, and the next look saves what this one could not."""
    world = World()
    await world.wish(opening())
    checkpoints = Checkpoints(world.journal, lambda: world.room.board, every=1, seq=0)
    world.journal.trouble = Reason.DISK_FULL
    await checkpoints.save_if_due()
    assert "no checkpoint at 1" in caplog.text
    world.journal.trouble = None
    await checkpoints.save_if_due()
    assert await _saved_seq(world) == 1


async def test_it_looks_by_itself() -> None:
    """Until it is cancelled."""
    world = World()
    checkpoints = Checkpoints(world.journal, lambda: world.room.board, every=1, seq=0)
    async with asyncio.TaskGroup() as tasks:
        work = tasks.create_task(checkpoints.keep(0.001))
        await world.wish(opening())
        await until(lambda: world.journal._checkpoints, "for a checkpoint")
        work.cancel()
