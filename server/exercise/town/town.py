"""The training town: a made-up Dutch town as a clean value, nodes and streets between them, land and water.

Made by `town_plan` from a seed; asked for places to send somebody to and for routes along its streets. It
lies in open water, so that nobody takes it for a real place. It holds no state and knows no units.
"""

import random
from functools import cached_property

from attrs import field, frozen
from attrs.validators import instance_of, min_len

from protocol.model.means import Means
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import Name
from server.exercise.town.land import Area, Spot
from server.exercise.town.plane import Plane, between
from server.exercise.town.road import Edge
from server.exercise.town.ways import Route, Ways


@frozen(kw_only=True, slots=False)
class Town:
    """Streets, squares, shops, parks and a canal; everything lies on the wire's grid."""

    name: str
    centre: Point
    nodes: tuple[Point, ...] = field(validator=[instance_of(tuple), min_len(2)])
    edges: tuple[Edge, ...] = field(validator=[instance_of(tuple), min_len(1)])
    """The stretches of a street stand in its order. One with houses is there."""

    spots: tuple[Spot, ...] = ()
    neighbourhoods: tuple[Area, ...] = ()
    districts: tuple[Area, ...] = ()
    """Which team has which part of the town."""

    parks: tuple[Area, ...] = ()
    waters: tuple[Area, ...] = ()
    railway: tuple[Point, ...] = ()

    def address(self, dice: random.Random, *, within: str | None = None) -> Place:
        """A house somewhere in a street, with its point; with `within` in the district of that name."""
        edge = dice.choice(self._built_by_district.get(within, self._built))
        number = dice.randrange(edge.houses)
        return Place(name=Name(f"{edge.street} {edge.house + number}"), point=self.house(edge, number))

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
                return self._numbered(street, int(digits) if digits.isdecimal() else None)
        return None

    def route(self, start: Point, goal: Point, means: Means = Means.CAR) -> Route:
        """The quickest way by these means, both ends included; a straight line where no street leads."""
        return self._ways.route(start, goal, means)

    def house(self, edge: Edge, number: int) -> Point:
        """Where house `edge.house + number` stands; `number` below `edge.houses`."""
        return self._along(edge, (number + 0.5) / edge.houses)

    def _numbered(self, street: str, number: int | None) -> Point:
        edges = self._edges_by_street[street]
        if number is None:
            return self._along(edges[len(edges) // 2], 0.5)
        built = [edge for edge in edges if edge.houses] or edges
        edge = max((edge for edge in built if edge.house <= number), key=lambda e: e.house, default=built[0])
        return self._along(edge, min(1.0, max(0.0, (number - edge.house + 0.5) / max(1, edge.houses))))

    def _along(self, edge: Edge, part: float) -> Point:
        plane = self._plane
        a, b = plane.metres(self.nodes[edge.a]), plane.metres(self.nodes[edge.b])
        return plane.point(between(a, b, part))

    @cached_property
    def _plane(self) -> Plane:
        return Plane(origin=self.centre)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.nodes, self.edges, self._plane)

    @cached_property
    def _built(self) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.edges if edge.houses)

    @cached_property
    def _built_by_district(self) -> dict[str | None, tuple[Edge, ...]]:
        """Stretches with houses whose middle lies in a district."""
        found = {
            district.name: tuple(edge for edge in self._built if district.holds(self._along(edge, 0.5)))
            for district in self.districts
        }
        return {name: edges for name, edges in found.items() if edges}

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
