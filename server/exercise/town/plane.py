"""A flat map of a few kilometres: metres east and north of an origin, and back to degrees.

Pure. Good to a metre within ten kilometres of the origin, which is all a town needs.
"""

import math

from attrs import frozen

from protocol.model.point import EARTH_RADIUS_M, Point

Metres = tuple[float, float]
"""East and north of the origin."""


@frozen(kw_only=True)
class Plane:
    """The tangent plane at a point."""

    origin: Point

    def point(self, place: Metres) -> Point:
        """The point at metres east and north, on the grid of the wire."""
        east_m, north_m = place
        lat_deg = self.origin.lat_deg + math.degrees(north_m / EARTH_RADIUS_M)
        lon_deg = self.origin.lon_deg + math.degrees(east_m / (EARTH_RADIUS_M * self._shrink))
        return Point(lat_deg=lat_deg, lon_deg=lon_deg).on_grid()

    def metres(self, point: Point) -> Metres:
        """Metres east and north of the origin."""
        return (
            math.radians(point.lon_deg - self.origin.lon_deg) * EARTH_RADIUS_M * self._shrink,
            math.radians(point.lat_deg - self.origin.lat_deg) * EARTH_RADIUS_M,
        )

    @property
    def _shrink(self) -> float:
        return math.cos(math.radians(self.origin.lat_deg))


def between(a: Metres, b: Metres, part: float) -> Metres:
    """The place at `part` (0 to 1) of the way from a to b."""
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def nearest_part(a: Metres, b: Metres, place: Metres) -> float:
    """At which part (0 to 1) of the stretch from a to b a place is nearest; 0.0 for no length."""
    along = (b[0] - a[0], b[1] - a[1])
    square = along[0] ** 2 + along[1] ** 2
    if square == 0:
        return 0.0
    part = ((place[0] - a[0]) * along[0] + (place[1] - a[1]) * along[1]) / square
    return min(1.0, max(0.0, part))
