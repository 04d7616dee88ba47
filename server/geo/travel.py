"""Travel times: how long units need to a point, each by its own means, and how that is known.

Asks the network with one bounded search a means, backwards from the point, so that two hundred units cost
three searches. Where no street is near or no way leads, it takes the straight line and says so. Pure.
"""

import math
from collections.abc import Iterator, Mapping, Sequence, Set

from attrs import frozen

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.geo.by_road import LONGEST_S, Approach, Pace
from server.geo.network import Network
from server.geo.weights import Weights

KMH = 3.6
DRIVEN = (Means.CAR, Means.MOTORCYCLE)

SPARE_S, SPARE_TIMES, GROWS = 120.0, 1.2, 3.0


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


@frozen(kw_only=True, eq=False)
class Search:
    """Journeys of many to one place."""

    straight_s_by_id: Mapping[int, float]
    by_streets: Sequence[tuple[Sequence[Traveller], Approach]]
    """One for each kind of streets; none without a map."""

    @property
    def ids(self) -> Set[int]:
        """Of everybody who travels."""
        return self.straight_s_by_id.keys()

    def within(self, within_s: float) -> Mapping[int, Journey]:
        """By id; who certainly needs longer than `within_s` is left out, unless that is LONGEST_S."""
        found = {id: Journey(s=s, by_road=False) for id, s in self.straight_s_by_id.items()}
        for travellers, approach in self.by_streets:
            told = approach.within(within_s)
            for each, s, is_later in zip(travellers, told.s.tolist(), told.is_later.tolist(), strict=True):
                if is_later:
                    del found[each.id]
                elif math.isfinite(s):
                    found[each.id] = Journey(s=s, by_road=True)
        return found

    def until(self, ids: Set[int]) -> Mapping[int, Journey]:
        """Looks until these are found, and so everybody who is nearer than they are."""
        for within_s in self.stages_s(len(self.straight_s_by_id), ids):
            found = self.within(within_s)
            if ids <= found.keys():
                break
        return found

    def stages_s(self, most: int, ids: Set[int] | None = None) -> Iterator[float]:
        """How far to look for the first `most` (of `ids`), shorter first: a search costs what it covers.

        The straight line says how far that may be; what weighs comes on top of it.
        """
        nearest = sorted(s for id, s in self.straight_s_by_id.items() if ids is None or id in ids)[:most]
        stage_s = SPARE_S + SPARE_TIMES * nearest[-1] if nearest else LONGEST_S
        while stage_s < LONGEST_S:
            yield stage_s
            stage_s *= GROWS
        yield LONGEST_S


@frozen(kw_only=True)
class Travel:
    """Answers for one town and its settings; `network` is None without a map."""

    network: Network | None
    weights: Weights

    def journeys(self, travellers: Sequence[Traveller], end: Point, *, urgent: bool) -> Mapping[int, Journey]:
        """Everybody's journey to `end`, by id; `urgent` for cars and motorcycles at priority 1."""
        return self.search(travellers, end, urgent=urgent).until({each.id for each in travellers})

    def search(self, travellers: Sequence[Traveller], end: Point, *, urgent: bool) -> "Search":
        """The same, to be looked into as far as is needed."""
        by_streets: list[tuple[list[Traveller], Approach]] = []
        if self.network is not None:
            end_xy = self.network.xy([end])
            for kinds in (DRIVEN, (Means.BICYCLE,), (Means.FOOT,)):
                here = [each for each in travellers if each.means in kinds]
                if here:
                    starts_xy = self.network.xy([each.start for each in here])
                    streets = self.network.streets(kinds[0])
                    pace = self.pace(kinds[0], urgent=urgent)
                    by_streets.append((here, Approach(streets, starts_xy, end_xy, pace)))
        straight = {each.id: self.straight_s(each, end, urgent=urgent) for each in travellers}
        return Search(straight_s_by_id=straight, by_streets=by_streets)

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
