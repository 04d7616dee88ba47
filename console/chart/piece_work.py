"""Gets the map in between: a few pieces from disk at a time, or one question to the server.

Does the I/O of this room. The screen calls `work` soon after whatever may have made something possible.
"""

from collections.abc import Callable
from time import monotonic

from console.chart.chart import Chart
from console.chart.looks import level_at
from console.chart.viewport import box_of
from console.map.atlas import Atlas
from console.map.cache import PieceCache
from console.map.lane import MapLane
from console.map.wanted import Looking
from console.store import Store
from protocol.map.index import Box
from protocol.wire.messages import Fetch

AT_ONCE_S = 0.012
"""A key that is pressed meanwhile waits no longer than this, and the piece under way."""

AGAIN_S = 0.03
_SIZE = (80, 24)
"""Cells to get the map for while it has no place on the screen."""


class MapWork:
    """One screen's map lane. `shown` is called when the map has grown."""

    def __init__(
        self,
        chart: Chart,
        store: Store,
        fetch: Callable[[Fetch], object],
        cache: PieceCache | None,
        *,
        shown: Callable[[], object],
    ) -> None:
        self._chart = chart
        self._shown = shown
        self.lane = MapLane(store, fetch, cache, looking=self._looking, grew=self._grew)

    def work(self) -> bool:
        """Work for a moment. True when there is more to do now."""
        until_s = monotonic() + AT_ONCE_S
        while self.lane.step():
            if monotonic() >= until_s:
                return True
        return False

    def stop(self) -> None:
        """Nobody looks any more."""
        self.lane.stop()

    def in_view(self) -> Box | None:
        """What the map shows now; None while it has no place on the screen, or no place is known."""
        viewport, size = self._chart.viewport, self._chart.size
        return None if viewport is None or size is None else box_of(viewport, *size)

    def _looking(self) -> Looking | None:
        viewport = self._chart.viewport
        if viewport is None:
            return None
        width, height = self._chart.size or _SIZE
        return Looking(box=box_of(viewport, width, height), level=level_at(viewport.cell_m))

    def _grew(self, atlas: Atlas | None) -> None:
        self._chart.atlas = atlas
        self._shown()
