"""Ways through a handful of streets that can be checked by hand."""

import pytest

from protocol.model.means import Means
from protocol.model.point import Point
from server.exercise.town.plane import Plane
from server.exercise.town.road import Cars, Edge, Road
from server.exercise.town.ways import Route, Ways

PLANE = Plane(origin=Point(lat_deg=52.7, lon_deg=5.3))
SOUTH_WEST, SOUTH_EAST, NORTH_EAST, NORTH_WEST, MIDDLE = (
    PLANE.point(place) for place in ((0, 0), (400, 0), (400, 300), (0, 300), (200, 150))
)
NODES = (SOUTH_WEST, SOUTH_EAST, NORTH_EAST, NORTH_WEST, MIDDLE)
SOUTH = Edge(a=0, b=1, street="Zuid", cars=Cars.FORWARD)
EAST = Edge(a=1, b=2, street="Oost", road=Road.MAIN)
NORTH = Edge(a=3, b=2, street="Noord", road=Road.MAIN)
WEST = Edge(a=0, b=3, street="West")
PATHS = (
    Edge(a=0, b=4, street="Pad", road=Road.PATH, cars=Cars.NONE),
    Edge(a=4, b=2, street="Pad", road=Road.PATH, cars=Cars.NONE),
)
WAYS = Ways(NODES, (SOUTH, EAST, NORTH, WEST, *PATHS), PLANE)


def test_a_car_keeps_to_one_way_streets() -> None:
    """Along them straight on; against them it goes around."""
    assert WAYS.route(SOUTH_WEST, SOUTH_EAST, Means.CAR).points == (SOUTH_WEST, SOUTH_EAST)
    around = (SOUTH_EAST, NORTH_EAST, NORTH_WEST, SOUTH_WEST)
    assert WAYS.route(SOUTH_EAST, SOUTH_WEST, Means.CAR).points == around


def test_a_car_goes_around_to_a_house_that_it_has_passed() -> None:
    """Both in the same one-way street."""
    early, late = PLANE.point((100, 0)), PLANE.point((300, 0))
    assert WAYS.route(early, late, Means.CAR).points == (early, late)
    around = (late, SOUTH_EAST, NORTH_EAST, NORTH_WEST, SOUTH_WEST, early)
    assert WAYS.route(late, early, Means.CAR).points == around


@pytest.mark.parametrize("means", [Means.BICYCLE, Means.FOOT])
def test_who_does_not_drive_goes_the_shortest_way(means: Means) -> None:
    """Through the park, and against the traffic."""
    assert WAYS.route(SOUTH_WEST, NORTH_EAST, means).points == (SOUTH_WEST, MIDDLE, NORTH_EAST)
    assert WAYS.route(SOUTH_EAST, SOUTH_WEST, means).points == (SOUTH_EAST, SOUTH_WEST)


def test_a_car_takes_the_quickest_way_and_knows_its_speeds() -> None:
    """West and north, most of it by the main road, is quicker than south and east."""
    route = WAYS.route(SOUTH_WEST, NORTH_EAST, Means.CAR)
    assert route == Route(points=(SOUTH_WEST, NORTH_WEST, NORTH_EAST), kmh=(30, 50))


def test_who_stands_beside_a_street_goes_to_it_first() -> None:
    """And to the door at the end."""
    yard, door = PLANE.point((-20, 100)), PLANE.point((200, 320))
    route = WAYS.route(yard, door, Means.MOTORCYCLE)
    gate, path = PLANE.point((0, 100)), PLANE.point((200, 300))
    assert route == Route(points=(yard, gate, NORTH_WEST, path, door), kmh=(30, 30, 50, 30))


def test_where_no_street_leads_the_way_is_a_straight_line() -> None:
    """Two streets that do not meet."""
    apart = Ways(NODES, (SOUTH, NORTH), PLANE)
    assert apart.route(SOUTH_EAST, NORTH_WEST, Means.CAR).points == (SOUTH_EAST, NORTH_WEST)


def test_a_way_to_where_one_is_has_two_points_all_the_same() -> None:
    """And is over at once."""
    assert WAYS.route(NORTH_WEST, NORTH_WEST, Means.CAR).points == (NORTH_WEST, NORTH_WEST)
