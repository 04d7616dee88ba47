"""A flat map of a few kilometres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import Point, distance_m
from server.exercise.town.plane import Plane, between, nearest_part

PLANE = Plane(origin=Point(lat_deg=52.755, lon_deg=5.365))

metres = st.tuples(st.floats(-5_000, 5_000), st.floats(-5_000, 5_000))


@given(metres)
def test_there_and_back_is_the_same_place(place: tuple[float, float]) -> None:
    """But for the grid of the wire, which is about a metre."""
    assert PLANE.metres(PLANE.point(place)) == pytest.approx(place, abs=1.2)


@given(metres)
def test_a_metre_on_it_is_a_metre_on_earth(place: tuple[float, float]) -> None:
    """Within a few thousandths, as far as a town reaches."""
    far_m = (place[0] ** 2 + place[1] ** 2) ** 0.5
    assert distance_m(PLANE.origin, PLANE.point(place)) == pytest.approx(far_m, rel=2e-3, abs=2.0)


def test_a_part_of_the_way_lies_on_it() -> None:
    """From 0 at its beginning to 1 at its end."""
    assert [between((0, 0), (10, 20), part) for part in (0, 0.5, 1)] == [(0, 0), (5, 10), (10, 20)]


@pytest.mark.parametrize(
    ("place", "part"), [((5, 3), 0.5), ((-4, 0), 0.0), ((99, 1), 1.0), ((2.5, -7), 0.25)]
)
def test_the_nearest_part_never_leaves_the_stretch(place: tuple[float, float], part: float) -> None:
    """Beyond an end the end is nearest; of no length the beginning is."""
    assert nearest_part((0, 0), (10, 0), place) == part
    assert nearest_part((1, 1), (1, 1), place) == 0.0
