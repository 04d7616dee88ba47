"""A terminal that takes nothing holds up nobody, and leaving it takes a bounded time."""

from __future__ import annotations

import asyncio
import os
import pty
import select
from collections.abc import Iterator

import pyte
import pytest

from console.output import outlet as outlet_module
from console.output.frame import Frame
from console.output.looks import look
from console.output.outflow import Outflow
from console.output.outlet import Outlet, can_be_opened, open_terminal
from tests.console.output.screens import painted_from_nothing, seen, terminal

WIDTH, HEIGHT = 100, 30
_MAX_TURNS = 5000


class Line:
    """A pseudo-terminal that is read only when a test says so, with an outlet and a frame."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        fileno = open_terminal(self.slave)
        assert fileno is not None
        self.fileno = fileno
        self.outflow = Outflow(erases_with_colour=True)
        self.outlet = Outlet(fileno, self.outflow, asyncio.get_running_loop())
        self.frame = Frame(WIDTH, HEIGHT)
        self.outflow.begin()
        self.turn = 0

    def change(self) -> None:
        """Show a screen that differs in every cell."""
        self.turn += 1
        for y in range(HEIGHT):
            colours = [f"38;2;{x};{y};{self.turn % 256}" for x in range(WIDTH)]
            self.frame.put(0, y, [("ab"[self.turn % 2], look(foreground=colour)) for colour in colours])
        self.outflow.show(self.frame)
        self.outlet.wake()

    async def fill(self) -> int:
        """Let the loop turn until the terminal takes no more; the bytes it took in all."""
        counters = self.outflow.counters
        for _ in range(_MAX_TURNS):
            before = counters.bytes_written
            self.change()
            for _ in range(20):
                await asyncio.sleep(0)
            if before == counters.bytes_written:
                return before
        raise AssertionError("the terminal never filled up")

    def read(self) -> bytes:
        """All that the terminal has to read now."""
        out = bytearray()
        while select.select([self.master], [], [], 0.02)[0]:
            out += os.read(self.master, 65536)
        return bytes(out)


@pytest.fixture
async def line() -> Iterator[Line]:  # type: ignore[misc]
    """A line with nobody reading; closed afterwards."""
    made = Line()
    yield made
    made.outlet.close()
    os.close(made.master)
    os.close(made.slave)


async def test_a_full_terminal_does_not_hold_up_the_loop(line: Line) -> None:
    """While nobody reads, the loop goes on, and screens are overtaken instead of queued."""
    taken = await line.fill()
    for _ in range(100):
        line.change()
        await asyncio.sleep(0)
    assert taken == line.outflow.counters.bytes_written
    assert line.outflow.counters.frames_shown > 100

    received = bytearray()
    for _ in range(_MAX_TURNS):
        received += line.read()
        await asyncio.sleep(0)
        if not line.outflow.next_bytes():
            break
    received += line.read()
    screen = terminal(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(bytes(received))
    assert seen(painted_from_nothing(line.frame)) == seen(screen)
    assert line.outflow.counters.frames_skipped > 90


async def test_the_shells_descriptor_keeps_blocking(line: Line) -> None:
    """Only our own descriptor does not block: other programs on the terminal notice nothing."""
    assert not os.get_blocking(line.fileno)
    assert os.get_blocking(line.slave)


async def test_leaving_a_terminal_that_is_not_read(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bounded wait its unread output is dropped, and what restores it is written."""
    monkeypatch.setattr(outlet_module, "CLOSE_WAIT_S", 0.05)
    await line.fill()
    line.outflow.hold()
    line.outflow.control("\x1b[?1049l")
    line.outflow.control("\x1b[?25h")
    line.outlet.close()
    assert line.read().endswith(b"\x1b\\\x1b[?1049l\x1b[?25h")


async def test_leaving_writes_what_is_queued(line: Line) -> None:
    """A terminal that is read gets every queued sequence, in order, before the descriptor closes."""
    for number in range(200):
        line.outflow.control(f"\x1b]2;{number}\x07")
    line.outlet.close()
    assert line.read() == b"".join(b"\x1b]2;%d\x07" % number for number in range(200))


async def test_a_terminal_that_is_gone(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    """When the other end has hung up, writing stops with one line in the log."""
    os.close(line.master)
    for _ in range(3):
        line.change()
        for _ in range(5):
            await asyncio.sleep(0)
    assert caplog.text.count("the terminal is gone") == 1
    line.master = os.open(os.devnull, os.O_RDONLY)


def test_a_terminal_of_another_user_is_told_from_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """After `su` the descriptor is inherited and works, and the terminal itself may not be opened."""
    master, slave = os.openpty()
    assert can_be_opened(slave)

    def refuses(*_given: object) -> int:
        raise PermissionError("Permission denied")

    monkeypatch.setattr("console.output.outlet.os.open", refuses)
    assert not can_be_opened(slave)
    monkeypatch.undo()
    os.close(master)
    os.close(slave)


def test_no_terminal() -> None:
    """What is not a terminal is refused, so that the caller keeps Textual's own display."""
    reading, writing = os.pipe()
    assert open_terminal(writing) is None
    os.close(reading)
    os.close(writing)


async def test_an_answer_that_never_comes(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that answered once and then no more gets the whole of the last screen all the same."""
    monkeypatch.setattr(outlet_module, "ANSWER_WAIT_S", 0.01)
    line.outflow.echo.answered()
    line.change()
    line.change()
    received = bytearray()
    for _ in range(_MAX_TURNS):
        received += line.read()
        await asyncio.sleep(0.001)
        if not line.outflow.next_bytes() and not line.outflow.echo.full:
            break
    received += line.read()
    screen = terminal(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(bytes(received))
    assert seen(painted_from_nothing(line.frame)) == seen(screen)
