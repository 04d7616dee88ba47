"""A trip: a way through the town at a steady speed, and where on it one is at a moment.

Made when somebody sets off; asked for points until it is over. A frozen value; standing still is a trip of
one point.
"""

from bisect import bisect_right
from itertools import accumulate, pairwise

from attrs import field, frozen
from attrs.validators import gt, instance_of, min_len

from protocol.model.means import Means
from protocol.model.point import Point, distance_m

PATROL_KMH = {Means.CAR: 28.0, Means.MOTORCYCLE: 30.0, Means.BICYCLE: 13.0, Means.FOOT: 4.5}
CALLED_KMH = {Means.CAR: 42.0, Means.MOTORCYCLE: 46.0, Means.BICYCLE: 19.0, Means.FOOT: 7.0}
URGENT_KMH = {Means.CAR: 62.0, Means.MOTORCYCLE: 70.0, Means.BICYCLE: 24.0, Means.FOOT: 11.0}
"""Average speeds with corners and crossings in them, on patrol, to a melding, and to a priority 1."""


@frozen(kw_only=True)
class Trip:
    """From the first of `points` to the last, begun at `start_s` of the shift's clock."""

    points: tuple[Point, ...] = field(validator=[instance_of(tuple), min_len(1)])
    start_s: float
    speed_mps: float = field(default=1.0, validator=gt(0))
    _until_m: tuple[float, ...] = field(init=False)
    """Metres from the beginning to each point."""

    @_until_m.default
    def _measure(self) -> tuple[float, ...]:
        return tuple(accumulate((distance_m(a, b) for a, b in pairwise(self.points)), initial=0.0))

    @property
    def ends_s(self) -> float:
        """When the last point is reached."""
        return self.start_s + self._until_m[-1] / self.speed_mps

    def at(self, now_s: float) -> Point:
        """Where one is; the ends before the beginning and after the end."""
        gone_m = (now_s - self.start_s) * self.speed_mps
        place = bisect_right(self._until_m, gone_m)
        if place == 0:
            return self.points[0]
        if place == len(self.points):
            return self.points[-1]
        a, b = self.points[place - 1], self.points[place]
        part = (gone_m - self._until_m[place - 1]) / (self._until_m[place] - self._until_m[place - 1])
        return Point(
            lat_deg=a.lat_deg + (b.lat_deg - a.lat_deg) * part,
            lon_deg=a.lon_deg + (b.lon_deg - a.lon_deg) * part,
        )


def standing(point: Point, now_s: float) -> Trip:
    """Not going anywhere."""
    return Trip(points=(point,), start_s=now_s)


def speed_mps(means: Means, *, urgent: bool | None) -> float:
    """Metres a second: `urgent` None on patrol, else whether it is to a priority 1."""
    table = PATROL_KMH if urgent is None else URGENT_KMH if urgent else CALLED_KMH
    return table[means] / 3.6
