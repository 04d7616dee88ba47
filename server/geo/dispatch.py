"""Dispatch by place and time: the one door to recommendation, reach and travel times.

Made at the start of a server from its map and settings; asked by the documents and by the keeper of arrivals.
Everything it takes is frozen and it keeps nothing, so that it may run in any thread.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from protocol.errors import Reason, Refused
from protocol.map.index import Box
from protocol.map.reach import Reach
from protocol.model.board import Board
from protocol.model.choice import Choice
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit import Unit
from server.geo.by_road import LONGEST_S
from server.geo.network import Network
from server.geo.reach import Reachable, reach_by_road, reach_straight
from server.geo.recommend import Recommendation, is_fresh, is_settled, may_go, recommend
from server.geo.teams import Teams
from server.geo.town import town_of
from server.geo.travel import Journey, Search, Travel, Traveller
from server.geo.weights import Weights

MOST = 8
"""Proposals where nobody says how many: what fits beside a melding."""


class Dispatch:
    """What a server knows about who is near."""

    def __init__(
        self,
        network: Network | None,
        weights: Weights,
        teams: Teams,
        terms: Terms,
        *,
        box: Box | None = None,
    ) -> None:
        """Without a network everything goes by straight lines, and says so.

        `box` is around the town; without one all streets of the network are the town.
        """
        self._travel = Travel(network=network, weights=weights)
        self._town = None if network is None else town_of(network, off_street_m=weights.off_street_m, box=box)
        self._weights = weights
        self._teams = teams
        self._terms = terms

    def recommend(
        self, board: Board, fixes: Mapping[int, Fix], number: int, *, now: datetime, most: int = MOST
    ) -> Recommendation:
        """Who could go to this melding, best first. Raises Refused NO_SUCH_INCIDENT."""
        incident = board.incidents.get(number)
        if incident is None:
            raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=board.last_incident)
        units = [unit for unit in board.units.values() if may_go(unit, incident, board)]
        search = self._search(units, fixes, incident.place.point, incident.priority, now)
        for within_s in (LONGEST_S,) if search is None else search.stages_s(most):
            found = recommend(
                board,
                fixes,
                incident,
                {} if search is None else search.within(within_s),
                weights=self._weights,
                teams=self._teams,
                terms=self._terms,
                now=now,
                most=most,
            )
            if is_settled(found, most, within_s - self._weights.solo_fits_s):
                break
        return found

    def journeys(
        self,
        units: list[Unit],
        fixes: Mapping[int, Fix],
        end: Point | None,
        *,
        priority: Priority,
        now: datetime,
    ) -> Mapping[int, Journey]:
        """The journeys of those whose position is fresh, by unit; none to a place that is not on the map."""
        search = self._search(units, fixes, end, priority, now)
        return {} if search is None else search.until({unit.id for unit in units} & search.ids)

    def _search(
        self,
        units: list[Unit],
        fixes: Mapping[int, Fix],
        end: Point | None,
        priority: Priority,
        now: datetime,
    ) -> Search | None:
        if end is None:
            return None
        travellers = [
            Traveller(id=unit.id, means=unit.means, start=fixes[unit.id].point)
            for unit in units
            if is_fresh(fixes.get(unit.id), now=now, terms=self._terms)
        ]
        return self._travel.search(travellers, end, urgent=priority is Priority.P1)

    def travel_s(
        self, unit: Unit, fix: Fix | None, point: Point | None, *, priority: Priority = Priority.P2
    ) -> float | None:
        """Seconds from that position, however old it is; None without a position or a point."""
        if fix is None or point is None:
            return None
        traveller = Traveller(id=unit.id, means=unit.means, start=fix.point)
        return self._travel.journeys([traveller], point, urgent=priority is Priority.P1)[unit.id].s

    def weigh(
        self, board: Board, fixes: Mapping[int, Fix], incident: Incident, unit: Unit, *, now: datetime
    ) -> Choice | None:
        """Who was sent, beside who could be called and would have been there first (B6).

        `board` and `unit` are as they were before the assignment. None when nobody knows how long the unit
        takes: then there is nothing to compare.
        """
        callable_ = [each for each in board.units.values() if each.can_be_called or each.id == unit.id]
        search = self._search(callable_, fixes, incident.place.point, incident.priority, now)
        if search is None or unit.id not in search.ids:
            return None
        journeys = search.until({unit.id})
        own = journeys[unit.id]
        first = min(journeys, key=lambda id: (journeys[id].s, id != unit.id, id))
        nearest = journeys[first]
        if own.s - nearest.s <= self._weights.same_s:
            first, nearest = unit.id, own
        return Choice(
            unit=unit.call_sign,
            travel_s=round(own.s),
            nearest=Name("") if first == unit.id else board.units[first].call_sign,
            nearest_s=round(nearest.s),
            by_road=own.by_road and nearest.by_road,
        )

    def reach(
        self,
        board: Board,
        fixes: Mapping[int, Fix],
        *,
        minutes: int,
        sending: tuple[int, ...] = (),
        now: datetime,
    ) -> Reach:
        """What those who can be called reach in so many minutes, and what is lost when `sending` go."""
        on_duty = [
            Reachable(
                means=unit.means,
                start=fixes[unit.id].point,
                can_go=unit.can_be_called,
                leaves=unit.id in sending,
            )
            for unit in board.units.values()
            if is_fresh(fixes.get(unit.id), now=now, terms=self._terms)
        ]
        if self._town is None:
            return reach_straight(self._travel, self._teams, on_duty, within_s=minutes * 60)
        return reach_by_road(self._travel, self._town, on_duty, within_s=minutes * 60)


def as_lines(recommendation: Recommendation) -> bytes:
    """The document `recommend/NUMBER`: a head, then one JSON line a unit, best first.

    Head: {number, by_road, point, skills, ring_names}. Unit: {unit, call_sign, travel_s, weighed_s, ring,
    age_s, reasons: [{key, ...arguments, adds_s where it is not 0}]}.
    """
    head = {
        "number": recommendation.number,
        "by_road": recommendation.by_road,
        "point": recommendation.point,
        "skills": list(recommendation.skills),
        "ring_names": list(recommendation.ring_names),
    }
    lines = [
        {
            "unit": each.unit,
            "call_sign": each.call_sign,
            "travel_s": each.travel_s,
            "weighed_s": each.weighed_s,
            "ring": each.ring,
            "age_s": each.age_s,
            "reasons": [
                {"key": why.key, **why.args, **({"adds_s": why.adds_s} if why.adds_s else {})}
                for why in each.reasons
            ],
        }
        for each in recommendation.proposals
    ]
    return b"".join((json.dumps(line, ensure_ascii=False) + "\n").encode() for line in (head, *lines))
