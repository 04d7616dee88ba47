"""Ways through the training town: the quickest one between two points, by car, by bicycle or on foot.

Made once from a town's streets. Cars keep to one-way streets and leave paths alone; everybody begins and ends
on the nearest street that is open to them. It holds no state and knows no units.
"""

import heapq
import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from attrs import frozen

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.exercise.town.plane import Plane, between, nearest_part
from server.exercise.town.road import Edge

SLOWEST_KMH = 30
"""What counts for a car between a house and its street."""

Links = dict[int, list[tuple[int, float, int]]]
"""From each node: the next node, what it costs, and the speed of the street in km/h."""


@frozen(kw_only=True)
class Route:
    """A way: two points at the least, both ends included."""

    points: tuple[Point, ...]
    kmh: tuple[int, ...]
    """How fast a car goes on each leg, one fewer than points; 0 on a path."""


class Ways:
    """The streets as a network."""

    def __init__(self, nodes: tuple[Point, ...], edges: tuple[Edge, ...], plane: Plane) -> None:
        self._nodes, self._edges, self._plane = nodes, edges, plane
        self._lines = [(edge, plane.metres(nodes[edge.a]), plane.metres(nodes[edge.b])) for edge in edges]
        self._links_for = cache(self._links)

    def route(self, start: Point, goal: Point, means: Means) -> Route:
        """The quickest way by these means; a straight line where no street leads."""
        drives = means in (Means.CAR, Means.MOTORCYCLE)
        first, first_part = self._nearest(start, drives)
        last, last_part = self._nearest(goal, drives)
        enter, leave = self._along(first, first_part), self._along(last, last_part)
        kmh, last_kmh = first.road.kmh, last.road.kmh
        onward = first is last and (
            first_part == last_part or self._may_go(first, last_part > first_part, drives)
        )
        if onward:
            return _route((start, enter, leave, goal), (SLOWEST_KMH, kmh, SLOWEST_KMH))
        begins = {
            node: _cost(distance_m(enter, self._nodes[node]), kmh, drives)
            for node, forward, there in ((first.b, True, 1.0), (first.a, False, 0.0))
            if first_part == there or self._may_go(first, forward, drives)
        }
        ends = {
            node: _cost(distance_m(self._nodes[node], leave), last_kmh, drives)
            for node, forward, there in ((last.a, True, 0.0), (last.b, False, 1.0))
            if last_part == there or self._may_go(last, forward, drives)
        }
        legs = self._search(begins, ends, self._links_for(drives))
        if legs is None:
            return _route((start, goal), (SLOWEST_KMH,))
        corners = tuple(self._nodes[node] for node, _ in legs)
        inner = tuple(speed for _, speed in legs[1:])
        return _route(
            (start, enter, *corners, leave, goal), (SLOWEST_KMH, kmh, *inner, last_kmh, SLOWEST_KMH)
        )

    @staticmethod
    def _search(
        begins: dict[int, float], ends: dict[int, float], links: Links
    ) -> list[tuple[int, int]] | None:
        """The nodes of the cheapest way, each with the speed of the street to it (the first: 0)."""
        best = dict(begins)
        before: dict[int, tuple[int, int]] = {}
        queue = [(cost, node) for node, cost in best.items()]
        heapq.heapify(queue)
        end, end_cost = None, math.inf
        while queue and queue[0][0] < end_cost:
            cost, node = heapq.heappop(queue)
            if cost > best[node]:
                continue
            if node in ends and cost + ends[node] < end_cost:
                end, end_cost = node, cost + ends[node]
            for neighbour, more, kmh in links[node]:
                if cost + more < best.get(neighbour, math.inf):
                    best[neighbour] = cost + more
                    before[neighbour] = (node, kmh)
                    heapq.heappush(queue, (cost + more, neighbour))
        if end is None:
            return None
        legs = []
        while end in before:
            end, kmh = before[node := end]
            legs.append((node, kmh))
        return [(end, 0), *reversed(legs)]

    def _links(self, drives: bool) -> Links:
        links: Links = {node: [] for node in range(len(self._nodes))}
        for edge in self._edges:
            kmh, length_m = edge.road.kmh, distance_m(self._nodes[edge.a], self._nodes[edge.b])
            for start, end, forward in ((edge.a, edge.b, True), (edge.b, edge.a, False)):
                if self._may_go(edge, forward, drives):
                    links[start].append((end, _cost(length_m, kmh, drives), kmh))
        return links

    @staticmethod
    def _may_go(edge: Edge, forward: bool, drives: bool) -> bool:
        return not drives or (edge.cars.forward if forward else edge.cars.back)

    def _nearest(self, point: Point, drives: bool) -> tuple[Edge, float]:
        place = self._plane.metres(point)
        _, edge, part = min(self._seen_from(place, drives), key=lambda seen: seen[0])
        return edge, part

    def _seen_from(self, place: tuple[float, float], drives: bool) -> Iterator[tuple[float, Edge, float]]:
        for edge, a, b in self._lines:
            if drives and not (edge.cars.forward or edge.cars.back):
                continue
            part = nearest_part(a, b, place)
            yield math.dist(between(a, b, part), place), edge, part

    def _along(self, edge: Edge, part: float) -> Point:
        a, b = self._plane.metres(self._nodes[edge.a]), self._plane.metres(self._nodes[edge.b])
        return self._plane.point(between(a, b, part))


def _cost(length_m: float, kmh: int, drives: bool) -> float:
    """Seconds for a car, metres for everybody else."""
    return length_m / (kmh / 3.6) if drives else length_m


def _route(points: tuple[Point, ...], kmh: tuple[int, ...]) -> Route:
    """Without legs of no length; one leg stays."""
    kept = [(b, speed) for (a, b), speed in zip(pairwise(points), kmh, strict=True) if a != b]
    kept = kept or [(points[-1], kmh[0])]
    return Route(points=(points[0], *(point for point, _ in kept)), kmh=tuple(speed for _, speed in kept))
