"""Where the town is, in an extract with corridors far outside it."""

from collections.abc import Iterator

from protocol.map.index import Box
from protocol.map.piece import StrokeKind
from server.geo.build.core import core_of
from server.geo.build.source import Node, Way
from tests.server.geo.build.towns import ALL, at, gathered


def block(north: int, east: int, size: int, first: int) -> Iterator[Way]:
    """Streets from this corner on, fifty quanta apart, with a point as often."""
    for row in range(0, size + 1, 50):
        nodes = [
            Node(id=first + row * size + column, at=at(north + row, east + column))
            for column in range(0, size + 1, 50)
        ]
        yield Way(kind=StrokeKind.STREET, nodes=tuple(nodes), open=ALL, car_kmh=30)


def corridor(first: int) -> Way:
    """A road of fifty kilometres to the east."""
    nodes = tuple(Node(id=first + step, at=at(1_000, step * 700)) for step in range(100))
    return Way(kind=StrokeKind.STREET, nodes=nodes, open=ALL, car_kmh=50)


def test_a_corridor_is_no_part_of_the_town() -> None:
    """However far it leads; the town's edge is, within a cell."""
    box = core_of(gathered([*block(0, 0, 2_000, 1), corridor(10_000_000)]))
    (south, west), (north, east) = at(0, 0), at(2_000, 2_000)
    assert box.south == south
    assert box.west == west
    assert north <= box.north <= north + 450
    assert east <= box.east <= east + 1_500


def test_two_towns_are_no_single_town() -> None:
    """Neither is left out."""
    told = [
        *block(0, 0, 1_500, 1),
        *block(20_000, 0, 1_500, 10_000_000),
        *block(0, 30_000, 1_500, 20_000_000),
    ]
    (south, west), (north, east) = at(0, 0), at(21_500, 31_500)
    assert core_of(gathered(told)) == Box(south=south, west=west, north=north, east=east)


def test_main_roads_alone_count_in_whole() -> None:
    """Without a street there is no telling where people live."""
    nodes = (Node(id=1, at=at(0, 0)), Node(id=2, at=at(5_000, 9_000)))
    road = Way(kind=StrokeKind.MAIN, nodes=nodes, open=ALL, car_kmh=80)
    (south, west), (north, east) = at(0, 0), at(5_000, 9_000)
    assert core_of(gathered([road])) == Box(south=south, west=west, north=north, east=east)
