"""Which stretch of the earth a map shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.chart.scale import scale
from console.chart.viewport import (
    COARSEST_M,
    Viewport,
    box_of,
    centred,
    fitted,
    kept_in_view,
    moved,
    panned,
    zoomed,
)
from protocol.model.point import Point, distance_m, to_grid
from tests.console.rig import CENTRE, point

METRES = st.floats(-20_000, 20_000)
VIEW = Viewport(centre=CENTRE, cell_m=100.0)


def test_the_centre_is_in_the_middle() -> None:
    """A map of 40 x 20 cells has its centre at the corner of the middle cells."""
    assert VIEW.cell(CENTRE, 40, 20) == (20, 10)


def test_a_cell_is_twice_as_high_as_wide() -> None:
    """A hundred metres north is one cell up; a hundred metres east is two cells right."""
    assert VIEW.cell(point(1, 99), 40, 20) == (20, 9)
    assert VIEW.cell(point(101, -1), 40, 20) == (22, 10)


@given(METRES, METRES)
def test_flat_distance_is_the_real_one(east_m: float, north_m: float) -> None:
    """Within a region the flat distance is that over the globe, to half a percent."""
    there = moved(CENTRE, east_m, north_m)
    east, north = VIEW.offset_m(there)
    assert (east**2 + north**2) ** 0.5 == pytest.approx(distance_m(CENTRE, there), rel=0.005, abs=1)


@given(st.lists(st.tuples(METRES, METRES), min_size=1, max_size=20), st.integers(20, 120), st.integers(8, 50))
def test_a_fit_shows_everything(spots: list[tuple[float, float]], width: int, height: int) -> None:
    """After a fit every point is on the map."""
    points = [moved(CENTRE, *spot) for spot in spots]
    view = fitted(points, width, height)
    assert view is not None
    assert all(view.shows(each, width, height) for each in points)


def test_a_fit_of_nothing() -> None:
    """Without a point there is no view."""
    assert fitted([], 40, 20) is None


@given(st.integers(-20, 20), st.integers(-20, 20))
def test_panning_back_returns(columns: int, rows: int) -> None:
    """Panning there and back ends where it began, to a metre."""
    there = panned(VIEW, columns=columns, rows=rows)
    back = panned(there, columns=-columns, rows=-rows)
    assert distance_m(VIEW.centre, back.centre) < 2


def test_zooming_stops_at_the_ends() -> None:
    """A step halves or doubles; beyond the bounds nothing happens."""
    assert zoomed(VIEW, 1).cell_m == 50.0
    assert zoomed(VIEW, -30).cell_m == COARSEST_M


def test_a_followed_point_moves_the_map_seldom() -> None:
    """While it is in the middle half the map is at rest; outside of it the map centres on it once."""
    near, far = point(300, 100), point(1_000, 0)
    assert VIEW is kept_in_view(VIEW, near, 40, 20)
    assert centred(VIEW, far) == kept_in_view(VIEW, far, 40, 20)


@given(st.floats(4, 16_384), st.integers(5, 60))
def test_the_scale_is_round_and_fits(cell_m: float, columns: int) -> None:
    """The bar says 1, 2 or 5 with noughts and is no longer than it may be."""
    bar = scale(cell_m, columns)
    assert str(bar.metres)[0] in "125"
    assert set(str(bar.metres)[1:]) <= {"0"}
    assert bar.columns <= columns + 1e-6


def test_round_the_date_line() -> None:
    """Points on both sides of 180 degrees are near each other."""
    east, west = Point(lat_deg=0, lon_deg=179.99), Point(lat_deg=0, lon_deg=-179.99)
    offset_m, _ = Viewport(centre=east).offset_m(west)
    assert 2_000 < offset_m < 2_500


@given(
    st.floats(-85, 85),
    st.floats(-180, 180),
    st.floats(4, COARSEST_M),
    st.integers(0, 400),
    st.integers(0, 120),
)
def test_what_is_in_view_is_a_box_wherever_the_map_looks(
    lat_deg: float, lon_deg: float, cell_m: float, width: int, height: int
) -> None:
    """Also at the date line, where it is cut off, and near the poles."""
    centre = Point(lat_deg=lat_deg, lon_deg=lon_deg).on_grid()
    box = box_of(Viewport(centre=centre, cell_m=cell_m), width, height)
    lat, lon = to_grid(centre)
    assert box.south <= lat <= box.north
    assert box.west <= lon <= box.east
