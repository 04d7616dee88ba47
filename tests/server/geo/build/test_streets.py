"""Ways and houses of one name: which of them are one street."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from server.geo.build.measure import apart_m
from server.geo.build.source import House, Told
from server.geo.build.streets import Streets, streets_of
from tests.server.geo.build.towns import at, gathered, way

SPOTS = {1: (0, 0), 2: (0, 100), 3: (0, 200), 4: (0, 400), 11: (9_000, 0), 12: (9_000, 100)}


def streets(*told: Told) -> Streets:
    """The streets of these."""
    return streets_of(gathered(told))


def house(street: str, number: int, north: int, east: int) -> House:
    """A house so many quanta from the corner."""
    return House(street=street, number=number, at=at(north, east))


def test_ways_of_a_name_that_lie_together_are_one_street() -> None:
    """Also when a square or bridge of another name lies between them."""
    found = streets(
        way(SPOTS, 1, 2, name="Markt"), way(SPOTS, 2, 3, name="Brug"), way(SPOTS, 3, 4, name="Markt")
    )
    assert found.of_way.tolist() == [1, 2, 1]


def test_the_same_name_in_the_next_village_is_another_street() -> None:
    """Ten kilometres on."""
    found = streets(way(SPOTS, 1, 2, name="Dorpsstraat"), way(SPOTS, 11, 12, name="Dorpsstraat"))
    assert sorted(found.of_way.tolist()) == [1, 2]
    assert found.name[1] == found.name[2]


def test_a_long_straight_road_is_one_street() -> None:
    """Its nodes may lie kilometres apart."""
    assert streets(way(SPOTS, 1, 11, name="Rijksweg")).of_way.tolist() == [1]


def test_a_way_without_a_name_is_of_no_street() -> None:
    """Its number is 0."""
    assert streets(way(SPOTS, 1, 2)).of_way.tolist() == [0]


def test_a_house_belongs_to_the_street_of_its_name_nearby() -> None:
    """Of two streets with one name."""
    found = streets(
        way(SPOTS, 1, 2, name="Dorpsstraat"),
        way(SPOTS, 11, 12, name="Dorpsstraat"),
        house("Dorpsstraat", 1, 9_010, 90),
        house("Dorpsstraat", 2, 300, 90),
    )
    assert found.of_house.tolist() == [found.of_way[1], found.of_way[0]]


def test_a_house_may_shorten_the_name_of_its_street() -> None:
    """It stands in the street all the same."""
    found = streets(way(SPOTS, 1, 2, name="Professor Evertslaan"), house("Prof. Evertslaan", 1, 10, 50))
    assert found.of_house.tolist() == found.of_way.tolist() == [1]


def test_houses_without_ways_make_a_street() -> None:
    """Its way may have another name, or lie outside the extract."""
    found = streets(house("Laan", 1, 0, 0), house("Laan", 3, 100, 0), house("Laan", 2, 50, 0))
    assert found.of_house.tolist() == [1, 1, 1]
    assert (found.lat[1], found.lon[1]) == at(50, 0)
    assert found.metres[1] == 0


def test_a_street_lies_on_itself_near_its_middle() -> None:
    """And has a box around all of it, and its length."""
    found = streets(way(SPOTS, 1, 2, 3, 4, name="Markt"))
    assert (found.lat[1], found.lon[1]) == at(0, 200)
    assert found.box[1].tolist() == [*at(0, 0), *at(0, 400)]
    assert found.metres[1] == round(apart_m(at(0, 0), at(0, 400)))


def test_nothing_makes_no_streets() -> None:
    """Not even one."""
    assert len(streets().metres) == 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=12))
def test_what_lies_close_is_one_street_and_what_lies_far_is_not(cells: list[tuple[int, int]]) -> None:
    """Houses within a hundred metres always hang together; those of other streets lie a kilometre off."""
    houses = [house("Laan", 1, north * 100, east * 150) for north, east in cells]
    number = streets(*houses).of_house
    points = np.array([each.at for each in houses])
    for place, here in enumerate(points):
        near = np.abs(points - here).max(axis=1) <= 100
        assert set(number[near]) == {number[place]}
        alone = np.abs(points - here)[np.arange(len(points)) != place]
        if len(alone) and (alone.max(axis=1) > 1_500).all():
            assert (number == number[place]).sum() == 1
