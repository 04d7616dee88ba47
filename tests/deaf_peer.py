"""A server that welcomes whoever dials and then neither reads nor speaks until it is told to.

What its clients send stays with them once the kernel is full: real back-pressure, over a real websocket.
"""

import asyncio
import fcntl
import socket
import struct
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from websockets.asyncio.server import ServerConnection, unix_serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire import SUBPROTOCOL
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alive, Do, Done, Welcome
from protocol.wire.snapshot_writer import write_snapshot
from tests.waiting import until

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
STILL_ROUNDS = 30
"""So many looks in a row at a kernel that takes no byte more: then it is full."""


class DeafPeer:
    """One such server."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.links: list[ServerConnection] = []
        self.heard: list[int] = []
        """The ids of all wishes, in the order in which they arrived."""

        self._listens = asyncio.Event()

    def listen(self) -> None:
        """From now on it reads, and answers every wish."""
        self._listens.set()

    async def clogged(self) -> None:
        """Returns when the last link is so full that its client has to wait."""
        await until(lambda: self.links, "for a link")
        full, rounds = 0, 0
        while rounds < STILL_ROUNDS or not full:
            await asyncio.sleep(0.01)
            waiting = _unread_bytes(self.links[-1])
            full, rounds = waiting, rounds + 1 if waiting == full else 0

    async def serve(self, connection: ServerConnection) -> None:
        """One client."""
        self.links.append(connection)
        await connection.send(_welcome())
        for part in write_snapshot(Board()):
            await connection.send(encode(part))
        await self._listens.wait()
        try:
            async for frame in connection:
                assert isinstance(frame, bytes)
                match decode_up(frame, now_ms=0):
                    case Do(id=id):
                        self.heard.append(id)
                        await connection.send(encode(Done(id=id, seq=1)))
                    case Alive():
                        await connection.send(encode(Alive()))
        except ConnectionClosed:
            return


@asynccontextmanager
async def deaf_peer(path: Path) -> AsyncIterator[DeafPeer]:
    """The server on this Unix socket: of such a one the kernel holds 208 KiB, of TCP many times that."""
    peer = DeafPeer(path)
    async with unix_serve(
        peer.serve,
        str(path),
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        max_queue=1,
        compression=None,
        ping_interval=None,
        close_timeout=0.1,
    ):
        try:
            yield peer
        finally:
            peer.listen()
            for link in peer.links:
                link.transport.abort()


def _unread_bytes(connection: ServerConnection) -> int:
    """What lies in the kernel for this end."""
    handle: socket.socket = connection.transport.get_extra_info("socket")
    (count,) = struct.unpack("i", fcntl.ioctl(handle.fileno(), termios.FIONREAD, b"\0" * 4))
    return int(count)


def _welcome() -> bytes:
    board = Board()
    return encode(
        Welcome(
            world=Name("oefenstad"),
            exercise=True,
            name=Name("anna"),
            role=Role.CENTRALIST,
            now=NOW,
            history="h1",
            seq=board.seq,
            at=board.at,
            snapshot=True,
            newest=board.seq,
            ticket="t1",
        )
    )
