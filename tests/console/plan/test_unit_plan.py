"""Where everything of a unit's screen stands."""

from itertools import combinations

import pytest

from console.actions.action import Where
from console.plan.room_plan import OVER
from console.plan.unit_plan import unit_plan

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60), (40, 12), (20, 6), (10, 3)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("main", list(Where))
@pytest.mark.parametrize("line", ["", "line", "pair"])
@pytest.mark.parametrize("calls", [False, True])
def test_parts_lie_on_the_screen_and_apart(
    size: tuple[int, int], main: Where, line: str, calls: bool
) -> None:
    """No two parts overlap, and none leaves the screen."""
    width, height = size
    places = unit_plan(width, height, main=main, line=line, keys=3, emergency=calls)
    for place in places.values():
        assert 0 <= place.x < place.right <= width
        assert 0 <= place.y < place.bottom <= height
    kept = {name: place for name, place in places.items() if name not in OVER}
    for one, other in combinations(kept.values(), 2):
        assert not one.overlaps(other)
    if calls and height >= 12:
        assert all(place.y >= 1 for place in kept.values())


@pytest.mark.parametrize("size", SIZES[:4])
def test_melding_line_and_keys_are_at_home(size: tuple[int, int]) -> None:
    """On the smallest laptop too, each with rows enough to say something."""
    places = unit_plan(*size, main=Where.LINE, line="line", keys=3)
    assert places["own"].height >= 4
    assert places["line"].height >= 6
    assert places["speak"].height == 1
    assert places["own-keys"].height == 3


def test_the_map_is_beside_the_melding_where_there_is_room() -> None:
    """And takes the whole of a small screen when it is asked for."""
    assert "map" in unit_plan(120, 40, main=Where.LINE, line="line")
    assert "map" not in unit_plan(80, 24, main=Where.LINE, line="line")
    assert unit_plan(60, 20, main=Where.MAP, line="line")["map"].size == (60, 15)


def test_an_emergency_takes_all_but_the_bars() -> None:
    """The keys of the radio lie under it; the command line and the link stay in view."""
    places = unit_plan(60, 20, main=Where.LINE, line="line", emergency=True, taken=True)
    assert places["emergency"].size == (60, 17)
    assert set(OVER) & set(places) == {"emergency"}
