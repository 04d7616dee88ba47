"""The plane: metres as the earth has them, and back to the very quanta."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import distance_m, from_grid
from server.geo.plane import plane_at

LAT, LON = st.integers(5_180_000, 5_220_000), st.integers(420_000, 460_000)


@given(LAT, LON, st.integers(-2_000, 2_000), st.integers(-2_000, 2_000))
def test_near_points_are_as_far_apart_as_on_earth(lat: int, lon: int, north: int, east: int) -> None:
    """Within half a per cent over a town."""
    xy = plane_at(5_200_000).xy(np.array([lat, lat + north]), np.array([lon, lon + east]))
    apart = float(np.hypot(*(xy[1] - xy[0])))
    expected = distance_m(from_grid(lat, lon), from_grid(lat + north, lon + east))
    assert apart == pytest.approx(expected, rel=0.006, abs=0.01)


@given(LAT, LON)
def test_quanta_come_back(lat: int, lon: int) -> None:
    """There and back changes nothing."""
    plane = plane_at(5_200_000)
    back = plane.quanta(plane.xy(np.array([lat]), np.array([lon])))
    assert [part.tolist() for part in back] == [[lat], [lon]]
