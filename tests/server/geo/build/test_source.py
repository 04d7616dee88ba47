"""What no source may tell."""

import pytest

from protocol.map.piece import StrokeKind
from server.geo.build.source import House, Node, Open, Outline, Way
from tests.server.geo.build.towns import at

NODE = Node(id=1, at=at(0, 0))


def test_a_way_has_two_ends() -> None:
    """One node leads nowhere."""
    with pytest.raises(ValueError, match="nodes"):
        Way(kind=StrokeKind.STREET, nodes=(NODE,), open=Open.CAR)


@pytest.mark.parametrize("kmh", [-1, 256])
def test_a_speed_is_one_of_a_car(kmh: int) -> None:
    """It is told in one byte."""
    with pytest.raises(ValueError, match="car_kmh"):
        Way(kind=StrokeKind.STREET, nodes=(NODE, NODE), open=Open.CAR, car_kmh=kmh)


def test_an_outline_has_two_points() -> None:
    """Or there is nothing to draw."""
    with pytest.raises(ValueError, match="points"):
        Outline(kind=StrokeKind.WATER, points=(at(0, 0),))


def test_a_house_number_is_not_below_zero() -> None:
    """Zero is one that exists."""
    assert House(street="Markt", number=0, at=at(0, 0)).number == 0
    with pytest.raises(ValueError, match="number"):
        House(street="Markt", number=-1, at=at(0, 0))
