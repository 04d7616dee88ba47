"""Puts the parts of the desk where the plan says, through Textual's layout interface."""

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class PlannedLayout(Layout):
    """Children by id in the regions of a plan; one without a region is not shown."""

    name = "planned"

    def __init__(self, plan: Callable[[int, int], Mapping[str, Region]]) -> None:
        self._plan = plan

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Textual asks where everything goes."""
        places = self._plan(size.width, size.height)
        return [
            WidgetPlacement(places[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id is not None and child.id in places
        ]
