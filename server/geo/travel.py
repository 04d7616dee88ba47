"""Travel times: how long units need to a point, each by its own means, and how that is known.

Asks the network with one bounded search a means, backwards from the point, so that two hundred units cost
three searches. Where no street is near or no way leads, it takes the straight line and says so. Pure.
"""

import math
from collections.abc import Iterable, Mapping

from attrs import frozen

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.geo.by_road import LONGEST_S, Pace, seconds_by_road
from server.geo.network import Network
from server.geo.weights import Weights

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

    def journeys(
        self, travellers: Iterable[Traveller], end: Point, *, urgent: bool, within_s: float = LONGEST_S
    ) -> Mapping[int, Journey]:
        """Everybody's journey to `end`, by id; `urgent` for cars and motorcycles at priority 1.

        Who certainly needs longer than `within_s` is left out; a short one is answered sooner.
        """
        found: dict[int, Journey] = {}
        every = list(travellers)
        if self.network is None:
            return {each.id: self._straight(each, end, urgent=urgent) for each in every}
        end_xy = self.network.xy([end])
        for streets in (self.network.car, self.network.bicycle, self.network.foot):
            here = [each for each in every if self.network.streets(each.means) is streets]
            if not here:
                continue
            starts_xy = self.network.xy([each.start for each in here])
            pace = self.pace(here[0].means, urgent=urgent)
            by_road = seconds_by_road(streets, starts_xy, end_xy, pace=pace, within_s=within_s)
            for each, s, is_later in zip(here, by_road.s.tolist(), by_road.is_later.tolist(), strict=True):
                if is_later:
                    continue
                by = math.isfinite(s)
                found[each.id] = (
                    Journey(s=s, by_road=True) if by else self._straight(each, end, urgent=urgent)
                )
        return found

    def _straight(self, traveller: Traveller, end: Point, *, urgent: bool) -> Journey:
        return Journey(s=self.straight_s(traveller, end, urgent=urgent), by_road=False)

    def straight_s(self, traveller: Traveller, end: Point, *, urgent: bool) -> float:
        """Seconds along the straight line, with the usual detour."""
        metres = distance_m(traveller.start, end) * self.weights.detour
        return metres / self.straight_m_s(traveller.means, urgent=urgent)

    def straight_m_s(self, means: Means, *, urgent: bool) -> float:
        """Metres a second where there is no street."""
        if means in DRIVEN:
            return self.weights.car_kmh / KMH / (self.weights.urgent_factor if urgent else 1.0)
        return (self.weights.bicycle_kmh if means is Means.BICYCLE else self.weights.foot_kmh) / KMH

    def pace(self, means: Means, *, urgent: bool) -> Pace:
        """On the streets: cars as each road allows, the others at one speed; offsets are walked by all."""
        driven = self.weights.urgent_factor if urgent else 1.0
        return Pace(
            s_a_cost=driven if means in DRIVEN else 1.0 / self.straight_m_s(means, urgent=False),
            s_an_offset_m=KMH / self.weights.foot_kmh,
            limit_m=float(self.weights.off_street_m),
        )
