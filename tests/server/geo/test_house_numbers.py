"""House numbers: from the very house to the nearest that there is."""

import pytest

from server.geo.house_numbers import MOST, NO_SUCH_HOUSE, fitting
from server.geo.said_place import SaidHouse


@pytest.mark.parametrize(
    ("number", "suffix", "names"),
    [
        (1, "", ["1", "10", "10a", "12"]),
        (10, "", ["10", "10a"]),
        (10, "b", ["10", "10a"]),
        (12, "a", ["12a-1", "12"]),
        (11, "", ["12"]),
        (3, "", ["9"]),
        (500, "", ["12"]),
    ],
)
def test_numbers_go_from_the_exact_to_the_nearest(number: int, suffix: str, names: list[str]) -> None:
    """First the very number, then its other letters, then longer numbers; else the nearest there is."""
    houses = [(9, "", 0, 0), (10, "a", 0, 0), (10, "", 0, 0), (12, "", 0, 0), (1, "", 0, 0)]
    if suffix == "a":
        houses = [(12, "", 0, 0), (12, "a-1", 0, 0), (120, "", 0, 0)]
    if number in (3, 11, 500):
        houses = [house for house in houses if house[0] in (9, 12)]
    found = fitting(houses, SaidHouse(street=("x",), number=number, suffix=suffix))
    assert [f"{house[0]}{house[1]}" for _, house in found] == names


def test_a_house_that_is_not_there_is_worth_less_than_any_that_is() -> None:
    """So that another street that has it may come first."""
    houses = [(9, "", 0, 0)]
    assert fitting(houses, SaidHouse(street=("x",), number=9, suffix=""))[0][0] == 1.0
    assert fitting(houses, SaidHouse(street=("x",), number=7, suffix="")) == [(NO_SUCH_HOUSE, houses[0])]
    assert fitting([], SaidHouse(street=("x",), number=7, suffix="")) == []


def test_a_long_street_gives_a_few_and_the_nearest() -> None:
    """The nearest is the last of them."""
    houses = [(100 + each, "", 0, 0) for each in range(50)] + [(7, "", 0, 0)]
    found = fitting(houses, SaidHouse(street=("x",), number=1, suffix=""))
    assert len(found) == MOST
    assert [house[0] for _, house in found] == [*range(100, 100 + MOST - 1), 7]
