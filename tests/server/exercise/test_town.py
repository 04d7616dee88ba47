"""The training town: whole, walkable, and the same for the same seed."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import distance_m
from server.exercise.plane import Plane
from server.exercise.town_plan import CENTRE, town_plan

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
def test_only_the_three_bridges_cross_the_canal(seed: int) -> None:
    """Nine columns of streets, three of which cross the water."""
    town = town_plan(seed)
    north = set(town.nodes[36:])
    crossing = [edge for edge in town.edges if (town.nodes[edge.a] in north) != (town.nodes[edge.b] in north)]
    assert len(crossing) == 3


@given(seed=st.integers(0, 20), start=st.integers(), goal=st.integers())
def test_every_address_can_be_reached_along_the_streets(seed: int, start: int, goal: int) -> None:
    """A route begins and ends where it was asked to, and goes straight on from corner to corner."""
    town = town_plan(seed)
    first, last = town.address(random.Random(start)).point, town.address(random.Random(goal)).point
    assert first is not None
    assert last is not None
    route = town.route(first, last)
    assert (route[0], route[-1]) == (first, last)
    stretches = {frozenset((town.nodes[edge.a], town.nodes[edge.b])) for edge in town.edges}
    corners = [point for point in route if point in town.nodes]
    assert all(frozenset(pair) in stretches for pair in pairwise(corners))
    length_m = sum(distance_m(a, b) for a, b in pairwise(route))
    assert distance_m(first, last) <= length_m + 1 < 10_000


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
