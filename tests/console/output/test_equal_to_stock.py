"""The same keys give the same screen as Textual's own display, at a fraction of the bytes."""

from __future__ import annotations

import termios
from collections.abc import Iterator

import pytest

from tests.bench.pty_session import PtySession
from tests.bench.terminal import FENCE, LAYERS, Phase, bytes_per_phase, fence, start
from tests.console.output.screens import seen

DEMO = "tests.console.output.demo:Demo"
F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
F6, F7, F8, F9, F10, F11 = "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[23~"
SAME_MAP, STOP, LEAVE = "\x07", "\x1a", "\x0c"
ESCAPE, BACKSPACE, PAGE_DOWN, TAB = "\x1b[27u", "\x7f", "\x1b[6~", "\t"

SCRIPT = (
    *("a", "bc", BACKSPACE, "日", "é", F2, F2, F3, F4, SAME_MAP, F5, F5, F5),
    *(F7, F7, F7, F7, F7, F6, F5, ESCAPE, F8, F9, F10, F3 + F5 + F2, TAB, PAGE_DOWN),
)
ENVIRONMENTS: dict[str, dict[str, str]] = {
    "truecolor": {},
    "256 colours": {"COLORTERM": "", "TEXTUAL_COLOR_SYSTEM": "256"},
    "16 colours": {"TEXTUAL_COLOR_SYSTEM": "standard"},
    "no colour": {"NO_COLOR": "1"},
    "ansi theme": {"DEMO_THEME": "ansi-dark"},
    "no coloured erase": {"TERM": "screen-256color"},
}


class Pair:
    """Two sessions of the demo that get the same keys."""

    def __init__(self, stock: PtySession, diff: PtySession) -> None:
        self.stock = stock
        self.diff = diff
        self._fences = 0

    def settle(self) -> None:
        """Wait until both have done and written everything."""
        self._fences += 1
        for session in (self.stock, self.diff):
            session.type(FENCE)
        for session in (self.stock, self.diff):
            session.wait_title(f"fence-{self._fences}")

    def type(self, keys: str) -> None:
        """Send keys to both, and wait."""
        self.stock.type(keys)
        self.diff.type(keys)
        self.settle()

    def resize(self, columns: int, rows: int) -> None:
        """Resize both, and wait."""
        self.stock.resize(columns, rows)
        self.diff.resize(columns, rows)
        self.settle()

    def assert_equal(self, phase: str) -> None:
        """Both show the same."""
        differences = [
            f"row {y} column {x}: stock {one}, diff {other}"
            for y, rows in enumerate(zip(seen(self.stock.screen), seen(self.diff.screen), strict=True))
            for x, (one, other) in enumerate(zip(*rows, strict=True))
            if one != other
        ]
        assert differences[:10] == [], phase


SELDOM = ("256 colours", "16 colours", "no colour")
"""Like truecolor but for the colours themselves, which test_cells covers."""


@pytest.fixture(
    params=[
        pytest.param(environment, id=name, marks=[pytest.mark.slow] if name in SELDOM else [])
        for name, environment in ENVIRONMENTS.items()
    ]
)
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Both displays of the demo, in each environment."""
    with (
        start(DEMO, "stock", environment=request.param) as stock,
        start(DEMO, "diff", environment=request.param) as diff,
    ):
        stock.wait_output()
        diff.wait_output()
        both = Pair(stock, diff)
        both.settle()
        yield both


@pytest.fixture
def truecolor() -> Iterator[Pair]:
    """Both displays of the demo in a modern terminal."""
    with start(DEMO, "stock") as stock, start(DEMO, "diff") as diff:
        stock.wait_output()
        diff.wait_output()
        both = Pair(stock, diff)
        both.settle()
        yield both


def test_every_phase_shows_the_same(pair: Pair) -> None:
    """Typing, board, map, log, wide characters, dialog, toast, animation, paging, in every kind of colour."""
    pair.assert_equal("start")
    for number, keys in enumerate(SCRIPT):
        pair.type(keys)
        pair.assert_equal(f"phase {number}, {keys!r}")


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


def test_bytes() -> None:
    """What the thin line pays: a cell, fifty markers, a typed character; nothing for what did not change."""
    phases = [
        Phase(name="first cell", keys=F2),
        Phase(name="cell", keys=F2),
        Phase(name="fifty markers", keys=F3),
        Phase(name="one marker", keys=F4),
        Phase(name="same map", keys=SAME_MAP),
        Phase(name="first character", keys="a"),
        Phase(name="character", keys="b"),
        Phase(name="log line", keys=F5),
    ]
    counted = bytes_per_phase(DEMO, phases)
    diff = {name: by_layer["diff"] for name, by_layer in counted.items()}
    assert diff["first cell"] <= 100
    assert diff["cell"] <= 100
    assert diff["fifty markers"] <= 2500
    assert diff["one marker"] <= 100
    assert diff["same map"] == 0
    assert diff["first character"] <= 150
    assert diff["character"] <= 150
    assert diff["log line"] <= 300
    assert diff["start-up"] <= 10_000
    for name, by_layer in counted.items():
        assert by_layer["diff"] <= by_layer["stock"], name
    assert set(LAYERS) == set(counted["cell"])
