"""Which stretch of the earth is in view: a centre and how many metres a cell is high. Pure.

A terminal cell is taken as twice as high as wide. Distances are flat within a view: over the 30 km of a
region the error is below a cell.
"""

import math
from collections.abc import Iterable

from attrs import evolve, field, frozen
from attrs.validators import ge, le

from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.index import Box
from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG, Point, to_grid

FINEST_M = 4.0
COARSEST_M = 16_384.0
_METRES_PER_DEG = math.radians(1.0) * EARTH_RADIUS_M
_MOST_LAT_DEG = 85.0


@frozen(kw_only=True)
class Viewport:
    """What a map of any size shows around its centre."""

    centre: Point
    cell_m: float = field(default=64.0, validator=[ge(FINEST_M), le(COARSEST_M)])
    """The height of a cell in metres; its width is half of that."""

    _squeeze: float = field(init=False, repr=False, eq=False)
    """How much shorter a degree of longitude is here than one of latitude."""

    @_squeeze.default
    def _squeezed(self) -> float:
        return math.cos(math.radians(self.centre.lat_deg))

    def offset_m(self, point: Point) -> tuple[float, float]:
        """Metres east and north of the centre."""
        squeeze = self._squeeze
        east_deg = (point.lon_deg - self.centre.lon_deg + 180.0) % 360.0 - 180.0
        return east_deg * squeeze * _METRES_PER_DEG, (point.lat_deg - self.centre.lat_deg) * _METRES_PER_DEG

    def dot(self, point: Point, width: int, height: int) -> tuple[int, int]:
        """The braille dot of the point on a map of width x height cells: column, row from the top left.

        May lie outside the map. A cell is 2 dots wide and 4 high.
        """
        east_m, north_m = self.offset_m(point)
        dot_m = self.cell_m / 4
        return math.floor(width + east_m / dot_m), math.floor(height * 2 - north_m / dot_m)

    def cell(self, point: Point, width: int, height: int) -> tuple[int, int]:
        """The cell of the point; may lie outside the map."""
        x, y = self.dot(point, width, height)
        return x // 2, y // 4

    def shows(self, point: Point, width: int, height: int) -> bool:
        """True when the point's cell is on the map."""
        x, y = self.cell(point, width, height)
        return 0 <= x < width and 0 <= y < height


def box_of(view: Viewport, width: int, height: int) -> Box:
    """What a map of so many cells shows, in quanta of the wire; cut off at the date line."""
    half_east_m, half_north_m = width * view.cell_m / 4, height * view.cell_m / 2
    lat = half_north_m / _METRES_PER_DEG * QUANTA_A_DEG
    lon = half_east_m / (_METRES_PER_DEG * max(0.05, view._squeeze)) * QUANTA_A_DEG
    middle_lat, middle_lon = to_grid(view.centre)
    return Box(
        south=max(-MAX_LAT, math.floor(middle_lat - lat)),
        west=max(-MAX_LON, math.floor(middle_lon - lon)),
        north=min(MAX_LAT, math.ceil(middle_lat + lat)),
        east=min(MAX_LON, math.ceil(middle_lon + lon)),
    )


def panned(view: Viewport, *, columns: float, rows: float) -> Viewport:
    """Moved by so many cells east and south."""
    return evolve(view, centre=moved(view.centre, columns * view.cell_m / 2, -rows * view.cell_m))


def zoomed(view: Viewport, steps: float) -> Viewport:
    """So many times twice as close (farther when negative), within the bounds."""
    return evolve(view, cell_m=min(COARSEST_M, max(FINEST_M, view.cell_m / 2**steps)))


def centred(view: Viewport, point: Point) -> Viewport:
    """With the point in the middle."""
    return evolve(view, centre=point)


def fitted(points: Iterable[Point], width: int, height: int, *, finest_m: float = 16.0) -> Viewport | None:
    """The closest view of a map of this size that shows every point; None without points.

    Never closer than `finest_m` a cell. Keeps a margin for the names beside the signs.
    """
    every = list(points)
    if not every:
        return None
    lats = [point.lat_deg for point in every]
    lons = [point.lon_deg for point in every]
    centre = Point(lat_deg=(min(lats) + max(lats)) / 2, lon_deg=(min(lons) + max(lons)) / 2)
    view = Viewport(centre=centre, cell_m=max(FINEST_M, finest_m))
    while view.cell_m < COARSEST_M and not all(
        _inside(*view.cell(point, width, height), width, height) for point in every
    ):
        view = zoomed(view, -0.5)
    return view


def _inside(x: int, y: int, width: int, height: int) -> bool:
    margin = min(8, width // 6)
    return 1 <= x < max(2, width - margin) and 1 <= y < max(2, height - 1)


def kept_in_view(view: Viewport, point: Point, width: int, height: int) -> Viewport:
    """The same view while the point is in its middle half, else one with the point in the centre.

    A followed unit thus moves over a map at rest, and the map moves seldom.
    """
    x, y = view.cell(point, width, height)
    calm = width // 4 <= x < width - width // 4 and height // 4 <= y < height - height // 4
    return view if calm else centred(view, point)


def moved(point: Point, east_m: float, north_m: float) -> Point:
    """The point so many metres away; stops at 85 degrees, goes round at the date line."""
    lat = min(_MOST_LAT_DEG, max(-_MOST_LAT_DEG, point.lat_deg + north_m / _METRES_PER_DEG))
    squeeze = max(0.05, math.cos(math.radians(lat)))
    lon = (point.lon_deg + east_m / (_METRES_PER_DEG * squeeze) + 180.0) % 360.0 - 180.0
    return Point(lat_deg=lat, lon_deg=lon)
