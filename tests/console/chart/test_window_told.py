"""The server is told what the map shows when that is news, with a margin, at most once a second."""

import pytest

from console.chart.window_told import EVERY_S, WindowTold
from protocol.map.index import Box
from protocol.model.point import from_grid
from protocol.wire.messages import LooksAt

LAT, LON = 5_192_000, 449_000


def box(east: int = 0, *, side: int = 4_000) -> Box:
    """A view of so many quanta, moved east by so many."""
    return Box(south=LAT, west=LON + east, north=LAT + side, east=LON + east + side)


def told(*views: Box | None) -> list[LooksAt]:
    """What is told of views of one second each."""
    window = WindowTold()
    found = (window.due(view, second * EVERY_S) for second, view in enumerate(views))
    return [each for each in found if each is not None]


def test_what_is_shown_is_told_with_what_lies_beside_it() -> None:
    """Who drives in is known by then."""
    (tick,) = told(box())
    assert tick.window is not None
    shown = [tick.window.shows(from_grid(LAT + 2_000, LON + east)) for east in (-900, 0, 4_000, 4_900, 9_000)]
    assert shown == [True, True, True, True, False]


def test_what_still_holds_is_not_told_again() -> None:
    """A map that follows a unit moves all the time."""
    assert len(told(box(), box(), box(500), box(1_000))) == 1
    assert len(told(box(), box(1_100))) == 2
    assert len(told(box(), box(20_000))) == 2


def test_whoever_zooms_in_far_tells_it_and_whoever_zooms_out_at_all() -> None:
    """So that what is told first is no longer the whole town."""
    assert len(told(box(side=4_000), box(side=2_000))) == 1
    assert len(told(box(side=40_000), box(side=4_000))) == 2
    assert len(told(box(side=4_000), box(side=8_000))) == 2


def test_a_map_that_goes_is_told_once_and_none_at_all_never() -> None:
    """Then all positions are alike."""
    assert told(None, None) == []
    assert told(box(), None, None)[1:] == [LooksAt()]
    assert len(told(box(), None, box())) == 3


@pytest.mark.parametrize("side", [0, 8_900_000])
def test_any_view_can_be_told(side: int) -> None:
    """A point, or half the earth."""
    (tick,) = told(Box(south=0, west=0, north=side, east=2 * side))
    assert tick.window is not None
    assert tick.window.shows(from_grid(side, 2 * side))


def test_it_is_told_at_most_once_a_second() -> None:
    """Also while somebody pans."""
    window = WindowTold()
    moments = [window.due(box(20_000 * step), step / 10) for step in range(31)]
    assert sum(each is not None for each in moments) == 4
