"""One member of a line as a light socket: it reads, acknowledges, speaks, is cut, resumes, and sees alarms.

Made by `member_crowd`, two thousand in one process. It decodes what it needs with the protocol's own decoder,
keeps what a real console would send to resume, and tells one Heard for all what came and when.
"""

import asyncio
import base64
import os
import random
import socket
import struct
from collections import Counter
from collections.abc import Callable
from time import monotonic
from typing import Any

import msgpack

from protocol.commands.command import Command
from protocol.model.line_kind import LineKind
from protocol.session import timing
from protocol.wire import SUBPROTOCOL
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alarm, Alive, Do, OnLine, Shown, UpMessage, Welcome

TAG_WELCOME, TAG_SNAPSHOT, TAG_REFUSED, TAG_SHOWN, TAG_ALARM = 4, 6, 11, 13, 14
DELTA_TAGS = (1, 2, 3)
DEAD_S = 5.0
"""How long the server still believes in a link that died without a word."""

SLOW_READ_BYTES, SLOW_READ_EVERY_S = 120, 0.1
"""9,600 bit/s."""


class Heard:
    """What all members together heard."""

    def __init__(self) -> None:
        self.sent_at: dict[int, float] = {}
        """When each message was sent, by the number in its text."""

        self.delays_s: list[float] = []
        """To members whose link was up from the sending on."""

        self.late: int = 0
        """Messages that came to a member after its link was cut."""

        self.frames: Counter[int] = Counter()
        """By tag."""

        self.raised_at: dict[int, float] = {}
        self.alarms_s: dict[bool, list[float]] = {False: [], True: []}
        """To members on a quick and on a slow link."""

        self.resumes = self.snapshots = self.refusals = 0


