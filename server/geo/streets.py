"""The streets of one means: which edges it may travel, both ways or one, and what each costs.

Made with a network. Costs are seconds for cars, whose speed hangs on the road, and metres for bicycles and
feet, whose speed is a setting. Searches start in a row of their own behind the nodes, so that they may begin
anywhere along a street.
"""

import numpy as np
from attrs import frozen
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from server.geo.plane import Flags, Floats, Ints
from server.geo.snap import Segments, Snapper, Snaps

AT_AN_END = 1e-6
"""Nearer to its end than this part of an edge is at the end: sums round."""


@frozen(kw_only=True, eq=False)
class Streets:
    """What one means may travel."""

    tail: Ints
    """The `from` of every edge of the network."""

    head: Ints
    cost: Floats
    forward: Flags
    """Edges open from tail to head."""

    back: Flags
    everywhere: Snapper
    """Every edge that is open."""

    main: Snapper
    """Only those from which one comes everywhere in the largest part, and back: no islands left by a cut."""

    in_main: Flags
    """One an edge."""

    _away: csr_array
    _towards: csr_array

    def costs_towards(self, ends: Snaps, end: Snaps, limit: float) -> Floats:
        """From each of `ends` to the first row of `end`; inf where no way leads, or none within `limit`.

        What lies between point and street is not in it. Both must have been found.
        """
        goal = end.at(np.zeros(1, np.int32))
        heads, costs, _ = self._entries(goal, flipped=True)
        nodes = self._search(self._towards, heads, costs, limit)
        to_head, to_tail = self._ways(ends, flipped=False)
        cost, part = self.cost[ends.edge], ends.part
        by_head = np.where(to_head, (1 - part) * cost + nodes[self.head[ends.edge]], np.inf)
        by_tail = np.where(to_tail, part * cost + nodes[self.tail[ends.edge]], np.inf)
        along = self.costs_along(ends.edge, part, goal.part[0])
        along[ends.edge != goal.edge[0]] = np.inf
        best = np.minimum(np.minimum(by_head, by_tail), along)
        best[best > limit] = np.inf
        return np.asarray(best)

    def costs_from(self, starts: Snaps, extra: Floats, limit: float) -> Floats:
        """For every node: from the nearest of `starts`, each begun with its `extra`; inf beyond `limit`."""
        heads, costs, rows = self._entries(starts, flipped=False)
        return self._search(self._away, heads, costs + extra[rows], limit)

    def costs_along(self, edge: Ints, start: Floats, end: Floats | float) -> Floats:
        """From one part of each edge to another without leaving it; inf against the traffic."""
        ahead = np.where(self.forward[edge] & (start <= end), (end - start) * self.cost[edge], np.inf)
        behind = np.where(self.back[edge] & (start >= end), (start - end) * self.cost[edge], np.inf)
        return np.minimum(ahead, behind)

    def _ways(self, places: Snaps, *, flipped: bool) -> tuple[Flags, Flags]:
        """From which places one may go on to the head of the edge, and from which to its tail.

        Whoever stands at an end stands on the node itself, also against the traffic of that one edge.
        Flipped: to which places one comes from there.
        """
        to_head, to_tail = (self.back, self.forward) if flipped else (self.forward, self.back)
        at_head, at_tail = places.part >= 1 - AT_AN_END, places.part <= AT_AN_END
        return np.asarray(to_head[places.edge] | at_head), np.asarray(to_tail[places.edge] | at_tail)

    def _entries(self, places: Snaps, *, flipped: bool) -> tuple[Ints, Floats, Ints]:
        """Where journeys from these places meet their first nodes, at which cost, and from which place."""
        edge, part, cost = places.edge, places.part, self.cost[places.edge]
        by_head, by_tail = map(np.flatnonzero, self._ways(places, flipped=flipped))
        nodes = np.concatenate((self.head[edge[by_head]], self.tail[edge[by_tail]]))
        costs = np.concatenate(((1 - part[by_head]) * cost[by_head], part[by_tail] * cost[by_tail]))
        return nodes, costs, np.concatenate((by_head, by_tail))

    def _search(self, roads: csr_array, heads: Ints, costs: Floats, limit: float) -> Floats:
        order = np.lexsort((costs, heads))
        first = order[np.flatnonzero(np.diff(heads[order], prepend=-1))]
        indptr = roads.indptr.copy()
        indptr[-1] += len(first)
        begun = csr_array(
            (
                np.concatenate((roads.data, costs[first])),
                np.concatenate((roads.indices, heads[first].astype(roads.indices.dtype))),
                indptr,
            ),
            shape=roads.shape,
        )
        found = dijkstra(begun, directed=True, indices=[roads.shape[0] - 1], limit=limit)
        return np.asarray(found[0, :-1], np.float64)


def streets_of(
    *, nodes: int, tail: Ints, head: Ints, cost: Floats, forward: Flags, back: Flags, segments: Segments
) -> Streets:
    """The streets of a means; `cost`, `forward` and `back` have one entry an edge of the network."""
    tails = np.concatenate((tail[forward], head[back]))
    heads = np.concatenate((head[forward], tail[back]))
    costs = np.concatenate((cost[forward], cost[back]))
    away = _roads(tails, heads, costs, nodes)
    used = forward | back
    everywhere = Snapper(segments.kept(used))
    main = used & _in_largest(away, nodes, tail, head)
    return Streets(
        tail=tail,
        head=head,
        cost=cost,
        forward=forward,
        back=back,
        everywhere=everywhere,
        main=everywhere if bool((main == used).all()) else Snapper(segments.kept(main)),
        in_main=main,
        away=away,
        towards=_roads(heads, tails, costs, nodes),
    )


def _roads(tails: Ints, heads: Ints, costs: Floats, nodes: int) -> csr_array:
    """The cheapest road between each two nodes, and an empty row behind them for the start of a search."""
    order = np.lexsort((costs, heads, tails))
    order = order[tails[order] != heads[order]]
    pairs = tails[order].astype(np.int64) * (nodes + 1) + heads[order]
    cheapest = order[np.flatnonzero(np.diff(pairs, prepend=-1))]
    indptr = np.searchsorted(tails[cheapest], np.arange(nodes + 2)).astype(np.int32)
    return csr_array(
        (costs[cheapest], heads[cheapest].astype(np.int32), indptr), shape=(nodes + 1, nodes + 1)
    )


def _in_largest(away: csr_array, nodes: int, tail: Ints, head: Ints) -> Flags:
    """Edges with both ends in the largest strongly connected part."""
    _, part = connected_components(away, directed=True, connection="strong")
    largest = int(np.bincount(part[:nodes]).argmax()) if nodes else 0
    return np.asarray((part[tail] == largest) & (part[head] == largest))
