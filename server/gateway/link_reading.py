"""Reading one link: frames in their order and at a measured pace, but an emergency goes before all of them.

Sits between the gateway's socket and the conversation. Who sends without end, or does not take what is sent
to it, is read no further than a little ahead; a colleague in need is looked for in that. It drops nothing.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic

from protocol.commands.pairs import RaiseEmergency
from protocol.errors import BadMessage
from protocol.wire.frames import TAG_DO, decode_up
from protocol.wire.messages import Do
from server.bucket import Bucket

Frame = str | bytes

MOST_AHEAD = 256
"""Frames that are read before their turn; more than a person's console ever has under way."""

MOST_AHEAD_BYTES = 256 * 1024

_DO = bytes((0x93, TAG_DO))
"""How a wish begins: an array of three, and its tag. Saves reading every sign of life twice."""

CLOGGED_S = 0.05
"""Between two looks at whether the other end takes what it is sent."""


def is_urgent(frame: Frame) -> bool:
    """True for a colleague in need. What cannot be read is not, and says so in its turn."""
    if not isinstance(frame, bytes) or frame[:2] != _DO:
        return False
    try:
        message = decode_up(frame, now_ms=0)
    except BadMessage:
        return False
    return isinstance(message, Do) and isinstance(message.command, RaiseEmergency)


class Reading:
    """The frames of one link."""

    def __init__(
        self,
        receive: Callable[[], Awaitable[Frame | None]],
        *,
        is_clogged: Callable[[], bool],
        bucket: Bucket,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        """`receive` gives the next frame, None at the end, and may be cancelled; `is_clogged` says that
        enough is under way to the other end already.
        """
        self._receive = receive
        self._is_clogged = is_clogged
        self._bucket = bucket
        self._now_s = now_s
        self._held: deque[Frame] = deque()
        self._held_bytes = 0
        self._due_s = 0.0
        """When the first of those held may go on."""

        self._ended = False

    async def next(self) -> Frame | None:
        """The next frame to deal with, when its time has come; None once the link has ended."""
        while True:
            if not self._held:
                if self._ended or (frame := await self._receive()) is None:
                    return None
                if is_urgent(frame):
                    return frame
                self._hold(frame)
            # Of a link that has ended there is only so much: a stop of the server waits for it.
            wait_s = 0.0 if self._ended else self._due_s - self._now_s()
            if not self._ended and self._is_clogged():
                wait_s = max(wait_s, CLOGGED_S)
            if wait_s <= 0:
                return self._first()
            urgent = await self._ahead(wait_s)
            if urgent is not None:
                return urgent

    def _hold(self, frame: Frame) -> None:
        self._held.append(frame)
        self._held_bytes += len(frame)
        if len(self._held) == 1:
            self._due()

    def _first(self) -> Frame:
        frame = self._held.popleft()
        self._held_bytes -= len(frame)
        if self._held:
            self._due()
        return frame

    def _due(self) -> None:
        now_s = self._now_s()
        self._due_s = now_s + self._bucket.take(now_s)

    async def _ahead(self, wait_s: float) -> Frame | None:
        """Read on for so long at most; an emergency ends it."""
        full = len(self._held) >= MOST_AHEAD or self._held_bytes >= MOST_AHEAD_BYTES
        if full:
            await asyncio.sleep(wait_s)
            return None
        try:
            async with asyncio.timeout(wait_s):
                frame = await self._receive()
        except TimeoutError:
            return None
        if frame is None:
            self._ended = True
        elif is_urgent(frame):
            return frame
        else:
            self._hold(frame)
        return None
