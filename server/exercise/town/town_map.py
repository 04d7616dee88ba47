"""The training town as a source of map data: what it tells is what an extract of a real town tells.

Takes a `Town` and gives plain values for the writer of map files. Pure.
"""

from collections.abc import Iterable, Iterator

from protocol.map.piece import StrokeKind
from protocol.model.point import Point, to_grid
from server.exercise.town.land import Area
from server.exercise.town.road import Cars, Edge, Road
from server.exercise.town.town import Town
from server.geo.build.source import House, Node, Open, Outline, Spot, Told, Way

ATTRIBUTION = "Verzonnen oefenstad"
"""In the language of the town's own names and stories."""

KIND = {
    Road.MAIN: StrokeKind.MAIN,
    Road.THROUGH: StrokeKind.THROUGH,
    Road.STREET: StrokeKind.STREET,
    Road.PATH: StrokeKind.PATH,
}
OPEN = {
    Cars.BOTH: Open.CAR,
    Cars.FORWARD: Open.CAR_FORWARD,
    Cars.BACK: Open.CAR_BACK,
    Cars.NONE: Open.NOBODY,
}


def told_of(town: Town) -> Iterator[Told]:
    """Everything the town tells; the same town tells the same."""
    for stretch in _chains(town.edges):
        yield _way(stretch, town)
    for edge in town.edges:
        for number in range(edge.houses):
            at = to_grid(town.house(edge, number))
            yield House(street=edge.street, number=edge.house + number, at=at)
    for spot in town.spots:
        yield Spot(name=spot.name, at=to_grid(spot.point))
    for area in town.neighbourhoods:
        yield Outline(kind=StrokeKind.AREA, name=area.name, points=_ring(area))
        yield Spot(name=area.name, is_area=True, at=to_grid(area.middle))
    for park in town.parks:
        yield Outline(kind=StrokeKind.GREEN, name=park.name, points=_ring(park))
        yield Spot(name=park.name, at=to_grid(park.middle))
    for water in town.waters:
        yield Outline(kind=StrokeKind.WATER, name=water.name, points=_ring(water))
    if town.railway:
        yield Outline(kind=StrokeKind.RAIL, points=_line(town.railway))


def _chains(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Stretches of one street that follow each other and are open to the same, together."""
    chain: list[Edge] = []
    for edge in edges:
        if chain and not _follows(chain[-1], edge):
            yield chain
            chain = []
        chain.append(edge)
    if chain:
        yield chain


def _follows(before: Edge, edge: Edge) -> bool:
    alike = (before.street, before.road, before.cars) == (edge.street, edge.road, edge.cars)
    return alike and before.b == edge.a


def _way(chain: list[Edge], town: Town) -> Way:
    first = chain[0]
    places = [first.a, *(edge.b for edge in chain)]
    return Way(
        kind=KIND[first.road],
        name=first.street,
        nodes=tuple(Node(id=place + 1, at=to_grid(town.nodes[place])) for place in places),
        open=OPEN[first.cars] | Open.BICYCLE | Open.FOOT,
        car_kmh=first.road.kmh if first.cars is not Cars.NONE else 0,
    )


def _ring(area: Area) -> tuple[tuple[int, int], ...]:
    return _line(area.ring)


def _line(points: tuple[Point, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(to_grid(point) for point in points)
