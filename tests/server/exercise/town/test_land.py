"""Areas: closed outlines that hold what lies inside."""

import pytest

from protocol.model.point import Point
from server.exercise.town.land import Area


def at(lat_deg: float, lon_deg: float) -> Point:
    """A point."""
    return Point(lat_deg=lat_deg, lon_deg=lon_deg)


HOOK = Area(
    name="Hoek",
    ring=(at(0, 0), at(0, 4), at(2, 4), at(2, 2), at(4, 2), at(4, 0), at(0, 0)),
)
"""An L: the north-east is not in it."""


@pytest.mark.parametrize(
    ("lat", "lon", "inside"),
    [(1, 1, True), (1, 3, True), (3, 1, True), (3, 3, False), (-1, 1, False), (1, 5, False), (5, 1, False)],
)
def test_an_area_holds_what_lies_inside_its_outline(lat: float, lon: float, inside: bool) -> None:
    """Also where the outline is hollow."""
    assert HOOK.holds(at(lat, lon)) == inside


def test_the_middle_is_that_of_the_corners() -> None:
    """Each corner counts once, the first as well."""
    assert HOOK.middle == at(2, 2)


def test_an_outline_that_does_not_close_is_none() -> None:
    """It ends where it begins."""
    with pytest.raises(ValueError, match="ring must end where it begins"):
        Area(name="Open", ring=(at(0, 0), at(0, 1), at(1, 1), at(1, 0)))
