"""The open line on the screen. Shows a LineView; says nothing by itself."""

from collections.abc import Sequence

from console.line.view import LineView, draw_line
from console.line.window import Anchor
from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row
from console.paint.words import Say


class LinePanel(Panel):
    """Remembers only which part of the timeline is in view."""

    def __init__(self, palette: Palette, say: Say, view: LineView) -> None:
        super().__init__(palette, id="line")
        self._say = say
        self._view = view
        self._anchor = Anchor()

    def show(self, view: LineView) -> None:
        """Show this moment."""
        self._view = view
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows; remembers where they begin, so that new entries do not move what is being read."""
        drawn = draw_line(self._view, self._say, width=width, height=height, anchor=self._anchor)
        self._anchor = drawn.anchor
        return drawn.rows
