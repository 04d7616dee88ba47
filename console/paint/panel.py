"""A widget that is a stack of rows, and repaints only those that changed.

A panel is told what to show by its own `show`; it turns that into rows with pure functions and hands them to
`put`. It keeps no scrollbars and takes no mouse: what part is shown is decided by the rows.
"""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from console.paint.guard import Guard
from console.paint.palette import Palette
from console.paint.row import BLANK, Row, plain
from console.paint.tone import Tone


class Panel(Widget):
    """Draws rows through Textual's line API."""

    def __init__(self, palette: Palette, *, id: str) -> None:
        super().__init__(id=id)
        self._palette = palette
        self._rows: tuple[Row, ...] = ()
        self._guard = Guard()
        self.cannot: Callable[[], str] = lambda: "?"
        """The sentence that stands in a panel that cannot be drawn."""

    def guarded(self, deed: Callable[[], object]) -> None:
        """Do what shows something here; when it fails one line says so, and everything else goes on."""
        if not self._guard.runs(f"panel {self.id}", deed):
            self._put([plain(f" {self.cannot()}", Tone.BAD)])

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows for this size, at most `height` of them. Called by `redraw` only."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again and repaint the rows that differ; nothing differs, nothing is painted."""
        width, height = self.size
        if width > 0 and height > 0:
            self._put(self.draw(width, height))

    def _put(self, drawn: Sequence[Row]) -> None:
        width, height = self.size
        rows = tuple(drawn[:height])
        rows += (BLANK,) * (height - len(rows))
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.refresh()
            return
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip(before, rows, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, row by row."""
        return self._rows

    def render_line(self, y: int) -> Strip:
        """Textual asks for one line."""
        row = self._rows[y] if y < len(self._rows) else BLANK
        palette = self._palette
        segments = [Segment(text, palette.style(tone, row.ground)) for text, tone in row.spans]
        return Strip(segments).adjust_cell_length(self.size.width, palette.ground(row.ground))

    def on_resize(self, _event: Resize) -> None:
        """Another size: everything is drawn anew."""
        self._rows = ()
        self.guarded(self.redraw)
