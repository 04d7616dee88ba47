"""The map on the screen. Shows a MapView; says nothing by itself."""

from collections.abc import Sequence

from console.chart.view import MapView, draw_map
from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row
from console.paint.words import Say


class MapPanel(Panel):
    """Draws what it is told; repaints only the rows in which something moved."""

    def __init__(self, palette: Palette, say: Say, view: MapView) -> None:
        super().__init__(palette, id="map")
        self._say = say
        self._view = view

    def show(self, view: MapView) -> None:
        """Show this moment."""
        if view != self._view:
            self._view = view
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows."""
        return draw_map(self._view, self._say, width=width, height=height)
