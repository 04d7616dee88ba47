"""The training town: a made-up Dutch town as a clean value, nodes and streets between them.

Made by `town_plan` from a seed; asked for places to send somebody to and for routes along its streets. It
lies in open water, so that nobody takes it for a real place. It holds no state and knows no units.
"""

import heapq
import math
import random
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen
from attrs.validators import ge, instance_of, min_len

from protocol.model.place import Place
from protocol.model.point import Point, distance_m
from protocol.model.text import Name
from server.exercise.plane import Plane, between, nearest_part


@frozen(kw_only=True)
class Edge:
    """A straight stretch of street between two nodes, both ways."""

    a: int
    b: int
    """Places in `Town.nodes`; a is less than b."""

    street: str
    house: int
    """The number of the first house at a; they count up towards b."""

    houses: int = field(validator=ge(1))


@frozen(kw_only=True)
class Spot:
    """A square, a shop or another place that people call by its name."""

    name: str
    point: Point


@frozen(kw_only=True, slots=False)
class Town:
    """Streets, squares, shops and a canal; everything lies on the wire's grid."""

    name: str
    centre: Point
    nodes: tuple[Point, ...] = field(validator=[instance_of(tuple), min_len(2)])
    edges: tuple[Edge, ...] = field(validator=[instance_of(tuple), min_len(1)])
    spots: tuple[Spot, ...]
    canal: tuple[Point, ...]
    """The middle of the water, west to east."""

    def address(self, dice: random.Random) -> Place:
        """A house somewhere in a street, with its point."""
        edge = dice.choice(self.edges)
        number = dice.randrange(edge.houses)
        point = self._along(edge, (number + 0.5) / edge.houses)
        return Place(name=Name(f"{edge.street} {edge.house + number}"), point=point)

    def crossing(self, dice: random.Random) -> Place:
        """A corner of two streets, with its point."""
        corners = self._corners
        node = dice.choice(sorted(corners))
        first, second = dice.sample(corners[node], 2)
        return Place(name=Name(f"{first} / {second}"), point=self.nodes[node])

    def spot(self, dice: random.Random) -> Place:
        """A shop, a square or a public place, with its point."""
        spot = dice.choice(self.spots)
        return Place(name=Name(spot.name), point=spot.point)

    def find(self, words: str) -> Point | None:
        """Where somebody who knows the town goes upon these words; None when they name nothing here.

        A spot or street named anywhere in the words counts; the number behind a street picks the house.
        """
        wanted = words.casefold()
        for spot in self.spots:
            if spot.name.casefold() in wanted:
                return spot.point
        for street in sorted(self._edges_by_street, key=len, reverse=True):
            _, named, behind = wanted.partition(street.casefold())
            if named:
                digits = behind.split()[0].strip(",.;") if behind.split() else ""
                return self._house(street, int(digits) if digits.isdecimal() else None)
        return None

    def route(self, start: Point, goal: Point) -> tuple[Point, ...]:
        """The shortest way along the streets, both ends included; two points at the least."""
        from_edge, from_part = self._nearest(start)
        to_edge, to_part = self._nearest(goal)
        enter, leave = self._along(from_edge, from_part), self._along(to_edge, to_part)
        if from_edge is to_edge:
            return _without_repeats((start, enter, leave, goal))
        exits = {to_edge.a: distance_m(self.nodes[to_edge.a], leave)}
        exits[to_edge.b] = distance_m(self.nodes[to_edge.b], leave)
        best_m = {node: distance_m(enter, self.nodes[node]) for node in (from_edge.a, from_edge.b)}
        before: dict[int, int] = {}
        queue = [(length_m, node) for node, length_m in best_m.items()]
        heapq.heapify(queue)
        end, end_m = from_edge.a, math.inf
        while queue and queue[0][0] < end_m:
            length_m, node = heapq.heappop(queue)
            if length_m > best_m[node]:
                continue
            if node in exits and length_m + exits[node] < end_m:
                end, end_m = node, length_m + exits[node]
            for neighbour, stretch_m in self._neighbours[node]:
                if length_m + stretch_m < best_m.get(neighbour, math.inf):
                    best_m[neighbour] = length_m + stretch_m
                    before[neighbour] = node
                    heapq.heappush(queue, (best_m[neighbour], neighbour))
        way = [end]
        while way[-1] in before:
            way.append(before[way[-1]])
        return _without_repeats((start, enter, *(self.nodes[node] for node in reversed(way)), leave, goal))

    def _house(self, street: str, number: int | None) -> Point:
        edges = self._edges_by_street[street]
        if number is None:
            return self._along(edges[len(edges) // 2], 0.5)
        edge = max((edge for edge in edges if edge.house <= number), key=lambda e: e.house, default=edges[0])
        return self._along(edge, min(1.0, max(0.0, (number - edge.house + 0.5) / edge.houses)))

    def _nearest(self, point: Point) -> tuple[Edge, float]:
        plane = self._plane
        place = plane.metres(point)
        best: tuple[float, Edge, float] | None = None
        for edge in self.edges:
            a, b = plane.metres(self.nodes[edge.a]), plane.metres(self.nodes[edge.b])
            part = nearest_part(a, b, place)
            off_m = math.dist(between(a, b, part), place)
            if best is None or off_m < best[0]:
                best = (off_m, edge, part)
        assert best is not None  # a town has an edge
        return best[1], best[2]

    def _along(self, edge: Edge, part: float) -> Point:
        plane = self._plane
        a, b = plane.metres(self.nodes[edge.a]), plane.metres(self.nodes[edge.b])
        return plane.point(between(a, b, part))

    def _length_m(self, edge: Edge) -> float:
        return distance_m(self.nodes[edge.a], self.nodes[edge.b])

    @cached_property
    def _plane(self) -> Plane:
        return Plane(origin=self.centre)

    @cached_property
    def _neighbours(self) -> dict[int, list[tuple[int, float]]]:
        found: dict[int, list[tuple[int, float]]] = {node: [] for node in range(len(self.nodes))}
        for edge in self.edges:
            found[edge.a].append((edge.b, self._length_m(edge)))
            found[edge.b].append((edge.a, self._length_m(edge)))
        return found

    @cached_property
    def _corners(self) -> dict[int, list[str]]:
        """Nodes where two streets or more meet, with their names in order."""
        streets: dict[int, set[str]] = {}
        for edge in self.edges:
            streets.setdefault(edge.a, set()).add(edge.street)
            streets.setdefault(edge.b, set()).add(edge.street)
        return {node: sorted(names) for node, names in streets.items() if len(names) > 1}

    @cached_property
    def _edges_by_street(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in sorted(self.edges, key=lambda edge: edge.house):
            found.setdefault(edge.street, []).append(edge)
        return found


def _without_repeats(points: tuple[Point, ...]) -> tuple[Point, ...]:
    kept = [points[0]]
    kept += [point for before, point in pairwise(points) if point != before]
    return tuple(kept) if len(kept) > 1 else (points[0], points[-1])
