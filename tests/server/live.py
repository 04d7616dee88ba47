"""A running server on a loopback port, and plain ways to reach it: HTTP by hand, a bare websocket."""

import asyncio
import base64
import contextlib
import shutil
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgpack
from attrs import frozen
from prometheus_client.parser import text_string_to_metric_families
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from protocol.commands.command import Command
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.wire import SUBPROTOCOL
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Do, Done, DownMessage, Refusal, UpMessage, Welcome
from server.accounts.accounts import FILE_NAME as ACCOUNTS_FILE
from server.exercise.caller import Caller, Doorbell
from server.ops.running import Listening, running
from server.settings.settings import Settings
from tests.server.accounts_file import secret_of, with_accounts

LONGEST_S = 30.0
"""Nothing here takes this long: it hangs."""

ROLES = {"anna": Role.CENTRALIST, "ben": Role.OPCO, "kijker": Role.OBSERVER}


@frozen(kw_only=True)
class Answer:
    """What came back over plain HTTP."""

    status: int
    headers: Mapping[str, str]
    body: str


async def get(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """A plain HTTP request by hand, so that nothing is tidied up on the way."""
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", *(f"{k}: {v}" for k, v in (headers or {}).items())]
    async with asyncio.timeout(LONGEST_S):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
            raw = await reader.read()
        finally:
            writer.close()
            await writer.wait_closed()
    head, _, body = raw.decode().partition("\r\n\r\n")
    status, *rest = head.split("\r\n")
    return Answer(
        status=int(status.split()[1]),
        headers=dict(line.split(": ", 1) for line in rest),
        body=body,
    )


async def counted(port: int) -> dict[tuple[str, ...], float]:
    """Every sample of /metrics, by name and label values."""
    page = await get(port, "/metrics")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page.body)
        for sample in family.samples
    }


def basic(name: str, secret: str | None = None) -> str:
    """The header that proves an account of a test."""
    whole = f"{name}:{secret_of(name) if secret is None else secret}"
    return "Basic " + base64.b64encode(whole.encode()).decode()


def packed(value: Any) -> bytes:
    """Any value as msgpack, whether or not it is a message."""
    raw: bytes = msgpack.packb(value)
    return raw


UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Protocol": SUBPROTOCOL,
}


class Wire:
    """A websocket that says exactly what a test wants to say, and reads what comes in order."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.welcome: Welcome | None = None
        self._reader: DeltaReader | None = None
        self._id = 0

    async def send(self, frame: UpMessage | bytes | str) -> None:
        """A message, or any frame at all."""
        await self.connection.send(frame if isinstance(frame, bytes | str) else encode(frame))

    async def next(self) -> DownMessage:
        """The next message from the server."""
        async with asyncio.timeout(LONGEST_S):
            frame = await self.connection.recv()
        assert isinstance(frame, bytes)
        message = decode_down(frame, self._reader, now_ms=0)
        if isinstance(message, Welcome):
            self.welcome, self._reader = message, DeltaReader(message.seq, to_ms(message.at))
        return message

    async def do(self, command: Command, *, id: int | None = None) -> Done | Refusal:
        """Wish, and read on up to the answer."""
        self._id += 1
        wished = self._id if id is None else id
        await self.send(Do(id=wished, command=command))
        return await self.answer(wished)

    async def answer(self, wished: int) -> Done | Refusal:
        """Reads on up to the answer to the wish of this id."""
        while True:
            message = await self.next()
            if isinstance(message, Done | Refusal) and message.id == wished:
                return message

    async def ended(self) -> tuple[int | None, str]:
        """Reads to the end; the close code and the words with it."""
        async with asyncio.timeout(LONGEST_S):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self.connection.recv()
        return self.connection.close_code, self.connection.close_reason or ""


@frozen(kw_only=True)
class Served:
    """A server under test."""

    listening: Listening
    directory: Path

    @property
    def port(self) -> int:
        """Its TCP port."""
        return self.listening.port

    @asynccontextmanager
    async def wire(
        self, name: str = "anna", *, headers: Mapping[str, str] | None = None, **options: Any
    ) -> AsyncIterator[Wire]:
        """A link of this account; ended on leaving."""
        connection = await connect(
            f"ws://127.0.0.1:{self.port}",
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            additional_headers=headers or {"Authorization": basic(name)},
            **{"proxy": None, "compression": None, "ping_interval": None, "close_timeout": 1, **options},
        )
        try:
            yield Wire(connection)
        finally:
            await connection.close()

    @asynccontextmanager
    async def caller(self, name: str = "anna") -> AsyncIterator[Caller]:
        """An ordinary client that has the whole board."""
        async with staying(f"ws://127.0.0.1:{self.port}", name) as caller:
            yield caller


@asynccontextmanager
async def staying(url: str, name: str, *, secret: str = "") -> AsyncIterator[Caller]:
    """A caller that dials until it is let go of; ready when it is handed out. `secret` is for an account that
    is not of `with_accounts`.
    """
    caller = Caller(Doorbell(url=url, name=name, secret=secret or secret_of(name)))
    stay = asyncio.get_running_loop().create_task(caller.stay())
    try:
        async with asyncio.timeout(LONGEST_S):
            await caller.ready()
        yield caller
    finally:
        stay.cancel()
        await asyncio.wait([stay])


@asynccontextmanager
async def serving(
    directory: Path,
    *,
    settings: Settings | None = None,
    unix_path: Path | None = None,
    tls: ssl.SSLContext | None = None,
    accounts_of: Path | None = None,
) -> AsyncIterator[Served]:
    """A server on a free port with the accounts of `ROLES`, or a copy of those of another data directory."""
    directory.mkdir(mode=0o700, exist_ok=True)
    with_accounts(directory, ROLES)
    if accounts_of is not None:
        shutil.copy(accounts_of / ACCOUNTS_FILE, directory)
    async with running(
        directory, settings or Settings(tick_interval_s=0.2), unix_path=unix_path, tls=tls
    ) as listening:
        yield Served(listening=listening, directory=directory)
