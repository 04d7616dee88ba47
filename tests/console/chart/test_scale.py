"""A round length that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.chart.scale import scale


@given(st.floats(4, 16_384), st.integers(4, 60))
def test_the_bar_fits_and_is_round(cell_m: float, most: int) -> None:
    """One, two or five times a power of ten, and more than a third of the room."""
    bar = scale(cell_m, most)
    assert str(bar.metres).rstrip("0") in ("1", "2", "5")
    assert most / 2.51 <= bar.columns <= most


@pytest.mark.parametrize(("cell_m", "text"), [(16.0, "200 m"), (128.0, "2 km"), (80.0, "1 km")])
def test_kilometres_from_a_thousand_metres_on(cell_m: float, text: str) -> None:
    """As one says it."""
    assert scale(cell_m, 32).text == text
