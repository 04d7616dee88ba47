"""The terminal is taken, given away, taken again and left in order, whatever happens to the process."""

from __future__ import annotations

import termios
from collections.abc import Iterator

import pytest

from tests.bench.terminal import fence, start
from tests.console.output.pair import DEMO, ESCAPE, F2, F3, F5, F6, F7, F11, LEAVE, STOP, Pair


@pytest.fixture
def truecolor() -> Iterator[Pair]:
    """Both displays of the demo in a modern terminal."""
    with start(DEMO, "stock") as stock, start(DEMO, "diff") as diff:
        stock.wait_output()
        diff.wait_output()
        both = Pair(stock, diff)
        both.settle()
        yield both


def test_after_a_resize_it_shows_the_same(truecolor: Pair) -> None:
    """Smaller, larger, with a dialog open, and back to the first size."""
    truecolor.type("abc" + F5 + F7)
    for columns, rows in ((80, 24), (131, 45), (40, 12), (120, 40)):
        truecolor.resize(columns, rows)
        truecolor.assert_equal(f"{columns}x{rows}")
    truecolor.type(F6)
    truecolor.resize(90, 30)
    truecolor.assert_equal("dialog")


def test_after_another_program_used_the_terminal_it_shows_the_same(truecolor: Pair) -> None:
    """App.suspend gives the terminal away; afterwards the whole screen is back."""
    truecolor.type("abc" + F5)
    truecolor.type(F11)
    for session in (truecolor.stock, truecolor.diff):
        assert b"a program of its own" in session.received
    truecolor.type("d" + F2)
    truecolor.assert_equal("suspended")


def test_after_being_stopped_and_continued_it_shows_the_same(truecolor: Pair) -> None:
    """Ctrl+z stops the process with its terminal restored, and fg brings the whole screen back."""
    truecolor.type("abc" + F5)
    for session in (truecolor.stock, truecolor.diff):
        session.type(STOP)
        session.wait_stopped()
        assert session.received.rstrip().endswith((b"\x1b[?1004l",))
        session.go_on_process()
        session.wait_output_times(b"\x1b[?2026$p", 2)
    truecolor.type("d" + F2)
    truecolor.assert_equal("continued")


def test_after_being_stopped_from_outside_it_shows_the_same(truecolor: Pair) -> None:
    """A stop without warning is healed when the process continues."""
    truecolor.type("abc" + F5)
    truecolor.diff.stop_process()
    truecolor.diff.go_on_process()
    truecolor.diff.wait_output_times(b"\x1b[?2026$p", 2)
    truecolor.type("d" + F2)
    truecolor.assert_equal("continued")


def test_leaving_a_terminal_that_nobody_reads() -> None:
    """With its output stuck, the console still ends, and leaves modes and line settings as they were."""
    with start(DEMO, "diff") as session:
        before = termios.tcgetattr(session.slave)
        session.wait_output()
        fence(session, 1)
        session.pause()
        for _ in range(6):
            session.type(F3 + F5 + F6 + ESCAPE)
        session.type(LEAVE)
        assert session.process.wait(30) == 0
        assert termios.tcgetattr(session.slave) == before
        session.go_on()
        session.wait_output(b"\x1b[?1049l\x1b[?25h\x1b[?1004l")
