"""Made-up names: the same dice give the same, and none comes twice."""

import random
from collections.abc import Callable, Iterable

import pytest

from server.exercise.town.names import park_names, spot_names, square_names, street_names


@pytest.mark.parametrize("names", [street_names, square_names, park_names, spot_names])
def test_the_dice_alone_decide_and_none_comes_twice(names: Callable[[random.Random], Iterable[str]]) -> None:
    """A town is drawn again from its seed, and a place is found by its name."""
    once, again, other = (list(names(random.Random(seed))) for seed in (1, 1, 2))
    assert once == again != other
    assert len(set(once)) == len(once)
    assert sorted(once) == sorted(other)


def test_there_are_streets_enough_for_a_town() -> None:
    """It ends after about two hundred."""
    assert 150 < len(list(street_names(random.Random(1)))) < 300
