"""The training town is drawn from a seed: the same each time, and one can come everywhere."""

from itertools import pairwise

import pytest

from protocol.model.means import Means
from protocol.model.point import distance_m
from server.exercise.town.town import Town
from server.exercise.town.town_plan import CENTRE, SPOT_KEYS, TOWN_NAME, town_plan


@pytest.fixture(scope="module")
def town() -> Town:
    """Of one seed."""
    return town_plan(3)


def test_the_same_seed_gives_the_same_town_and_another_another(town: Town) -> None:
    """A shift can be played again."""
    assert town == town_plan(3) != town_plan(4)
    assert (town.name, town.centre) == (TOWN_NAME, CENTRE)


def test_it_lies_within_a_few_kilometres_of_its_middle(town: Town) -> None:
    """In open water, so that nobody takes it for a real one."""
    assert max(distance_m(CENTRE, node) for node in town.nodes) < 3_000


def test_every_corner_can_be_driven_to_from_every_other(town: Town) -> None:
    """Shown from one to each: streets lead back as well."""
    start = town.nodes[0]
    for goal in town.nodes[1::7]:
        assert town.route(start, goal, Means.CAR).points[-1] == goal


def test_house_numbers_never_count_back_along_a_street(town: Town) -> None:
    """Over its gaps and its bridge; no two stretches of a street have the same house."""
    for street in {edge.street for edge in town.edges}:
        built = sorted(
            (edge.house, edge.houses) for edge in town.edges if edge.street == street and edge.houses
        )
        for (first, count), (following, _) in pairwise(built):
            assert first + count <= following, street


def test_what_belongs_at_a_corner_lies_there(town: Town) -> None:
    """And every spot and square has a name of its own."""
    points = {spot.name: spot.point for spot in town.spots}
    assert len(points) == len(town.spots)
    assert all(points[name] in town.nodes for name in SPOT_KEYS)
