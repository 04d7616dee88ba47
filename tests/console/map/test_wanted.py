"""The order in which pieces are wanted."""

from hypothesis import given
from hypothesis import strategies as st

from console.chart.viewport import Viewport, box_of
from console.map.wanted import Looking, in_order
from protocol.map.index import Box
from tests.console.rig import CENTRE, point
from tests.console.town import FAR, INDEX, MAIN, NEAR, PATHS, THROUGH, ref

SMALL = box_of(Viewport(centre=CENTRE, cell_m=16), 60, 20)
LEVEL_BY_ADDRESS = {piece.address: piece.level for piece in INDEX.pieces}


def test_main_streets_first_then_what_is_in_view_then_the_rest() -> None:
    """A map is of use after its first pieces, and whole in the end."""
    ordered = in_order(INDEX, (), Looking(box=SMALL, level=2))
    wanted = [ref(0, MAIN), ref(1, THROUGH), ref(2, NEAR), ref(2, FAR), ref(3, PATHS)]
    assert ordered[::-1] == wanted


def test_what_the_zoom_does_not_draw_comes_later() -> None:
    """Paths in view wait while nobody could see them."""
    ordered = in_order(INDEX, (), Looking(box=SMALL, level=3))
    assert ordered[::-1][:4] == [ref(0, MAIN), ref(1, THROUGH), ref(2, NEAR), ref(3, PATHS)]


def test_the_nearest_of_one_level_first() -> None:
    """Looking at the far corner turns the order round."""
    there = box_of(Viewport(centre=point(1_450, 1_450), cell_m=16), 20, 10)
    streets = [piece for piece in in_order(INDEX, (), Looking(box=there, level=2))[::-1] if piece.level == 2]
    assert streets == [ref(2, FAR), ref(2, NEAR)]


@given(
    had=st.sets(st.sampled_from(sorted(LEVEL_BY_ADDRESS))),
    look=st.none()
    | st.builds(Looking, box=st.just(Box(south=0, west=0, north=9, east=9)), level=st.integers(0, 3)),
)
def test_everything_that_is_missing_is_wanted_once(had: set[bytes], look: Looking | None) -> None:
    """Wherever one looks: what is had is not asked for, and nothing is left out."""
    wanted = [piece.address for piece in in_order(INDEX, had, look)]
    assert sorted(wanted) == sorted(set(LEVEL_BY_ADDRESS) - had)
