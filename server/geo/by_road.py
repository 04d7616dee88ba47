"""Seconds by road from many points to one, for one means: what lies between a point and its street included.

Asked by `server.geo.travel`. A map that was cut out of a larger one has islands: pieces of street that lead
nowhere. Whoever stands on one may go by the main streets near it as well, whichever is sooner. Pure.
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


def seconds_by_road(
    streets: Streets, starts_xy: Floats, end_xy: Floats, *, pace: Pace, within_s: float = LONGEST_S
) -> ByRoad:
    """From each row of `starts_xy` to the only row of `end_xy`; ways longer than `within_s` are not reckoned.

    The shorter that is, the sooner the answer comes.
    """
    none = np.zeros(len(starts_xy), np.bool_)
    starts = streets.everywhere.snap(starts_xy, limit_m=pace.limit_m)
    end = streets.everywhere.snap(end_xy, limit_m=pace.limit_m)
    if not end.found[0]:
        return ByRoad(s=np.full(len(starts_xy), np.inf), is_later=none)
    found_s = _seconds(streets, starts, end, pace, within_s)
    main, main_end = starts, end
    if streets.main is not streets.everywhere:
        on_island = starts.found & ~streets.in_main[starts.edge]
        if on_island.any():
            main = starts.but(on_island, streets.main.snap(starts_xy[on_island], limit_m=pace.limit_m))
        if not streets.in_main[end.edge[0]]:
            main_end = streets.main.snap(end_xy, limit_m=pace.limit_m)
        again = main.found & (on_island if main_end is end else main.found) & main_end.found[0]
        if again.any():
            found_s[again] = np.minimum(
                found_s[again], _seconds(streets, main.at(again), main_end, pace, within_s)
            )
    if within_s >= LONGEST_S:
        return ByRoad(s=found_s, is_later=none)
    # Between main streets there is a way; whether there is one from an island only a whole search knows.
    is_later = np.isinf(found_s) & main.found & main_end.found[0]
    unknown = np.isinf(found_s) & starts.found & ~is_later
    if unknown.any():
        found_s[unknown] = _seconds(streets, starts.at(unknown), end, pace, LONGEST_S)
    return ByRoad(s=found_s, is_later=is_later)


def _seconds(streets: Streets, starts: Snaps, end: Snaps, pace: Pace, within_s: float) -> Floats:
    found_s = np.full(len(starts.edge), np.inf)
    near = np.flatnonzero(starts.found)
    if len(near):
        costs = streets.costs_towards(starts.at(near), end, within_s / pace.s_a_cost)
        offsets_m = starts.offset_m[near] + end.offset_m[0]
        found_s[near] = costs * pace.s_a_cost + offsets_m * pace.s_an_offset_m
    found_s[found_s > within_s] = np.inf
    return found_s
