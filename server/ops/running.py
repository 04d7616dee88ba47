"""A running server: its address, its data and its parts, begun in order and ended in the opposite one.

Used by the command line, by the demonstration and by tests. Ends when asked to; what was accepted is in the
journal then, and a checkpoint makes the next start short. Only the room, the journal and the gateway can end
it; everything else is side work.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

from attrs import frozen

from protocol.one_error import one_error_as_itself
from server.accounts.accounts import Accounts
from server.faults.side_work import kept
from server.gateway.address import Address
from server.gateway.tcp_address import claimed_port
from server.gateway.unix_address import claimed_path
from server.hub.hub import Hub
from server.ops.assembly import assemble, wall_clock
from server.ops.data import opened
from server.room.room import Room
from server.settings.settings import Settings


@frozen(kw_only=True)
class Listening:
    """Where the server can be reached."""

    host: str | None
    port: int
    """0 for a Unix socket."""

    unix_path: Path | None
    room: Room
    hub: Hub
    accounts: Accounts


@asynccontextmanager
async def running(
    directory: Path,
    settings: Settings,
    *,
    host: str | None = "127.0.0.1",
    port: int = 0,
    unix_path: Path | None = None,
    tls: ssl.SSLContext | None = None,
    besides: Address | None = None,
    clock: Callable[[], datetime] = wall_clock,
) -> AsyncIterator[Listening]:
    """The server of the world in `directory`, while the context lasts.

    `clock` dates the changes; an exercise can have begun before its server did. Links and positions live by
    the wall clock. `besides` is an address to listen on as well, because a browser finds no Unix socket.

    Raises AddressUnusable, JournalError, AccountProblem, MapWrong, BadMessage or OSError when it cannot
    start; each says what and where. An address that cannot be used leaves no data directory behind.
    """
    async with AsyncExitStack() as stack:
        claim = claimed_port(host, port) if unix_path is None else claimed_path(unix_path)
        address = stack.enter_context(claim)
        data = await stack.enter_async_context(
            opened(directory, settings, wall_now=wall_clock(), world_now=clock())
        )
        tasks = asyncio.TaskGroup()
        parts = assemble(data, settings, clock=clock, tasks=tasks)
        stack.callback(parts.core.hub.close)
        stack.push_async_callback(parts.beside.checkpoints.save_last)
        stack.push_async_callback(parts.beside.archive.close)
        stack.enter_context(one_error_as_itself())
        await stack.enter_async_context(tasks)
        servers = await parts.gateway.open(address, tls=tls)
        stack.push_async_callback(parts.gateway.close, servers)
        if besides is not None:
            stack.push_async_callback(parts.gateway.close, await parts.gateway.open(besides))
        for part, work in parts.side_work:
            stack.callback(tasks.create_task(kept(part, work, parts.core.faults), name=part).cancel)
        yield Listening(
            host=None if unix_path else host,
            port=address.port,
            unix_path=unix_path,
            room=parts.core.room,
            hub=parts.core.hub,
            accounts=data.accounts,
        )
