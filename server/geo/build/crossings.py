"""Where streets of two names meet, from the nodes or the roundabouts that their ways share.

Takes the columns of `Gathered`; `gazetteer` gives the crossings their names. Two carriageways that a street
crosses in one go are one crossing.
"""

from collections.abc import Iterator

import numpy as np

from server.geo.build.gathered import Gathered, Ints
from server.geo.build.measure import apart_m
from server.geo.build.streets import Streets

SAME_M = 120.0
"""Meetings of the same two streets within this distance are one crossing."""


def crossings_of(gathered: Gathered, streets: Streets) -> Iterator[tuple[int, int, int, int]]:
    """(street, street, lat, lon) of each crossing, the lower street first."""
    node_street = np.repeat(streets.of_way, np.diff(gathered.way_start()))
    named = np.flatnonzero(node_street > 0)
    met = np.unique(np.stack([_meeting_ids(gathered)[named], node_street[named]], axis=1), axis=0)
    ids, first, count = np.unique(met[:, 0], return_index=True, return_counts=True)
    first, ids = first[count > 1], ids[count > 1]
    count = count[count > 1]
    lat, lon = _places(gathered, ids)
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    street = met[:, 1].tolist()
    for start, many, at in zip(
        first.tolist(), count.tolist(), zip(lat.tolist(), lon.tolist(), strict=True), strict=True
    ):
        here = street[start : start + many]
        for place, a in enumerate(here):
            for b in here[place + 1 :]:
                if streets.name[a] != streets.name[b]:
                    found.setdefault((a, b), []).append(at)
    for (a, b), points in sorted(found.items()):
        for lat_, lon_ in _apart(points):
            yield a, b, lat_, lon_


def _meeting_ids(gathered: Gathered) -> Ints:
    """The ids of all nodes, with one of them for all of a roundabout."""
    ids = gathered.node("id")
    start = gathered.way_start()
    leader: dict[int, int] = {}

    def lead(node: int) -> int:
        while leader.setdefault(node, node) != node:
            node = leader[node]
        return node

    for way in np.flatnonzero(gathered.way("roundabout")).tolist():
        first, *rest = ids[start[way] : start[way + 1]].tolist()
        for node in rest:
            a, b = sorted((lead(first), lead(node)))
            leader[b] = a
    if leader:
        nodes = np.array(sorted(leader), np.int64)
        leads = np.array([lead(node) for node in nodes.tolist()], np.int64)
        at = np.minimum(np.searchsorted(nodes, ids), len(nodes) - 1)
        ids = np.where(nodes[at] == ids, leads[at], ids)
    return ids


def _places(gathered: Gathered, ids: Ints) -> tuple[Ints, Ints]:
    known, at = np.unique(gathered.node("id"), return_index=True)
    at = at[np.searchsorted(known, ids)]
    return gathered.node("lat")[at], gathered.node("lon")[at]


def _apart(points: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """One point for each group that lies close together: the one nearest to its middle."""
    rest = sorted(points)
    while rest:
        near = [point for point in rest if apart_m(rest[0], point) <= SAME_M]
        rest = [point for point in rest if apart_m(near[0], point) > SAME_M]
        middle = [sum(point[axis] for point in near) / len(near) for axis in (0, 1)]
        off = {point: abs(point[0] - middle[0]) + abs(point[1] - middle[1]) for point in near}
        yield min(near, key=off.__getitem__)
