"""Metres in a town."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import distance_m, from_grid
from server.geo.build.measure import apart_m, lengths_m

STEPS = st.integers(-2_000, 2_000)


@given(STEPS, STEPS)
def test_metres_are_those_of_the_globe(north: int, east: int) -> None:
    """Within a town, to a tenth of a percent."""
    a, b = (5_200_000, 435_000), (5_200_000 + north, 435_000 + east)
    expected = distance_m(from_grid(*a), from_grid(*b))
    assert apart_m(a, b) == pytest.approx(expected, rel=1e-3, abs=0.01)
    [length] = lengths_m(np.array([a[0], b[0]]), np.array([a[1], b[1]]), np.array([0, 2]))
    assert length == pytest.approx(expected, rel=1e-3, abs=0.01)


def test_each_line_has_its_own_length() -> None:
    """The step from the end of one to the start of the next counts for neither."""
    lat, lon = np.array([0, 100, 9_000, 9_000, 9_100]), np.zeros(5, int)
    assert lengths_m(lat, lon, np.array([0, 2, 5])) == pytest.approx([111.19, 111.19], abs=0.01)


def test_no_lines_have_no_lengths() -> None:
    """An empty map is measured too."""
    assert len(lengths_m(np.zeros(0, int), np.zeros(0, int), np.array([0]))) == 0
