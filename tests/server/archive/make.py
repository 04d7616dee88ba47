"""A world with an archive beside it, and cases by hand, for the tests of this folder."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from protocol.commands.command import Command
from server.archive.archive import Archive
from server.archive.case import NONE, Case, Sent
from server.decide.actor import Actor
from server.room.room import Accepted
from tests.server.make import ANNA, World

NOON = datetime(2026, 9, 21, 12, tzinfo=UTC)


def case(**said: Any) -> Case:
    """A case of which only this is said."""
    plain: dict[str, Any] = {
        "number": 1,
        "opened": NOON,
        "closed": None,
        "closed_because": None,
        "priority": 1,
        "code": "",
        "what": "vechtpartij",
        "place": "Blaak 31",
        "lat": None,
        "lon": None,
        "melder_number": "",
        "melder_name": "",
        "call_back": False,
        "story": "",
        "phase": "merge-in",
        "units": (),
        "holder": "anna",
        "reaction": None,
        "reacted": None,
        "assigned": None,
        "arrived": None,
        "spoken": None,
        "kept": 0,
        "moved": 0,
        "broken": 0,
        "dues": (),
        "feedback": NONE,
        "passed": (),
        "choices": (),
    }
    return Case(**{**plain, **said})


def sent(**said: Any) -> Sent:
    """The nearest by road in a minute, unless said otherwise."""
    plain: dict[str, Any] = {
        "unit": "12.03",
        "travel_s": 60,
        "nearest": "",
        "nearest_s": 60,
        "extra_s": 0,
        "reason": None,
        "by_road": True,
    }
    return Sent(**{**plain, **said})


@asynccontextmanager
async def archived(world: World, directory: Path) -> AsyncIterator[Archive]:
    """The archive of the world's journal, following it while the context lasts."""
    archive = Archive(directory, world.journal)
    async with asyncio.TaskGroup() as tasks:
        following = tasks.create_task(archive.follow())
        try:
            yield archive
        finally:
            following.cancel()
    await archive.close()


async def told(world: World, archive: Archive, *commands: Command, by: Actor = ANNA) -> None:
    """Wishes that must be granted, one after the other."""
    for command in commands:
        answer = await world.wish(command, by)
        assert isinstance(answer, Accepted), f"{command}: {answer}"
        archive.ring()
