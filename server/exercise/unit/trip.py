"""A trip: a way through the town at the speed of its streets, and where on it one is at a moment.

Made when somebody sets off; asked for points until it is over. A frozen value; standing still is a trip of
one point. Speeds are near those that a network reckons with, so that who is expected comes about then.
"""

from bisect import bisect_right
from enum import Enum
from functools import cached_property
from itertools import accumulate, pairwise

from attrs import field, frozen
from attrs.validators import instance_of, min_len

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.exercise.town.ways import Route


class Haste(Enum):
    """Why one moves."""

    PATROL = "patrol"
    CALLED = "called"
    URGENT = "urgent"
    """To a priority 1, with the blue light on."""


PART_OF_LIMIT = {Haste.PATROL: 0.7, Haste.CALLED: 1.0, Haste.URGENT: 1.3}
"""How a car goes beside what is usual in the street; a motorcycle is a little quicker."""

MOTORCYCLE_PART = 1.05
KMH = {
    Means.BICYCLE: {Haste.PATROL: 12.0, Haste.CALLED: 18.0, Haste.URGENT: 19.0},
    Means.FOOT: {Haste.PATROL: 4.0, Haste.CALLED: 5.0, Haste.URGENT: 5.5},
}
"""Whoever has no engine goes as fast everywhere."""


@frozen(kw_only=True, slots=False)
class Trip:
    """From the first of `points` to the last, begun at `start_s` of the shift's clock."""

    points: tuple[Point, ...] = field(validator=[instance_of(tuple), min_len(1)])
    start_s: float
    mps: tuple[float, ...] = field(default=())
    """Metres a second on each leg, one fewer than points."""

    @mps.validator
    def _goes(self, _attribute: object, mps: tuple[float, ...]) -> None:
        if len(mps) != len(self.points) - 1 or any(speed <= 0 for speed in mps):
            raise ValueError(f"mps must be {len(self.points) - 1} speeds above 0, got {mps!r}")

    @cached_property
    def _until_s(self) -> tuple[float, ...]:
        """Seconds from the beginning to each point."""
        legs = zip(pairwise(self.points), self.mps, strict=True)
        return tuple(accumulate((distance_m(a, b) / speed for (a, b), speed in legs), initial=0.0))

    @property
    def ends_s(self) -> float:
        """When the last point is reached."""
        return self.start_s + self._until_s[-1]

    def at(self, now_s: float) -> Point:
        """Where one is; the ends before the beginning and after the end."""
        gone_s = now_s - self.start_s
        place = bisect_right(self._until_s, gone_s)
        if place == 0:
            return self.points[0]
        if place == len(self.points):
            return self.points[-1]
        a, b = self.points[place - 1], self.points[place]
        part = (gone_s - self._until_s[place - 1]) / (self._until_s[place] - self._until_s[place - 1])
        return Point(
            lat_deg=a.lat_deg + (b.lat_deg - a.lat_deg) * part,
            lon_deg=a.lon_deg + (b.lon_deg - a.lon_deg) * part,
        )


def standing(point: Point, now_s: float) -> Trip:
    """Not going anywhere."""
    return Trip(points=(point,), start_s=now_s)


def along(route: Route, now_s: float, means: Means, haste: Haste) -> Trip:
    """Setting off now."""
    return Trip(
        points=route.points,
        start_s=now_s,
        mps=tuple(speed_mps(means, haste, kmh) for kmh in route.kmh),
    )


def speed_mps(means: Means, haste: Haste, kmh: int) -> float:
    """Metres a second by these means where a car goes `kmh` an hour."""
    if means in KMH:
        return KMH[means][haste] / 3.6
    part = PART_OF_LIMIT[haste] * (MOTORCYCLE_PART if means is Means.MOTORCYCLE else 1.0)
    return part * kmh / 3.6
