"""Many consoles in one process, for the benches of telling everybody.

Started as `python -m tests.bench.crowd` with one JSON line of orders on stdin; answers with JSON lines on
stdout: `ready` when all are in, and at the end when each frame reached each listener, on the monotonic clock
that all processes of a machine share. The kinds: `store` is a real console without a screen (websockets and a
ClientSession with its board), `stay` one that dials again after a cut, `bare` a websockets client that only
receives, `lean` a socket that counts frames and says that it lives, so that a thousand fit in one process.
"""

import asyncio
import base64
import json
import os
import random
import struct
import sys
from collections import defaultdict
from time import monotonic
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.events import Changed, LinkState, Welcomed
from protocol.wire import SUBPROTOCOL
from protocol.wire.frames import encode
from protocol.wire.messages import Alive

RESUMES, SNAPSHOTS = -1, -2
"""The numbers under which second welcomes are noted."""


class Arrivals:
    """When each numbered frame arrived, everywhere."""

    def __init__(self) -> None:
        self.at_by_number: dict[int, list[float]] = defaultdict(list)

    def note(self, number: int) -> None:
        self.at_by_number[number].append(monotonic())


async def store_console(orders: dict[str, Any], arrivals: Arrivals, ready: asyncio.Semaphore) -> None:
    """A console's link and store: the change counts when it is in the board."""
    session = ClientSession(first_id=1)
    headers = {"Authorization": f"Bearer {orders['ticket']}"}
    async with connect(
        orders["url"],
        proxy=None,
        compression=None,
        ping_interval=None,
        subprotocols=[SUBPROTOCOL],  # type: ignore[list-item]
        additional_headers=headers,
    ) as connection:
        session.opened(monotonic())
        announced, next_tick_s = False, 0.0
        async for frame in connection:
            for event in session.received(bytes(frame), monotonic(), 0):  # type: ignore[arg-type]
                if isinstance(event, Changed):
                    arrivals.note(event.change.seq)
            if monotonic() >= next_tick_s:
                next_tick_s = monotonic() + 0.5
                session.tick(monotonic())
            while (out := session.next_frame(monotonic(), 0)) is not None:
                await connection.send(out)
            if not announced and session.state is LinkState.LIVE:
                announced = True
                ready.release()


async def staying_console(orders: dict[str, Any], arrivals: Arrivals, ready: asyncio.Semaphore) -> None:
    """A console that dials again when its link is cut; welcomes are noted by whether a snapshot came."""
    session = ClientSession(first_id=1)
    wait_s, announced = timing.RETRY_FIRST_S, False
    while True:
        try:
            hello = session.hello()
            headers = {"Authorization": f"Bearer {hello.ticket or orders['ticket']}"}
            if hello.after:
                headers["Openlijn-After"] = f"{hello.history}:{hello.after}"
            async with connect(
                orders["url"],
                proxy=None,
                compression=None,
                ping_interval=None,
                subprotocols=[SUBPROTOCOL],  # type: ignore[list-item]
                additional_headers=headers,
            ) as connection:
                session.opened(monotonic())
                async for frame in connection:
                    for event in session.received(bytes(frame), monotonic(), 0):  # type: ignore[arg-type]
                        if isinstance(event, Changed):
                            arrivals.note(event.change.seq)
                        if isinstance(event, Welcomed) and announced:
                            arrivals.note(SNAPSHOTS if event.welcome.snapshot else RESUMES)
                    while (out := session.next_frame(monotonic(), 0)) is not None:
                        await connection.send(out)
                    if not announced and session.state is LinkState.LIVE:
                        announced = True
                        ready.release()
                    wait_s = timing.RETRY_FIRST_S
        except (OSError, WebSocketException, TimeoutError):
            pass
        session.closed()
        await asyncio.sleep(wait_s * random.uniform(0.5, 1.0))
        wait_s = min(timing.RETRY_MOST_S, wait_s * 2)


