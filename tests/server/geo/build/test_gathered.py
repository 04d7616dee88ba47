"""Columns hold all that was told."""

from protocol.map.piece import StrokeKind
from server.geo.build.gathered import Gathered
from server.geo.build.source import House, Node, Outline, Spot, Way
from tests.server.geo.build.towns import ALL, at, gathered, way

SPOTS = {1: (0, 0), 2: (0, 100), 3: (0, 200)}


def test_ways_are_told_node_by_node() -> None:
    """With where each begins, and names by number."""
    found = gathered([way(SPOTS, 1, 2, name="Markt"), way(SPOTS, 3, 2, 1, name="Markt", kmh=50)])
    assert found.ways == 2
    assert found.way_start().tolist() == [0, 2, 5]
    assert found.node("id").tolist() == [1, 2, 3, 2, 1]
    assert [found.names[number] for number in found.way("name")] == ["Markt", "Markt"]
    assert found.way("kmh").tolist() == [30, 50]
    assert list(zip(found.node("lat"), found.node("lon"), strict=True))[2] == at(0, 200)


def test_a_node_told_twice_in_a_row_is_one() -> None:
    """And a way of one node is none."""
    nodes = (Node(id=1, at=at(0, 0)),) * 2
    lone = Way(kind=StrokeKind.STREET, nodes=nodes, open=ALL)
    found = gathered([lone, way(SPOTS, 1, 1, 2)])
    assert found.way_start().tolist() == [0, 2]
    assert found.node("id").tolist() == [1, 2]


def test_the_rest_is_kept_as_told() -> None:
    """Outlines, houses and spots."""
    outline = Outline(kind=StrokeKind.WATER, name="Plas", points=(at(0, 0), at(0, 100)))
    house = House(street="Markt", number=12, suffix="bis", at=at(5, 6))
    spot = Spot(name="Kerk", at=at(1, 1))
    found = gathered([outline, house, spot])
    assert (found.outlines, found.houses, found.spots) == (1, 1, [spot])
    assert found.outline(0) == (StrokeKind.WATER, "Plas", [at(0, 0), at(0, 100)])
    assert found.outline_kinds().tolist() == [StrokeKind.WATER]
    street, suffix = found.names[found.house("street")[0]], found.names[found.house("suffix")[0]]
    assert (street, found.house("number")[0], suffix) == ("Markt", 12, "bis")


def test_nothing_told_is_nothing_held() -> None:
    """Empty columns, and the one offset that ends them."""
    found = Gathered()
    assert (found.ways, found.outlines, found.houses, found.way_start().tolist()) == (0, 0, 0, [0])
