"""House numbers along a line between two that are told."""

import pytest

from server.geo.build.interpolated import Told, houses_between
from server.geo.build.source import House

LINE = [(0, 0), (0, 500), (0, 1_000)]


def told(place: int, number: int, street: str = "Markt") -> Told:
    """A number at a point of the line."""
    return Told(place=place, street=street, number=number)


def test_numbers_stand_evenly_along_the_line() -> None:
    """Of the same side of the street, upwards or downwards."""
    found = list(houses_between(LINE, [told(0, 1), told(2, 9)], "odd"))
    assert found == [House(street="Markt", number=n, at=(0, at)) for n, at in ((3, 250), (5, 500), (7, 750))]
    down = list(houses_between(LINE, [told(2, 2), told(0, 6)], "even"))
    assert down == [House(street="Markt", number=4, at=(0, 500))]
    assert [each.number for each in houses_between(LINE, [told(0, 1), told(2, 4)], "all")] == [2, 3]


@pytest.mark.parametrize("kind", ["alphabetic", "", "0", "yes"])
def test_other_kinds_tell_nothing(kind: str) -> None:
    """Better none than wrong ones."""
    assert not list(houses_between(LINE, [told(0, 1), told(2, 9)], kind))


def test_ends_in_two_streets_or_endless_numbers_tell_nothing() -> None:
    """A slip in the data fills no map."""
    assert not list(houses_between(LINE, [told(0, 1), told(2, 9, "Kade")], "odd"))
    assert not list(houses_between(LINE, [told(0, 1), told(2, 99_999)], "odd"))
    assert not list(houses_between(LINE, [told(0, 1)], "odd"))
