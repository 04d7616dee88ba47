"""Decides which bytes go to the terminal next. No I/O: console.output.outlet asks for bytes and tells how
many went.

Other sequences (modes, bell, clipboard) wait in a queue, in order, and go before any further part of a frame.
Frames are never queued: the next part is made from the screen as it is at that moment.
"""

from __future__ import annotations

from collections import deque

from console.output.controls import Effect, effect
from console.output.counters import OutputCounters
from console.output.diff import Shadow, next_piece
from console.output.echo import QUESTION, EchoWindow
from console.output.frame import Frame

PIECE_CHARS = 2048
"""Bound of one part of a frame: what must still go out before anything newer can."""

SYNC_CHARS = 512
"""Parts shorter than this go without synchronized output: its 16 bytes guard against tearing, and so short
a part reaches the terminal in one packet anyway."""

_SYNC_BEGIN = "\x1b[?2026h"
_SYNC_END = "\x1b[?2026l"


class Outflow:
    """The terminal's future: a remainder, a queue of sequences, and a wanted frame."""

    def __init__(self, *, erases_with_colour: bool) -> None:
        self.counters = OutputCounters()
        self.synchronizes = False
        """Whether the terminal said that it knows synchronized output."""
        self.echo = EchoWindow()
        self._shadow = Shadow(erases_with_colour=erases_with_colour)
        self._controls: deque[str] = deque()
        self._remainder = b""
        self._frame: Frame | None = None
        self._outgrown: Frame | None = None
        self._live = False
        self._shown_since_level = 0

    def control(self, sequence: str) -> None:
        """Queue a sequence that is not a frame. May be called from any thread and from a signal handler."""
        self._controls.append(sequence)

    def show(self, frame: Frame) -> None:
        """Want this frame from now on; it may be changed in place, and shown again, at any time."""
        self._frame = frame
        self.counters.frames_shown += 1
        self._shown_since_level += 1

    def begin(self) -> None:
        """Frames may be written; nothing is known of the terminal, so the first paints all of it."""
        self._shadow.forget()
        self.echo.stop_waiting()
        self._live = True

    def resized(self, width: int, height: int) -> None:
        """The terminal has this size now and shows who knows what.

        A frame of another size waits to be replaced by one that fits; one that fits is painted anew.
        """
        self._shadow.forget()
        fits = self._frame is None or self._frame.size == (width, height)
        self._outgrown = None if fits else self._frame

    def hold(self) -> None:
        """Write no part of a frame until `begin`: the terminal is about to be somebody else's."""
        self._live = False
        if self._remainder.endswith(QUESTION.encode()):
            # Its answer would reach whoever reads the terminal after us.
            self._remainder = self._remainder.removesuffix(QUESTION.encode())
            self.echo.unasked()

    def next_bytes(self) -> bytes:
        """The bytes to write now, the same until `wrote` is called; empty when the terminal is level."""
        if not self._remainder:
            self._remainder = (self._next_control() or self._next_piece()).encode(errors="replace")
        return self._remainder

    def wrote(self, count: int) -> None:
        """The terminal took the first `count` of the bytes that `next_bytes` gave."""
        self.counters.bytes_written += count
        self._remainder = self._remainder[count:]

    def drop_started(self) -> None:
        """Give up what was written in part; what is queued behind it stays."""
        self._remainder = b""
        self._shadow.forget()

    def _next_control(self) -> str:
        sequences: list[str] = []
        while self._controls and len(sequences) < 64:
            sequence = self._controls.popleft()
            sequences.append(sequence)
            match effect(sequence):
                case Effect.SCREEN:
                    self._shadow.forget()
                case Effect.PEN:
                    self._shadow.forget_pen()
                case Effect.NONE:
                    pass
        return "".join(sequences)

    def _next_piece(self) -> str:
        if self._frame is None or not self._live or self._frame is self._outgrown or self.echo.full:
            return ""
        piece = next_piece(self._shadow, self._frame, PIECE_CHARS)
        if len(piece) < PIECE_CHARS:
            self._count_level()
        if self.synchronizes and len(piece) >= SYNC_CHARS:
            piece = _SYNC_BEGIN + piece + _SYNC_END
        return piece + self.echo.question_after(len(piece))

    def _count_level(self) -> None:
        if self._shown_since_level:
            self.counters.frames_written += 1
            self.counters.frames_skipped += self._shown_since_level - 1
            self._shown_since_level = 0
