"""Travel times: how long units need to a point, each by its own means, and how that is known.

Asks the network with one bounded search a means, backwards from the point, so that two hundred units cost
three searches. Where no street is near or no way leads, it takes the straight line and says so. Pure.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from attrs import frozen

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.geo.network import Network
from server.geo.plane import Floats
from server.geo.snap import Snapper
from server.geo.streets import Streets
from server.geo.weights import Weights

LONGEST_S = 3_600.0
"""Beyond an hour nobody chooses by road: then the straight line says enough."""

KMH = 3.6
DRIVEN = (Means.CAR, Means.MOTORCYCLE)


@frozen(kw_only=True)
class Journey:
    """How long a unit needs."""

    s: float
    by_road: bool
    """False for the straight line with a detour."""


@frozen(kw_only=True)
class Traveller:
    """Who would go: an id of the caller's, the means, and from where."""

    id: int
    means: Means
    start: Point


@frozen(kw_only=True)
class Travel:
    """Answers for one town and its settings; `network` is None without a map."""

    network: Network | None
    weights: Weights

    def journeys(self, travellers: Iterable[Traveller], end: Point, *, urgent: bool) -> Mapping[int, Journey]:
        """Everybody's journey to `end`, by id; `urgent` for cars and motorcycles at priority 1."""
        every = list(travellers)
        found = {
            each.id: Journey(s=self.straight_s(each, end, urgent=urgent), by_road=False) for each in every
        }
        if self.network is None:
            return found
        for streets in (self.network.car, self.network.bicycle, self.network.foot):
            here = [each for each in every if self.network.streets(each.means) is streets]
            if not here:
                continue
            s_a_cost = self.s_a_cost(here[0].means, urgent=urgent)
            for each, by_road_s in zip(here, self._by_road(streets, here, end, s_a_cost), strict=True):
                if np.isfinite(by_road_s):
                    found[each.id] = Journey(s=float(by_road_s), by_road=True)
        return found

    def straight_s(self, traveller: Traveller, end: Point, *, urgent: bool) -> float:
        """Seconds along the straight line, with the usual detour."""
        metres = distance_m(traveller.start, end) * self.weights.detour
        return metres / self.straight_m_s(traveller.means, urgent=urgent)

    def straight_m_s(self, means: Means, *, urgent: bool) -> float:
        """Metres a second where there is no street."""
        if means in DRIVEN:
            return self.weights.car_kmh / KMH / (self.weights.urgent_factor if urgent else 1.0)
        return (self.weights.bicycle_kmh if means is Means.BICYCLE else self.weights.foot_kmh) / KMH

    def s_a_cost(self, means: Means, *, urgent: bool) -> float:
        """Seconds for one unit of cost of the network: a second of driving, a metre of cycling or walking."""
        if means in DRIVEN:
            return self.weights.urgent_factor if urgent else 1.0
        return 1.0 / self.straight_m_s(means, urgent=False)

    @property
    def s_an_offset_m(self) -> float:
        """Seconds for a metre between a point and its street, which everybody walks."""
        return KMH / self.weights.foot_kmh

    def _by_road(self, streets: Streets, travellers: list[Traveller], end: Point, s_a_cost: float) -> Floats:
        """Seconds by road, inf where no way leads; off an island of the map by the main streets near it."""
        assert self.network is not None
        starts_xy = self.network.xy([each.start for each in travellers])
        end_xy = self.network.xy([end])
        found_s = self._among(streets, streets.everywhere, starts_xy, end_xy, s_a_cost)
        cut_off = np.isinf(found_s)
        if streets.main is not streets.everywhere and bool(cut_off.any()):
            found_s[cut_off] = self._among(streets, streets.main, starts_xy[cut_off], end_xy, s_a_cost)
        return found_s

    def _among(
        self, streets: Streets, snapper: Snapper, starts_xy: Floats, end_xy: Floats, s_a_cost: float
    ) -> Floats:
        limit_m = float(self.weights.off_street_m)
        found_s = np.full(len(starts_xy), np.inf)
        end = snapper.snap(end_xy, limit_m=limit_m)
        if not end.found[0]:
            return found_s
        starts = snapper.snap(starts_xy, limit_m=limit_m)
        near = np.flatnonzero(starts.found)
        costs = streets.costs_towards(starts.at(near), end, LONGEST_S / s_a_cost)
        offsets_m = starts.offset_m[near] + end.offset_m[0]
        found_s[near] = costs * s_a_cost + offsets_m * self.s_an_offset_m
        return found_s
