"""Seconds by road from many points to one, for one means: what lies between a point and its street included.

Asked by `server.geo.travel`. A map that was cut out of a larger one has islands: pieces of street that lead
nowhere. Whoever stands on one may go by the main streets near it as well, whichever is sooner.
"""

import numpy as np
from attrs import frozen

from server.geo.plane import Flags, Floats
from server.geo.snap import Snaps
from server.geo.streets import Streets

LONGEST_S = 3_600.0
"""Beyond an hour nobody chooses by road: then the straight line says enough."""


@frozen(kw_only=True)
class Pace:
    """How fast one means is, and how far it looks for a street."""

    s_a_cost: float
    """Seconds for one unit of cost of its streets."""

    s_an_offset_m: float
    limit_m: float


@frozen(kw_only=True, eq=False)
class ByRoad:
    """An answer, one row a point."""

    s: Floats
    """inf where no way leads, or none that was looked for."""

    is_later: Flags
    """There is a way, and it takes longer than was looked for."""


class Approach:
    """The rows of `starts_xy` on their way to the one row of `end_xy`; streets near them are found once."""

    def __init__(self, streets: Streets, starts_xy: Floats, end_xy: Floats, pace: Pace) -> None:
        self._streets, self._pace = streets, pace
        self._starts = streets.everywhere.snap(starts_xy, limit_m=pace.limit_m)
        self._end = streets.everywhere.snap(end_xy, limit_m=pace.limit_m)
        self._main, self._main_end = self._starts, self._end
        if streets.main is not streets.everywhere:
            on_island = self._starts.found & ~streets.in_main[self._starts.edge]
            if on_island.any():
                others = streets.main.snap(starts_xy[on_island], limit_m=pace.limit_m)
                self._main = self._starts.but(on_island, others)
            if self._end.found[0] and not streets.in_main[self._end.edge[0]]:
                self._main_end = streets.main.snap(end_xy, limit_m=pace.limit_m)
        self._on_main = self._main.found & self._main_end.found[0]
        """Between main streets there is a way; from an island only a whole search knows."""

        self._unsure = self._starts.found & ~self._on_main
        self._unsure_s: Floats | None = None

    def within(self, within_s: float) -> ByRoad:
        """Ways longer than `within_s` are not reckoned: the shorter that is, the sooner the answer comes."""
        nowhere = ByRoad(
            s=np.full(len(self._starts.edge), np.inf), is_later=np.zeros(len(self._on_main), bool)
        )
        if not self._end.found[0]:
            return nowhere
        if self._main_end is self._end:
            both = self._seconds(self._starts.and_(self._main), self._end, within_s)
            found_s = np.minimum(*np.split(both, 2))
        else:
            found_s = self._seconds(self._starts, self._end, within_s)
            if self._main_end.found[0]:
                found_s = np.minimum(found_s, self._seconds(self._main, self._main_end, within_s))
        if within_s >= LONGEST_S:
            return ByRoad(s=found_s, is_later=nowhere.is_later)
        if self._unsure.any():
            if self._unsure_s is None:
                self._unsure_s = self._seconds(self._starts.at(self._unsure), self._end, LONGEST_S)
            found_s[self._unsure] = self._unsure_s
        return ByRoad(s=found_s, is_later=np.isinf(found_s) & self._on_main)

    def _seconds(self, starts: Snaps, end: Snaps, within_s: float) -> Floats:
        pace, found_s = self._pace, np.full(len(starts.edge), np.inf)
        near = np.flatnonzero(starts.found)
        if len(near):
            costs = self._streets.costs_towards(starts.at(near), end, within_s / pace.s_a_cost)
            offsets_m = starts.offset_m[near] + end.offset_m[0]
            found_s[near] = costs * pace.s_a_cost + offsets_m * pace.s_an_offset_m
        found_s[found_s > within_s] = np.inf
        return found_s
