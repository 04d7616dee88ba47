"""House numbers as people write them down."""

import pytest

from server.geo.build.addresses import houses_at

HERE = (5_200_000, 435_000)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("12", [(12, "")]),
        ("12a", [(12, "a")]),
        ("12 bis", [(12, "bis")]),
        ("12 a 3", [(12, "a3")]),
        ("12-2", [(12, "-2")]),
        ("12;14, 16b", [(12, ""), (14, ""), (16, "b")]),
        ("a", []),
        ("", []),
        ("1234567", []),
    ],
)
def test_numbers_are_read_as_written(told: str, expected: list[tuple[int, str]]) -> None:
    """A number, what follows it, and several of them in one tag."""
    houses = list(houses_at({"addr:street": "Markt", "addr:housenumber": told}, HERE))
    assert [(house.number, house.suffix) for house in houses] == expected
    assert {(house.street, house.at) for house in houses} <= {("Markt", HERE)}


def test_a_hamlet_without_streets_numbers_its_houses_itself() -> None:
    """The place stands for the street."""
    [house] = houses_at({"addr:place": "Ruiven", "addr:housenumber": "3"}, HERE)
    assert house.street == "Ruiven"


def test_a_number_without_a_street_is_nowhere() -> None:
    """Nobody can look it up."""
    assert list(houses_at({"addr:housenumber": "3"}, HERE)) == []
