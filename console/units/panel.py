"""The unit list on the screen. Shows a UnitsView; says nothing by itself."""

from collections.abc import Sequence

from console.board.order import first_row
from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row
from console.paint.words import Say
from console.units.view import UnitsView, body_height, draw_units


class UnitsPanel(Panel):
    """Remembers only which part of the list is in view."""

    def __init__(self, palette: Palette, say: Say, view: UnitsView) -> None:
        super().__init__(palette, id="units")
        self._say = say
        self._view = view
        self._top = 0
        self._line: int | None = None

    @property
    def page(self) -> int:
        """How many rows a page is."""
        return max(1, body_height(self.size.height) - 1)

    def show(self, view: UnitsView) -> None:
        """Show this moment."""
        before, self._view = self._view, view
        if view.selected != before.selected or view.incident != before.incident:
            self._line = None
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows; scrolls so that the selection is in view."""
        view = self._view
        index = next((i for i, each in enumerate(view.standings) if each.unit.id == view.selected), None)
        body = body_height(height, told=index is not None)
        self._top = first_row(
            top=self._top, line=self._line, index=index, height=body, count=len(view.standings)
        )
        self._line = None if index is None else index - self._top
        return draw_units(view, self._say, width=width, height=height, top=self._top)