class Member(asyncio.Protocol):
    """One member, over as many links as it takes."""

    def __init__(self, orders: dict[str, Any], row: list[Any], heard: Heard) -> None:
        self.name, self.ticket, self.incident, self.unit = row
        self.ids: Counter[int] = Counter()
        """How often each entry of its line came."""

        self.up_since_s = 0.0
        self.is_in = asyncio.Event()
        self.is_slow = False
        self.delivered = self._told = 0
        self._orders, self._heard = orders, heard
        self._history, self._seq, self._words = "", 0, 0
        self._link = 0
        self._write: Callable[[bytes], object] = lambda data: None
        self._id = random.getrandbits(20) << 20
        self._unacked = 0
        self._slow_task: asyncio.Task[None] | None = None
        self._transport: asyncio.Transport | None = None

    async def dial(self) -> None:
        """A new link, resuming from what is here; the old one, if any, is heard no more."""
        self._link += 1
        self._unacked = 0
        self.is_in.clear()
        transport, _ = await asyncio.get_running_loop().create_connection(
            lambda: _Link(self, self._link), self._orders["host"], self._orders["port"]
        )
        self._transport = transport
        self._write = transport.write
        transport.write(self._request())
        await self.is_in.wait()

    def _request(self) -> bytes:
        lines = [
            "GET / HTTP/1.1",
            f"Host: {self._orders['host']}:{self._orders['port']}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Protocol: {SUBPROTOCOL}",
            f"Authorization: Bearer {self.ticket}",
        ]
        if self._history:
            words = f":{self._words}" if self._words else ""
            lines.append(f"Openlijn-After: {self._history}:{self._seq}{words}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def cut(self, *, silently: bool) -> None:
        """The link is gone; silently: the server is told nothing of it for a while."""
        assert self._transport is not None
        self._link += 1
        self._write = lambda data: None
        if silently:
            self._transport.pause_reading()
            asyncio.get_running_loop().call_later(DEAD_S, self._transport.abort)
        else:
            self._transport.abort()

    async def be_slow(self) -> None:
        """From now on so many bytes are read at a time. Ends by cancellation."""
        assert self._transport is not None
        self.is_slow = True
        sock = self._transport.get_extra_info("socket")
        # Small buffers, so that the link is slow and not only its end.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        protocol: _Link = self._transport.get_protocol()  # type: ignore[assignment]
        while True:
            protocol.allowance = SLOW_READ_BYTES
            protocol.go_on()
            await asyncio.sleep(SLOW_READ_EVERY_S)

    def took(self, link: int, payload: bytes) -> None:
        """One frame from the server."""
        if link != self._link:
            return
        tag = payload[1]
        self._heard.frames[tag] += 1
        self._unacked += len(payload)
        if tag == TAG_SHOWN:
            self._read(decode_down(payload, None, now_ms=0))
        elif tag == TAG_ALARM:
            self._alarmed(decode_down(payload, None, now_ms=0))
        elif tag in DELTA_TAGS:
            follows = msgpack.unpackb(payload, strict_map_key=False)[1]
            self._seq += 1 if isinstance(follows, int) else follows[1]
        elif tag == TAG_SNAPSHOT:
            part: Any = decode_down(payload, None, now_ms=0)
            if part.index == part.count - 1:
                self.is_in.set()
        elif tag == TAG_WELCOME:
            self._welcomed(decode_down(payload, None, now_ms=0))
        elif tag == TAG_REFUSED:
            self._heard.refusals += 1
        if self._unacked >= timing.ACK_EVERY_BYTES:
            self.say_alive()

    def _welcomed(self, welcome: Any) -> None:
        assert isinstance(welcome, Welcome)
        if self._history:
            self._heard.snapshots += welcome.snapshot
            self._heard.resumes += not welcome.snapshot
        self._history, self._seq = welcome.history, welcome.seq
        self.up_since_s = monotonic()
        if not welcome.snapshot:
            self.is_in.set()

    def _read(self, shown: Any) -> None:
        assert isinstance(shown, Shown)
        now_s = monotonic()
        self._words = max(self._words, shown.seq)
        if shown.incident != self.incident:
            return
        for entry in shown.entries:
            self.ids[entry.id] += 1
            self.delivered = max(self.delivered, entry.id)
            sent_at = self._heard.sent_at[int(entry.text.split()[0])]
            if sent_at < self.up_since_s:
                self._heard.late += 1
            elif not self.is_slow:
                self._heard.delays_s.append(now_s - sent_at)

    def _alarmed(self, alarm: Any) -> None:
        assert isinstance(alarm, Alarm)
        self._heard.alarms_s[self.is_slow].append(monotonic() - self._heard.raised_at[alarm.incident])

    def say(self, message: UpMessage) -> None:
        """One masked frame; a mask of zeros is legal and free."""
        payload = encode(message)
        size = len(payload)
        head = bytes((0x82, 0x80 | size)) if size < 126 else bytes((0x82, 0xFE)) + struct.pack(">H", size)
        self._write(head + b"\0\0\0\0" + payload)

    def wish(self, command: Command) -> None:
        """A wish, under an id of its own."""
        self._id += 1
        self.say(Do(id=self._id, command=command))

    def say_alive(self) -> None:
        unacked, self._unacked = self._unacked, 0
        self.say(Alive(received_bytes=unacked))

    def say_what_is_here(self) -> None:
        """The tick of who has what, when there is news."""
        if self.delivered > self._told:
            self._told = self.delivered
            self.say(OnLine(incident=self.incident, line=LineKind.OPEN, delivered=self.delivered))


class _Link(asyncio.BufferedProtocol):
    """One link of a member: bytes to frames, as many bytes at a time as its speed allows."""

    def __init__(self, member: Member, number: int) -> None:
        self._member, self._number = member, number
        self._buffer = b""
        self._open = False
        self._room = bytearray(65_536)
        self._transport: asyncio.Transport | None = None
        self.allowance: int | None = None
        """Bytes that may be read now; None for any number."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def go_on(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.resume_reading()

    def get_buffer(self, sizehint: int) -> memoryview:
        return memoryview(self._room)[: self.allowance or len(self._room)]

    def buffer_updated(self, nbytes: int) -> None:
        self._buffer += self._room[:nbytes]
        if self.allowance is not None:
            assert self._transport is not None
            self.allowance -= nbytes
            if self.allowance <= 0:
                self._transport.pause_reading()
        self._frames()

    def _frames(self) -> None:
        if not self._open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                raise ConnectionError(head.decode("latin-1")[:200])
            self._open, self._buffer = True, rest
        while len(self._buffer) >= 2:
            size, start = self._buffer[1] & 0x7F, 2
            if size == 126:
                if len(self._buffer) < 4:
                    return
                size, start = struct.unpack(">H", self._buffer[2:4])[0], 4
            if len(self._buffer) < start + size:
                return
            payload, self._buffer = self._buffer[start : start + size], self._buffer[start + size :]
            if size:
                self._member.took(self._number, payload)
