"""A window: coarse, a few bytes, and whole also at the date line and the poles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import from_grid
from protocol.model.window import ROUND_STEPS, STEP_QUANTA, Window, window_around
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import LooksAt

LATS, LONS = st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000)


@given(LATS, LATS, LONS, st.integers(0, 36_000_000), st.data())
def test_it_holds_every_point_between_its_edges(
    lat: int, other: int, west: int, width: int, data: st.DataObject
) -> None:
    """Also where these lie on both sides of the date line."""
    south, north = sorted((lat, other))
    window = window_around(south=south, west=west, north=north, east=west + width)
    lon = west + data.draw(st.integers(0, width))
    around = (lon + 18_000_000) % 36_000_000 - 18_000_000
    assert window.shows(from_grid(data.draw(st.integers(south, north)), around))


@pytest.mark.parametrize(
    ("lat", "lon", "shown"),
    [(0, 0, True), (2, 3, True), (3, 0, False), (-1, 0, False), (0, 4, False), (0, -1, False)],
)
def test_it_holds_its_own_steps_and_no_others(lat: int, lon: int, shown: bool) -> None:
    """Edges included, to the step."""
    window = Window(south=20_281, west=1_753, rows=3, columns=4)
    point = from_grid((20_281 + lat) * STEP_QUANTA + 1, (1_753 + lon) * STEP_QUANTA + 1)
    assert window.shows(point) is shown


@given(LATS, LONS, st.integers(0, 5_000_000), st.integers(0, 5_000_000))
def test_it_travels_in_a_few_bytes(south: int, west: int, high: int, wide: int) -> None:
    """And comes as it was sent; none, where no map is shown, in one."""
    window = window_around(south=south, west=west, north=min(9_000_000, south + high), east=west + wide)
    frame = encode(LooksAt(window=window))
    assert len(frame) <= 18
    assert decode_up(frame, now_ms=0) == LooksAt(window=window)
    assert len(encode(LooksAt())) == 2


@pytest.mark.parametrize("field", ["rows", "columns"])
def test_it_is_no_smaller_than_a_step_and_no_larger_than_the_earth(field: str) -> None:
    """What a console never sends is refused at birth."""
    told = {"south": 0, "west": 0, "rows": 1, "columns": 1}
    for wrong in (0, ROUND_STEPS + 1):
        with pytest.raises(ValueError, match=field):
            Window(**{**told, field: wrong})
