"""One websocket as the server holds it: its sending end for the hub, the reading of it, and how it ends.

Made by the gateway for each console that is let in; the hub sends through it without ever waiting. It knows
nothing of what the frames say.
"""

import asyncio
from collections.abc import Sequence
from time import monotonic

from websockets.asyncio.server import ServerConnection, broadcast
from websockets.exceptions import ConnectionClosed

from server.bucket import Bucket
from server.faults.faults import Faults, Part
from server.gateway.link_reading import Reading
from server.hub.peer import Outlet, Peer

CLOSE_TIMEOUT_S = 2.0
"""For the closing handshake; who does not take part is cut off."""

FRAMES_PER_S = 200.0
FRAMES_AT_ONCE = 400.0
MOST_UNREAD_BYTES = 64 * 1024
"""Waiting in this process for a link that does not take them, before it is read no further."""


class Link:
    """The sending end of one websocket."""

    def __init__(self, connection: ServerConnection, tasks: asyncio.TaskGroup, faults: Faults) -> None:
        self.connection = connection
        self._tasks = tasks
        self._faults = faults

    def send(self, frame: bytes) -> None:
        """At once, into this process' own buffer; never blocks."""
        broadcast((self.connection,), frame)

    def close(self, code: int, reason: str) -> None:
        """End it, with a `CloseCode` and at most 120 bytes of reason; does not wait for it."""
        self._tasks.create_task(self._closed(code, reason))

    async def _closed(self, code: int, reason: str) -> None:
        with self._faults.contained(Part.LINKS) as closing:
            await end(self.connection, code, reason)
        if closing.failed:
            self.connection.transport.abort()


def send_to_all(links: Sequence[Outlet], frame: bytes) -> None:
    """One frame to many links; never blocks."""
    broadcast((link.connection for link in links if isinstance(link, Link)), frame)


async def end(connection: ServerConnection, code: int, reason: str) -> None:
    """Ends the link: with a word when it takes one, else at once."""
    try:
        # Its own timeout does not cover the wait for a full buffer to drain.
        async with asyncio.timeout(CLOSE_TIMEOUT_S * 2):
            await connection.close(code, reason)
    except TimeoutError:
        connection.transport.abort()


def reading(connection: ServerConnection, peer: Peer) -> Reading:
    """Who does not read what is sent is not read from either."""

    async def receive() -> str | bytes | None:
        try:
            frame = await connection.recv()
        except ConnectionClosed:
            return None
        peer.heard_at_s = monotonic()
        return frame

    def is_clogged() -> bool:
        transport = connection.transport
        return not transport.is_closing() and transport.get_write_buffer_size() > MOST_UNREAD_BYTES

    bucket = Bucket(rate_per_s=FRAMES_PER_S, burst=FRAMES_AT_ONCE, now_s=monotonic())
    return Reading(receive, is_clogged=is_clogged, bucket=bucket)
