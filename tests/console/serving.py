"""A real server in this process, and links to it: what the tests of the console's shell dial."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from console.net.access import Access
from console.net.link import Link
from protocol.address import read_address
from protocol.model.role import Role
from server.ops.running import Listening, running
from server.settings.settings import read_settings

DEADLINE_S = 20.0


@frozen(kw_only=True)
class Served:
    """A server, and the access of a centralist called anna."""

    access: Access
    listening: Listening
    directory: Path


@asynccontextmanager
async def served(directory: Path, *, port: int = 0, secret: str = "") -> AsyncIterator[Served]:
    """A server in `directory` with the account anna; `secret` when she has one from an earlier run."""
    async with running(directory, read_settings(directory), port=port) as listening:
        secret = secret or listening.accounts.add("anna", Role.CENTRALIST)
        address = read_address(f"ws://anna@127.0.0.1:{listening.port}")
        yield Served(access=Access(address=address, secret=secret), listening=listening, directory=directory)


async def until(link: Link, condition: Callable[[], Any]) -> None:
    """Wait until the condition holds, looking again after every event of the link. Raises TimeoutError."""
    changed = asyncio.Event()
    stop = link.store.listen(lambda _event: changed.set())
    try:
        async with asyncio.timeout(DEADLINE_S):
            while not condition():
                changed.clear()
                await changed.wait()
    finally:
        stop()