async def bare_client(orders: dict[str, Any], arrivals: Arrivals, ready: asyncio.Semaphore) -> None:
    """A client that only receives; the first four bytes of a frame are its number."""
    async with connect(orders["url"], proxy=None, compression=None, ping_interval=None) as connection:
        ready.release()
        async for frame in connection:
            arrivals.note(struct.unpack(">I", bytes(frame)[:4])[0])  # type: ignore[arg-type]


class LeanClient(asyncio.Protocol):
    """A websocket reduced to counting frames. Numbers them itself: frame k after `ready` is number k."""

    def __init__(self, orders: dict[str, Any], arrivals: Arrivals, ready: asyncio.Semaphore) -> None:
        self._orders = orders
        self._arrivals = arrivals
        self._ready = ready
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._open = False
        self._unacked = 0
        self._count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            "GET / HTTP/1.1",
            f"Host: {self._orders['host']}:{self._orders['port']}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
        ]
        if "ticket" in self._orders:
            lines += [
                f"Sec-WebSocket-Protocol: {SUBPROTOCOL}",
                f"Authorization: Bearer {self._orders['ticket']}",
            ]
        if self._orders.get("after"):
            lines.append(f"Openlijn-After: {self._orders['after']}")
        transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                raise ConnectionError(head.decode("latin-1")[:200])
            self._open = True
            self._buffer = rest
            self._ready.release()
        while len(self._buffer) >= 2:
            size, start = self._buffer[1] & 0x7F, 2
            if size == 126:
                if len(self._buffer) < 4:
                    return
                size, start = struct.unpack(">H", self._buffer[2:4])[0], 4
            if len(self._buffer) < start + size:
                return
            payload = self._buffer[start : start + size]
            self._buffer = self._buffer[start + size :]
            self._take(payload)

    def _take(self, payload: bytes) -> None:
        if "ticket" not in self._orders:
            self._arrivals.note(struct.unpack(">I", payload[:4])[0])
            return
        self._unacked += len(payload)
        # A change opens with its tag, 1 to 3, behind the array's own byte.
        if len(payload) > 1 and payload[1] in (1, 2, 3):
            self._count += 1
            self._arrivals.note(self._count)
        if self._unacked >= timing.ACK_EVERY_BYTES:
            self.say_alive()

    def say_alive(self) -> None:
        """One masked frame; a mask of zeros is legal and free."""
        payload = encode(Alive(received_bytes=self._unacked))
        self._unacked = 0
        if self._transport is not None and self._open and not self._transport.is_closing():
            self._transport.write(bytes((0x82, 0x80 | len(payload))) + b"\0\0\0\0" + payload)


async def lean_crowd(orders: dict[str, Any], arrivals: Arrivals, ready: asyncio.Semaphore) -> None:
    """All the lean clients, and their heartbeats spread over two seconds."""
    loop = asyncio.get_running_loop()
    clients = []
    for _ in range(orders["count"]):
        client = LeanClient(orders, arrivals, ready)
        await loop.create_connection(lambda client=client: client, orders["host"], orders["port"])  # type: ignore[misc]
        clients.append(client)
    if "ticket" not in orders:
        return
    while True:
        for client in clients:
            client.say_alive()
            await asyncio.sleep(timing.HEARTBEAT_S / len(clients))


async def main() -> None:
    """Reads the orders, lets everybody in, and reports when stdin says so."""
    loop = asyncio.get_running_loop()
    orders = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    arrivals, ready = Arrivals(), asyncio.Semaphore(0)
    async with asyncio.TaskGroup() as tasks:
        if orders["kind"] == "lean":
            running = [tasks.create_task(lean_crowd(orders, arrivals, ready))]
        else:
            one = {"store": store_console, "stay": staying_console, "bare": bare_client}[orders["kind"]]
            running = [tasks.create_task(one(orders, arrivals, ready)) for _ in range(orders["count"])]
        for _ in range(orders["count"]):
            await ready.acquire()
        say({"ready": orders["count"]})
        await loop.run_in_executor(None, sys.stdin.readline)
        for task in running:
            task.cancel()
    say({"arrivals": arrivals.at_by_number})


def say(value: Any) -> None:
    """One JSON line to whoever started us."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
