"""Where everything of a unit's screen stands."""

from itertools import combinations

import pytest

from console.actions.action import Where
from console.plan.head_rows import OVER
from console.plan.unit_plan import unit_plan

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60), (40, 12), (20, 6), (10, 3)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("main", list(Where))
@pytest.mark.parametrize("line", ["", "line", "pair"])
@pytest.mark.parametrize("calls", [0, 1, 3])
def test_parts_lie_on_the_screen_and_apart(size: tuple[int, int], main: Where, line: str, calls: int) -> None:
    """No two parts overlap, and none leaves the screen."""
    width, height = size
    places = unit_plan(width, height, main=main, line=line, keys=3, emergency=calls)
    for place in places.values():
        assert 0 <= place.x < place.right <= width
        assert 0 <= place.y < place.bottom <= height
    for one, other in combinations(places.values(), 2):
        assert not one.overlaps(other)
    kept = {name: place for name, place in places.items() if name not in OVER}
    if calls and height >= 12:
        assert all(place.y >= calls for place in kept.values())


@pytest.mark.parametrize("size", SIZES[:4])
def test_melding_line_and_keys_are_at_home(size: tuple[int, int]) -> None:
    """On the smallest laptop too, each with rows enough to say something."""
    places = unit_plan(*size, main=Where.LINE, line="line", keys=3)
    assert places["own"].height >= 4
    assert places["line"].height >= 6
    assert places["own-keys"].height == 3


def test_the_map_is_beside_the_melding_where_there_is_room() -> None:
    """And takes the whole of a small screen when it is asked for."""
    assert "map" in unit_plan(120, 40, main=Where.LINE, line="line")
    assert "map" not in unit_plan(80, 24, main=Where.LINE, line="line")
    assert unit_plan(60, 20, main=Where.MAP, line="line")["map"].size == (60, 15)


def test_an_emergency_leaves_the_melding_and_the_keys_of_the_radio() -> None:
    """Also on the smallest laptop: what one was doing stays in view, and so does what a digit means."""
    places = unit_plan(60, 20, main=Where.LINE, line="line", alarm=True, emergency=5)
    assert (places["emergency"].height, places["alarm"].y) == (5, 5)
    assert {"own", "line", "own-keys"} <= set(places)
