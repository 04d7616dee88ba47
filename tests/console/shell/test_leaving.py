"""However the console ends, the terminal is as it was, and the status says why."""

import os
import pty
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.cli.exits import Exit
from tests.bench.pty_session import PtySession

ROOT = Path(__file__).parents[3]
IGNORING = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
WORDS = ["ws://anna@127.0.0.1:9", "--keep-nothing"]
RUN = f"from console.cli.main import main; main({WORDS})"
LONGEST_S = 60.0


@contextmanager
def _screen(before: str = "") -> Iterator[PtySession]:
    """The console with a server that is not there, once it reads keys."""
    environment = {**os.environ, "OPENLIJN_SECRET": "x", "PYTHONPATH": str(ROOT)}
    with PtySession([sys.executable, "-c", before + RUN], environment=environment) as session:
        session.wait_output()
        yield session


def _is_sound(session: PtySession) -> bool:
    """The first screen again, with its cursor, and keys as on a terminal that nobody touched."""
    written = bytes(session.received)
    ends = pty.openpty()
    untouched = termios.tcgetattr(ends[1])
    for end in ends:
        os.close(end)
    return (
        written.rfind(b"\x1b[?1049l") > written.rfind(b"\x1b[?1049h")
        and written.rfind(b"\x1b[?25h") > written.rfind(b"\x1b[?25l")
        and termios.tcgetattr(session.slave) == untouched
    )


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGTERM, Exit.TERMINATED),
        (signal.SIGHUP, Exit.HUNG_UP),
        (signal.SIGINT, Exit.INTERRUPTED),
    ],
)
def test_a_signal_leaves_the_terminal_sound(number: signal.Signals, status: Exit) -> None:
    """And the status is the one that a shell gives to a program that it ended."""
    with _screen() as session:
        session.process.send_signal(number)
        assert session.process.wait(LONGEST_S) == status
        session.wait_output(b"\x1b[?1049l")
        assert _is_sound(session)


def test_the_key_that_ends_other_programs_says_which_one_ends_this() -> None:
    """Ctrl-C is too near to a cry to end a shift with; the other key gives the terminal back."""
    with _screen() as session:
        session.type("\x03")
        assert session.wait_shown(lambda rows: any("Ctrl+Q" in row for row in rows))
        session.type("\x11")
        assert session.process.wait(LONGEST_S) == Exit.DONE
        session.wait_output(b"\x1b[?1049l")
        assert _is_sound(session)


def test_a_terminal_that_is_gone_ends_it_also_where_its_signal_is_ignored() -> None:
    """Under nohup nobody is told; without a look now and then it would spin on keys that never come."""
    with _screen(IGNORING) as session:
        session.hang_up()
        assert session.process.wait(LONGEST_S) == Exit.HUNG_UP
