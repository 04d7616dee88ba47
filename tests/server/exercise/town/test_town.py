"""The training town: whole, walkable, and the same for the same seed."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.means import Means
from protocol.model.point import distance_m, from_grid, to_grid
from server.exercise.town.plane import Plane
from server.exercise.town.road import Cars, Road
from server.exercise.town.town_plan import CENTRE, town_plan

SEEDS = range(5)


def test_a_seed_gives_one_town_and_another_seed_another() -> None:
    """An exercise can be given again, and need not be."""
    assert town_plan(3) == town_plan(3)
    assert town_plan(3) != town_plan(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_town_is_about_two_and_a_half_kilometres_across(seed: int) -> None:
    """Nothing lies outside it, and it is filled."""
    away_m = [distance_m(CENTRE, node) for node in town_plan(seed).nodes]
    assert 1_500 < max(away_m) < 2_000
    assert all(distance_m(CENTRE, spot.point) < 2_000 for spot in town_plan(seed).spots)


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_lies_on_the_grid_of_the_wire(seed: int) -> None:
    """So that nothing moves when it travels."""
    town = town_plan(seed)
    areas = (*town.neighbourhoods, *town.districts, *town.parks, *town.waters)
    rings = [point for area in areas for point in (*area.ring, area.middle)]
    points = [*town.nodes, *rings, *town.railway, *(spot.point for spot in town.spots)]
    assert [from_grid(*to_grid(point)) for point in points] == points


@pytest.mark.parametrize("seed", SEEDS)
def test_a_town_has_roads_of_every_rank(seed: int) -> None:
    """Most are streets; some are one-way; paths are for bicycles and feet, and nobody lives on them."""
    edges = town_plan(seed).edges
    roads = [edge.road for edge in edges]
    assert roads.count(Road.STREET) > len(edges) / 2
    assert {Road.MAIN, Road.THROUGH, Road.PATH} <= set(roads)
    assert {Cars.FORWARD, Cars.BACK} & {edge.cars for edge in edges}
    for edge in edges:
        assert (edge.road is Road.PATH) == (edge.cars is Cars.NONE)
        assert edge.houses == 0 or edge.road is not Road.PATH


@pytest.mark.parametrize("seed", SEEDS)
def test_no_house_number_stands_twice_in_a_street(seed: int) -> None:
    """They count on over corners, gaps and bridges."""
    edges = town_plan(seed).edges
    numbers = [(edge.street, edge.house + number) for edge in edges for number in range(edge.houses)]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_address_lies_in_a_neighbourhood_and_in_a_district(seed: int) -> None:
    """On the street between two of them it may be either's; in none is nobody."""
    town, dice = town_plan(seed), random.Random(seed)
    points = [town.address(dice).point for _ in range(200)]
    for areas in (town.neighbourhoods, town.districts):
        homeless = [point for point in points if point and not any(area.holds(point) for area in areas)]
        assert homeless == []


@given(seed=st.integers(0, 20), start=st.integers(), goal=st.integers(), means=st.sampled_from(Means))
def test_every_address_can_be_reached_along_the_streets(
    seed: int, start: int, goal: int, means: Means
) -> None:
    """A way begins and ends where it was asked to, and goes straight on from corner to corner."""
    town = town_plan(seed)
    first, last = town.address(random.Random(start)).point, town.address(random.Random(goal)).point
    assert first is not None
    assert last is not None
    route = town.route(first, last, means)
    assert (route.points[0], route.points[-1]) == (first, last)
    drives = means in (Means.CAR, Means.MOTORCYCLE)
    stretches = set()
    for edge in town.edges:
        a, b = town.nodes[edge.a], town.nodes[edge.b]
        stretches |= {(a, b)} if edge.cars.forward or not drives else set()
        stretches |= {(b, a)} if edge.cars.back or not drives else set()
    corners = [point for point in route.points if point in town.nodes]
    assert all(pair in stretches for pair in pairwise(corners))
    length_m = sum(distance_m(a, b) for a, b in pairwise(route.points))
    assert distance_m(first, last) <= length_m + 1 < 12_000


@given(seed=st.integers(0, 20), dice=st.integers())
def test_who_knows_the_town_finds_an_address_by_its_words(seed: int, dice: int) -> None:
    """Also between other words and in capitals; never for a street that is not there."""
    town = town_plan(seed)
    place = town.address(random.Random(dice))
    found = town.find(f"Bij {place.name.upper()}, achterom")
    assert found is not None
    assert place.point is not None
    assert distance_m(found, place.point) < 3
    assert town.find("Nergenshuizen 4") is None


def test_spots_and_crossings_have_points_and_names() -> None:
    """What people call by name can be driven to."""
    town, dice = town_plan(1), random.Random(1)
    spot, crossing = town.spot(dice), town.crossing(dice)
    assert town.find(spot.name) == spot.point
    assert crossing.point in town.nodes
    assert " / " in crossing.name


@given(east=st.floats(-5_000, 5_000), north=st.floats(-5_000, 5_000))
def test_a_plane_gives_back_the_metres_it_was_given(east: float, north: float) -> None:
    """To the grid of the wire, about a metre."""
    plane = Plane(origin=CENTRE)
    back = plane.metres(plane.point((east, north)))
    assert abs(back[0] - east) < 1
    assert abs(back[1] - north) < 1
