"""A panel whose rows are a function of its view and nothing else."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row

View = TypeVar("View")


class Strips(Panel, Generic[View]):
    """Shows what `drawing(view, width, height)` gives; an equal view paints nothing."""

    def __init__(
        self, palette: Palette, *, id: str, drawing: Callable[[View, int, int], Sequence[Row]], view: View
    ) -> None:
        super().__init__(palette, id=id)
        self._drawing = drawing
        self._view = view

    def show(self, view: View) -> None:
        """Show this moment."""
        self._view = view
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows."""
        return self._drawing(self._view, width, height)
