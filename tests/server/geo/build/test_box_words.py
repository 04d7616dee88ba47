"""A box as a person writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.map.index import Box
from server.geo.build.box_words import box_of, written_box


def test_a_box_is_west_south_east_north() -> None:
    """In degrees, the order of most tools."""
    box = Box(south=5_198_500, west=434_000, north=5_202_000, east=440_000)
    assert box_of("4.34,51.985,4.40,52.02") == box
    assert written_box(box) == "4.34,51.985,4.4,52.02"


LATS, LONS = st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000)


@given(st.tuples(LATS, LATS, LONS, LONS).filter(lambda at: at[0] != at[1] and at[2] != at[3]))
def test_what_is_written_is_read_back(at: tuple[int, int, int, int]) -> None:
    """To the last quantum, so that a proposed box can be used as it is."""
    south, north = sorted(at[:2])
    west, east = sorted(at[2:])
    box = Box(south=south, west=west, north=north, east=east)
    assert box_of(written_box(box)) == box


@pytest.mark.parametrize(
    "told", ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "4.4,51,4.3,52", "4,52,5,51", "nan,1,2,3", "4,51,5,91"]
)
def test_what_is_no_box_is_refused(told: str) -> None:
    """Three numbers, words, the wrong corner first, or off the globe."""
    with pytest.raises(ValueError):
        box_of(told)
