"""The demo on two displays that get the same keys: Textual's own and ours; and the keys it knows."""

from tests.bench.pty_session import PtySession
from tests.bench.terminal import FENCE
from tests.console.output.screens import seen

DEMO = "tests.console.output.demo:Demo"
F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
F6, F7, F8, F9, F10, F11 = "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[23~"
SAME_MAP, STOP, LEAVE = "\x07", "\x1a", "\x0c"
ESCAPE, BACKSPACE, PAGE_DOWN, TAB = "\x1b[27u", "\x7f", "\x1b[6~", "\t"


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
