"""The grid of the training town: what crosses the water, and that a car comes everywhere and back."""

import random

import pytest
from attrs import evolve

from server.exercise.town.names import street_names
from server.exercise.town.road import Cars, Road
from server.exercise.town.town_grid import CANAL_AFTER_ROW, Grid, Stretch, draw_grid, is_joined

SEEDS = range(6)
SOUTH_BANK = 2 * CANAL_AFTER_ROW


def grid(seed: int) -> Grid:
    """The grid of that seed."""
    dice = random.Random(seed)
    return draw_grid(dice, street_names(dice))


@pytest.mark.parametrize("seed", SEEDS)
def test_three_bridges_for_everybody_and_one_for_who_does_not_drive(seed: int) -> None:
    """Nothing else crosses the canal, and nobody lives on a bridge."""
    bridges = [one for one in grid(seed).stretches if one.a[0] <= SOUTH_BANK < one.b[0]]
    assert sorted(one.cars.name for one in bridges) == ["BOTH", "BOTH", "BOTH", "NONE"]
    assert not any(one.built for one in bridges)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_car_comes_from_everywhere_to_everywhere(seed: int) -> None:
    """However many streets are one-way; turn one of them into none and it may not."""
    stretches = grid(seed).stretches
    assert is_joined(stretches)
    assert {Cars.FORWARD, Cars.BACK} & {one.cars for one in stretches}


def test_a_dead_end_that_is_one_way_is_found() -> None:
    """Who goes in does not come out."""
    there = Stretch(a=(0, 0), b=(0, 2), street="Kade")
    dead_end = Stretch(a=(0, 2), b=(0, 4), street="Steeg")
    assert is_joined([there, dead_end])
    assert not is_joined([there, evolve(dead_end, cars=Cars.FORWARD)])
    assert not is_joined([there, evolve(dead_end, a=(4, 2), b=(4, 4))])


@pytest.mark.parametrize("seed", SEEDS)
def test_parks_have_paths_and_no_street(seed: int) -> None:
    """Four paths meet in the middle of each."""
    drawn = grid(seed)
    assert len(drawn.parks) == 2
    for row, column in drawn.parks:
        middle = (row + 1, column + 1)
        there = [one for one in drawn.stretches if middle in (one.a, one.b)]
        assert [one.road for one in there] == [Road.PATH] * 4


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_streets_lie_on_each_other(seed: int) -> None:
    """Every stretch once, and none that begins where it ends."""
    ends = [(one.a, one.b) for one in grid(seed).stretches]
    assert len(ends) == len(set(ends))
    assert all(a != b for a, b in ends)
