"""Where a position can be: a box from the mapping, or else a circle drawn from the file itself.

The circle is the outlier rule: its centre is the median of latitudes and of longitudes, its radius thirty
times the median distance to that centre, and never under 100 km. Medians stand still as long as half of the
positions are right; the 100 km keep a ride to the next city in, where thirty medians of a small town would
not. It finds what lies in another country or at 0,0 in the ocean; an error within the region takes a box.
"""

from collections.abc import Iterable
from statistics import median

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.point import Point, distance_m

MIN_RADIUS_M = 100_000.0
MEDIANS = 30.0
MAX_SAMPLE = 20_000


@frozen(kw_only=True)
class Box:
    """A box in degrees, edges inside; it does not cross the 180th meridian."""

    south_west: Point = field(validator=instance_of(Point))
    north_east: Point = field(validator=instance_of(Point))

    def __attrs_post_init__(self) -> None:
        if self.south_west.lat_deg >= self.north_east.lat_deg:
            raise ValueError("south must be less than north")
        if self.south_west.lon_deg >= self.north_east.lon_deg:
            raise ValueError("west must be less than east")

    def holds(self, point: Point) -> bool:
        """Whether the point lies in the box."""
        return (
            self.south_west.lat_deg <= point.lat_deg <= self.north_east.lat_deg
            and self.south_west.lon_deg <= point.lon_deg <= self.north_east.lon_deg
        )


@frozen(kw_only=True)
class Circle:
    """A circle, edge inside."""

    centre: Point
    radius_m: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies in the circle."""
        return distance_m(self.centre, point) <= self.radius_m


@frozen
class Everywhere:
    """The whole earth: for a file without any position."""

    def holds(self, point: Point) -> bool:
        """Always true."""
        return True


Area = Box | Circle | Everywhere


def circle_around(points: Iterable[Point]) -> Circle | Everywhere:
    """The outlier rule over positions; Everywhere if there are none. Keeps at most 20,000 of them, evenly."""
    sample = thinned(points)
    if not sample:
        return Everywhere()
    centre = Point(
        lat_deg=median(point.lat_deg for point in sample),
        lon_deg=median(point.lon_deg for point in sample),
    )
    spread_m = median(distance_m(centre, point) for point in sample)
    return Circle(centre=centre, radius_m=max(MIN_RADIUS_M, MEDIANS * spread_m))


def thinned(points: Iterable[Point], max_sample: int = MAX_SAMPLE) -> list[Point]:
    """Every k-th point, with k doubled as often as needed to keep at most `max_sample` of them."""
    sample: list[Point] = []
    every = 1
    for number, point in enumerate(points):
        if number % every:
            continue
        sample.append(point)
        if len(sample) > max_sample:
            sample = sample[::2]
            every *= 2
    return sample
