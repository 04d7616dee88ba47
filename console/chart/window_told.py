"""When the server is told what the map shows, so that a link which cannot carry all positions carries these.

Fed by the screen once a second with what is in view. Tells somewhat more than that, and nothing while what
was told still holds: a map that follows a unit moves all the time, and each telling costs the link bytes.
"""

from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.index import Box
from protocol.model.window import Window, window_around
from protocol.wire.messages import LooksAt

EVERY_S = 1.0
MARGIN = 0.25
"""Of the view's side, told beside it on each side: who drives in is known by then."""

MOST_TIMES = 4.0
"""How much wider or higher than wanted what was told may be, before it is told anew after zooming in."""


class WindowTold:
    """What the server knows of it."""

    def __init__(self) -> None:
        self._box: Box | None = None
        """What was told, in quanta of the wire; None for no map."""

        self._told_at_s = float("-inf")

    def due(self, seen: Box | None, now_s: float) -> LooksAt | None:
        """What must be told now; `seen` is what the map shows, None while no map is shown."""
        if now_s - self._told_at_s < EVERY_S or self._still_holds(seen):
            return None
        self._told_at_s, self._box = now_s, None if seen is None else _with_margin(seen)
        return LooksAt(window=None if self._box is None else _window(self._box))

    def _still_holds(self, seen: Box | None) -> bool:
        told = self._box
        if told is None or seen is None:
            return told is seen
        inside = (
            told.south <= seen.south
            and told.west <= seen.west
            and seen.north <= told.north
            and seen.east <= told.east
        )
        wanted = _with_margin(seen)
        return (
            inside
            and told.north - told.south <= MOST_TIMES * (wanted.north - wanted.south + 1)
            and told.east - told.west <= MOST_TIMES * (wanted.east - wanted.west + 1)
        )


def _with_margin(box: Box) -> Box:
    high, wide = int((box.north - box.south) * MARGIN), int((box.east - box.west) * MARGIN)
    return Box(
        south=max(-MAX_LAT, box.south - high),
        west=max(-MAX_LON, box.west - wide),
        north=min(MAX_LAT, box.north + high),
        east=min(MAX_LON, box.east + wide),
    )


def _window(box: Box) -> Window:
    return window_around(south=box.south, west=box.west, north=box.north, east=box.east)
