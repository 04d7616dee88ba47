"""What lies between the streets of the training town: places with a name, neighbourhoods, parks and water."""

from itertools import pairwise

from attrs import field, frozen
from attrs.validators import instance_of, min_len

from protocol.model.point import Point


@frozen(kw_only=True)
class Spot:
    """A square, a shop or another place that people call by its name."""

    name: str
    point: Point


def _closed(_instance: object, _attribute: object, ring: tuple[Point, ...]) -> None:
    if ring[0] != ring[-1]:
        raise ValueError(f"ring must end where it begins, got {ring[0]} and {ring[-1]}")


@frozen(kw_only=True)
class Area:
    """A piece of land or water with a name."""

    name: str
    ring: tuple[Point, ...] = field(validator=[instance_of(tuple), min_len(4), _closed])
    """Its outline; the last point is the first."""

    def holds(self, point: Point) -> bool:
        """True inside the outline; on it it may be either."""
        inside = False
        lat, lon = point.lat_deg, point.lon_deg
        for a, b in pairwise(self.ring):
            if (a.lat_deg > lat) != (b.lat_deg > lat):
                part = (lat - a.lat_deg) / (b.lat_deg - a.lat_deg)
                inside ^= lon < a.lon_deg + part * (b.lon_deg - a.lon_deg)
        return inside

    @property
    def middle(self) -> Point:
        """The middle of its corners, on the grid of the wire."""
        corners = self.ring[:-1]
        return Point(
            lat_deg=sum(point.lat_deg for point in corners) / len(corners),
            lon_deg=sum(point.lon_deg for point in corners) / len(corners),
        ).on_grid()
