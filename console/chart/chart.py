"""Where the map looks: at everything until somebody moves it, then where they moved it or what it follows.

Fed with fixes. Gives a viewport for a size, and knows nothing of how it is drawn.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from console.chart.markers import Marker
from console.chart.tracks import Tracks
from console.chart.viewport import (
    Viewport,
    centred,
    fitted,
    kept_in_view,
    panned,
    zoomed,
)
from console.map.atlas import Atlas
from console.part.memo import Remembered
from protocol.model.fix import Fix
from protocol.model.point import Point

FAR_DEG = 0.6
"""A place farther than this (some 60 km) from the middle one is left out of a fit: one wild position must not
shrink the rest."""


@frozen(kw_only=True)
class Target:
    """What the map follows: a unit or an incident."""

    unit: int | None = None
    incident: int | None = None


class Chart:
    """The map's eye."""

    def __init__(self) -> None:
        self.tracks = Tracks()
        self.following: Target | None = None
        self.atlas: Atlas | None = None
        """The streets, as far as they have come."""

        self.size: tuple[int, int] | None = None
        """Columns and rows of the map on the screen; None while it has no place there."""

        self.spots: Sequence[tuple[tuple[int, int], Marker]] = ()
        """Which markers are on which cells, as last drawn."""

        self.incident_markers: Remembered[list[Marker]] = Remembered()
        self._viewport: Viewport | None = None
        self._fits = True

    @property
    def viewport(self) -> Viewport | None:
        """What is in view; None while no place is known."""
        return self._viewport

    def forget(self) -> None:
        """Another history: nobody went anywhere in it yet."""
        self.tracks, self.spots = Tracks(), ()
        self.fit()

    def targets(self) -> list[Target]:
        """What the map shows, in reading order."""
        spots = sorted(self.spots, key=lambda spot: (spot[0][1], spot[0][0]))
        return [Target(unit=marker.unit, incident=marker.incident) for _, marker in spots]

    def take(self, fixes: Iterable[Fix]) -> None:
        """Units were seen."""
        self.tracks.take(fixes)

    def look(
        self, points: Sequence[Point], followed: Point | None, *, width: int, height: int
    ) -> Viewport | None:
        """The viewport for a map of this size. None while no place is known."""
        if width <= 0 or height <= 0:
            return self._viewport
        if followed is not None and self._viewport is not None:
            self._viewport = kept_in_view(self._viewport, followed, width, height)
        elif self._fits or self._viewport is None:
            view = self._viewport
            if view is None or not all(view.shows(point, width, height) for point in points):
                near = around_the_middle(points)
                if near and (view is None or not all(view.shows(point, width, height) for point in near)):
                    self._viewport = fitted(near, width, height)
        return self._viewport

    def fit(self) -> None:
        """Look at everything again."""
        self._fits, self.following, self._viewport = True, None, None

    def pan(self, columns: float, rows: float) -> None:
        """Look so many cells further east and south; lets go of what was followed."""
        if self._viewport is not None:
            self._viewport = panned(self._viewport, columns=columns, rows=rows)
            self._fits, self.following = False, None

    def zoom(self, steps: int, around: Point | None = None) -> None:
        """Twice as close for each step, around the point where one is given."""
        if self._viewport is not None:
            view = self._viewport if around is None else centred(self._viewport, around)
            self._viewport = zoomed(view, steps)
            self._fits = False

    def centre(self, point: Point) -> None:
        """Put the point in the middle."""
        if self._viewport is not None:
            self._viewport = centred(self._viewport, point)
            self._fits = False

    def follow(self, target: Target | None) -> None:
        """Keep this in view from now on; None lets go."""
        self.following = target
        if target is not None:
            self._fits = False


def around_the_middle(points: Sequence[Point]) -> list[Point]:
    """The points within FAR_DEG of the median one, both ways."""
    if not points:
        return []
    lat_deg = sorted(point.lat_deg for point in points)[len(points) // 2]
    lon_deg = sorted(point.lon_deg for point in points)[len(points) // 2]
    return [
        point
        for point in points
        if abs(point.lat_deg - lat_deg) <= FAR_DEG and abs(point.lon_deg - lon_deg) <= FAR_DEG
    ]
