"""Runs a program in a pseudo-terminal of known size, reads it at full or at limited speed, and keeps what it
shows.

Used by the measuring helpers and by the tests of console.output. The reader is a thread; it answers the
questions that Textual asks a terminal, as a modern terminal does.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.heeding import heeding

_SYNC_QUESTION = b"\x1b[?2026$p"
_SYNC_ANSWER = b"\x1b[?2026;2$y"


class PtySession:
    """A child process on a pty, with a screen that follows its output.

    `drain_bytes_s` limits how fast the terminal is read (None: as fast as it goes). Leaving the context ends
    the child.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        drain_bytes_s: int | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._drain_bytes_s = drain_bytes_s
        self._titles: list[str] = []
        self._news = threading.Condition()
        self.received = bytearray()
        self.master, slave = pty.openpty()
        _set_size(slave, columns, rows)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        self.slave = slave
        """Kept open, so that what the terminal was left like can be read after the child's end."""
        self.far_bytes = 0
        """Room of the buffers on the way to the terminal; 0 for a terminal next to us."""
        self.most_on_the_way = 0
        """The most bytes that were taken from the child and not yet shown."""
        self._done = threading.Event()
        self._paused = threading.Event()
        self._reader = threading.Thread(target=self._read, name="pty-reader")
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
        self._done.set()
        self._reader.join()
        os.close(self.master)
        os.close(self.slave)

    def type(self, keys: str) -> None:
        """Send keys, or the sequences of special keys, as the terminal would."""
        os.write(self.master, keys.encode())

    def hang_up(self) -> None:
        """Close the terminal, as its window or an ssh line would: the system tells the child."""
        self._done.set()
        self._reader.join()
        os.close(self.master)
        self.master = os.open(os.devnull, os.O_RDWR)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal this large; the child gets its signal."""
        with self._news:
            self.screen.resize(rows, columns)
        _set_size(self.master, columns, rows)

    def pause(self) -> None:
        """Stop reading: the terminal takes what fits in its buffer and no more."""
        self._paused.set()

    def slow_down(self, drain_bytes_s: int | None) -> None:
        """From now on read the terminal at this speed; None for as fast as it goes."""
        self._drain_bytes_s = drain_bytes_s

    def be_far(self, drain_bytes_s: int) -> None:
        """From now on take from the child all it writes, and show it at this speed."""
        self.far_bytes = 1 << 30
        self.most_on_the_way = 0
        self.slow_down(drain_bytes_s)

    def go_on(self) -> None:
        """Read again after `pause`."""
        self._paused.clear()

    def wait_output(self, output: bytes = _SYNC_QUESTION, timeout_s: float = 30.0) -> None:
        """Wait until the child has written this; by default Textual's question, which it asks once it reads
        keys.

        Raises:
            TimeoutError: it did not within the time.
        """
        with self._news:
            if not self._news.wait_for(lambda: output in self.received, timeout_s):
                raise TimeoutError(f"no {output!r} in {bytes(self.received[-200:])!r}")

    def wait_output_times(self, output: bytes, times: int, timeout_s: float = 30.0) -> None:
        """Wait until the child has written this so many times. Raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: self.received.count(output) >= times, timeout_s):
                raise TimeoutError(f"{output!r} only {self.received.count(output)} times")

    def stop_process(self) -> None:
        """Stop the child without warning, as ``kill -STOP`` does."""
        os.kill(self.process.pid, signal.SIGSTOP)
        self.wait_stopped()

    def wait_stopped(self, timeout_s: float = 30.0) -> None:
        """Wait until the child is stopped, and what it wrote before that is read. Raises TimeoutError."""
        end = time.monotonic() + timeout_s
        while _state(self.process.pid) != "T":
            if time.monotonic() > end:
                raise TimeoutError(f"the child is in state {_state(self.process.pid)}")
            time.sleep(0.01)
        while select.select([self.master], [], [], 0.05)[0]:
            time.sleep(0.01)

    def go_on_process(self) -> None:
        """Let the stopped child continue, as ``fg`` does."""
        os.kill(self.process.pid, signal.SIGCONT)

    def wait_title(self, title: str, timeout_s: float = 30.0) -> None:
        """Wait until the child has set this title, and all that came before it is on the screen.

        Raises:
            TimeoutError: it did not within the time, or the child ended.
        """
        with self._news:
            found = self._news.wait_for(lambda: title in self._titles or not self._alive(), timeout_s)
            if not found or title not in self._titles:
                lines = "\n".join(self.screen.display)
                raise TimeoutError(f"no title {title!r}, child: {self.process.poll()}, screen:\n{lines}")

    def shown(self) -> list[str]:
        """The rows of the screen as they are now."""
        with self._news:
            return list(self.screen.display)

    def wait_shown(self, is_it: Callable[[list[str]], bool], timeout_s: float = 30.0) -> bool:
        """Wait until the rows of the screen are such; False when the time is over or the child has ended."""

        def look() -> bool:
            return not self._alive() or is_it(list(self.screen.display))

        with self._news:
            self._news.wait_for(look, timeout_s)
            return is_it(list(self.screen.display))

    def _alive(self) -> bool:
        return self.process.poll() is None

    def _read(self) -> None:
        # What was read but not yet shown stands for the buffers of ssh and the network on the way.
        on_the_way = bytearray()
        while not self._done.is_set():
            room = 0 if self._paused.is_set() else self.far_bytes or 1
            if len(on_the_way) < room and select.select([self.master], [], [], 0 if on_the_way else 0.05)[0]:
                try:
                    on_the_way += os.read(
                        self.master, 65536 if self.far_bytes or not self._drain_bytes_s else 64
                    )
                except OSError:
                    return
            self.most_on_the_way = max(self.most_on_the_way, len(on_the_way))
            size = len(on_the_way) if self._drain_bytes_s is None else self._drain_bytes_s // 50
            if size and on_the_way:
                data = bytes(on_the_way[:size])
                del on_the_way[:size]
                self._take(data)
            if self._paused.is_set() or self._drain_bytes_s:
                time.sleep(0.01 if not self._drain_bytes_s else size / self._drain_bytes_s)

    def _take(self, data: bytes) -> None:
        with self._news:
            asked = self.received[-len(_SYNC_QUESTION) + 1 :] + data
            self.received += data
            self._stream.feed(data)
            if self.screen.title and self.screen.title not in self._titles:
                self._titles.append(self.screen.title)
            self._news.notify_all()
        for _ in range(asked.count(_SYNC_QUESTION)):
            os.write(self.master, _SYNC_ANSWER)


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def _take_terminal() -> None:
    heeding()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _set_size(fileno: int, columns: int, rows: int) -> None:
    fcntl.ioctl(fileno, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
