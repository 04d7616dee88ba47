"""A picture of reach on dots."""

from hypothesis import given
from hypothesis import strategies as st

from console.chart.reached import answers
from console.chart.viewport import Viewport, moved
from protocol.map.reach import Reach
from protocol.model.point import Point, to_grid
from tests.console.rig import CENTRE

LAT, LON = to_grid(CENTRE)
VIEW = Viewport(centre=CENTRE, cell_m=16.0)
WIDTH, HEIGHT = 30, 12


@given(
    bits=st.binary(min_size=13, max_size=13),
    x=st.integers(0, WIDTH * 2 - 1),
    y=st.integers(0, HEIGHT * 4 - 1),
)
def test_a_dot_is_reached_when_its_place_is(bits: bytes, x: int, y: int) -> None:
    """As the picture itself says of the middle of the dot."""
    reach = Reach(
        south=LAT - 60,
        west=LON - 90,
        cell_lat=12,
        cell_lon=18,
        columns=10,
        rows=10,
        within_s=300,
        permille=1,
        permille_after=1,
        reached=bits,
        lost=bits[::-1],
    )
    found = answers(reach, VIEW, WIDTH, HEIGHT)
    middle: Point = moved(CENTRE, (x + 0.5 - WIDTH) * 4, (HEIGHT * 2 - y - 0.5) * 4)
    lat, lon = int(middle.lat_deg * 100_000 // 1), int(middle.lon_deg * 100_000 // 1)
    said = {
        (
            reach.holds(reach.reached, lat + north, lon + east),
            reach.holds(reach.lost, lat + north, lon + east),
        )
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
    }
    # On the very border of two cells either may be right.
    assert (bool(found.reached[y, x]), bool(found.lost[y, x])) in said


def test_nothing_is_lost_where_nothing_is_proposed() -> None:
    """An empty picture is no picture."""
    reach = Reach(
        south=LAT - 60,
        west=LON - 90,
        cell_lat=120,
        cell_lon=180,
        columns=1,
        rows=1,
        within_s=300,
        permille=1,
        permille_after=1,
        reached=b"\x01",
    )
    found = answers(reach, VIEW, WIDTH, HEIGHT)
    assert (bool(found.reached.any()), bool(found.lost.any())) == (True, False)
