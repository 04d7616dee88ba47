"""The board on the screen. Shows a BoardView; says nothing by itself."""

from collections.abc import Sequence

from console.board.order import first_row
from console.board.view import BoardView, body_height, draw_board
from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row
from console.paint.words import Say


class BoardPanel(Panel):
    """Remembers only which part of the list is in view."""

    def __init__(self, palette: Palette, say: Say, view: BoardView) -> None:
        super().__init__(palette, id="board")
        self._say = say
        self._view = view
        self._top = 0
        self._line: int | None = None

    @property
    def page(self) -> int:
        """How many rows a page is."""
        return max(1, body_height(self.size.height, self._view) - 1)

    def show(self, view: BoardView) -> None:
        """Show this moment."""
        before, self._view = self._view, view
        if view.selected != before.selected:
            self._line = None
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows; scrolls so that the selection is in view."""
        view = self._view
        body = body_height(height, view)
        index = next((i for i, each in enumerate(view.incidents) if each.number == view.selected), None)
        self._top = first_row(
            top=self._top, line=self._line, index=index, height=body, count=len(view.incidents)
        )
        self._line = None if index is None else index - self._top
        return draw_board(view, self._say, width=width, height=height, top=self._top)
