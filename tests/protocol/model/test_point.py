"""Points on the earth: what is one, the grid, distance and direction."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import QUANTUM_DEG, Point, bearing_deg, distance_m, from_grid, to_grid
from tests.strategies import points

anywhere = st.builds(Point, lat_deg=st.floats(-90, 90), lon_deg=st.floats(-180, 180))
DOM = Point(lat_deg=52.09070, lon_deg=5.12140)
EUROMAST = Point(lat_deg=51.90540, lon_deg=4.46670)


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "error", "words"),
    [
        (90.00001, 0, ValueError, "'lat_deg' must be <= 90.0: 90.00001"),
        (-90.00001, 0, ValueError, "'lat_deg' must be >= -90.0: -90.00001"),
        (0, 180.00001, ValueError, "'lon_deg' must be <= 180.0: 180.00001"),
        (0, -180.00001, ValueError, "'lon_deg' must be >= -180.0: -180.00001"),
        (math.nan, 0, ValueError, "lat_deg must be a finite number of degrees, got nan"),
        (0, math.inf, ValueError, "lon_deg must be a finite number of degrees, got inf"),
        ("noord", 0, ValueError, "noord"),
        (0, None, TypeError, "NoneType"),
    ],
)
def test_what_is_not_on_earth_is_refused(
    lat_deg: Any, lon_deg: Any, error: type[Exception], words: str
) -> None:
    """The message names the coordinate, the rule and what came."""
    with pytest.raises(error, match=words):
        Point(lat_deg=lat_deg, lon_deg=lon_deg)


@pytest.mark.parametrize(
    ("lat", "lon"), [(9_000_000, 18_000_000), (-9_000_000, -18_000_000), (0, 0), (5_192_000, 449_000)]
)
def test_every_point_of_the_grid_is_on_earth_and_comes_back(lat: int, lon: int) -> None:
    """Up to the poles and the date line."""
    assert (lat, lon) == to_grid(from_grid(lat, lon))


def test_the_grid_is_decimal() -> None:
    """Five decimals in are the same five decimals out."""
    assert Point(lat_deg=51.92, lon_deg=4.49) == from_grid(5_192_000, 449_000)


@pytest.mark.parametrize(("lat", "lon"), [(9_000_001, 0), (0, -18_000_001), (2**64, 0)])
def test_quanta_outside_the_earth_are_refused(lat: int, lon: int) -> None:
    """As any other point that is none."""
    with pytest.raises(ValueError, match="must be"):
        from_grid(lat, lon)


@given(anywhere)
def test_the_grid_moves_a_point_by_half_a_quantum_at_most(point: Point) -> None:
    """And a second time not at all."""
    there = point.on_grid()
    assert abs(there.lat_deg - point.lat_deg) <= QUANTUM_DEG * 0.500001
    assert abs(there.lon_deg - point.lon_deg) <= QUANTUM_DEG * 0.500001
    assert there == there.on_grid()


def test_distance_is_that_of_the_map() -> None:
    """From the Dom tower to the Euromast is 49.4 km."""
    assert distance_m(DOM, EUROMAST) == pytest.approx(49_360, rel=0.002)


@given(anywhere, anywhere)
def test_distance_is_the_same_both_ways_and_at_most_half_the_earth(a: Point, b: Point) -> None:
    """And nothing from a point to itself."""
    assert distance_m(a, b) == pytest.approx(distance_m(b, a))
    assert 0.0 <= distance_m(a, b) <= math.pi * 6_371_000.1
    assert distance_m(a, a) == 0.0


def test_distance_crosses_the_date_line_the_short_way() -> None:
    """A quantum east and a quantum west of it are two metres apart."""
    assert distance_m(from_grid(0, 18_000_000), from_grid(0, -17_999_999)) == pytest.approx(1.11, abs=0.01)


@pytest.mark.parametrize(
    ("lat_step", "lon_step", "expected"), [(1, 0, 0.0), (0, 1, 90.0), (-1, 0, 180.0), (0, -1, 270.0)]
)
def test_bearing_is_that_of_the_compass(lat_step: int, lon_step: int, expected: float) -> None:
    """North is 0 and it counts clockwise."""
    assert bearing_deg(from_grid(0, 0), from_grid(lat_step, lon_step)) == pytest.approx(expected)


@given(points(), points())
def test_bearing_is_always_below_360(a: Point, b: Point) -> None:
    """From a point to itself it is 0."""
    assert 0.0 <= bearing_deg(a, b) < 360.0
    assert bearing_deg(a, a) == 0.0


def test_a_hair_west_of_north_is_north() -> None:
    """Rounding never makes 360 of it."""
    hair = math.nextafter(5.0, 0.0)
    assert bearing_deg(Point(lat_deg=0, lon_deg=5.0), Point(lat_deg=80, lon_deg=hair)) < 360.0
