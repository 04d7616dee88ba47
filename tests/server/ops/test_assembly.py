"""The parts of a server put together: each that may fail is supervised or told of changes apart."""

import asyncio
from pathlib import Path

from protocol.model.moment import from_ms
from server.faults.faults import Part
from server.ops.assembly import assemble, wall_clock
from server.ops.data import opened
from server.settings.settings import Settings

NOW = from_ms(1_790_000_000_000)
ELSEWHERE = {Part.DECIDING, Part.FILLING_IN, Part.DOCUMENTS, Part.RESUME, Part.LINKS}
"""Contained in the room and at the gateway: for each wish, each document, each link."""


async def test_every_part_that_may_fail_has_its_place(tmp_path: Path) -> None:
    """As side work, as a subscriber, or at the gateway; the hub hears of a change before all others."""
    async with opened(tmp_path / "data", Settings(), wall_now=NOW, world_now=NOW) as data:
        parts = assemble(data, Settings(), clock=wall_clock, tasks=asyncio.TaskGroup())
        subscribed = [each.part for each in parts.core.subscribers.all]
        await parts.beside.archive.close()
    assert subscribed[0] is Part.HUB
    assert {part for part, _ in parts.side_work} | set(subscribed) | ELSEWHERE == set(Part)


async def test_what_the_room_makes_durable_is_told_with_its_board(tmp_path: Path) -> None:
    """To the hub, whose newest change is the board's."""
    async with opened(tmp_path / "data", Settings(), wall_now=NOW, world_now=NOW) as data:
        parts = assemble(data, Settings(), clock=wall_clock, tasks=asyncio.TaskGroup())
        assert parts.core.hub.seq == parts.core.room.board.seq == 1
        await parts.beside.keeper.look()
        assert parts.core.faults.in_trouble() == ()
        await parts.beside.archive.close()
