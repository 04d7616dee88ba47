"""The grid: about a hundred metres a cell, coarser where a picture could not hold them all."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from protocol.map.reach import MOST_CELLS
from server.geo.grid import CELL_M, bits_of, grid_over
from server.geo.plane import METRES_A_QUANTUM, plane_at

PLANE = plane_at(5_200_000)


def test_a_town_has_cells_of_a_hundred_metres() -> None:
    """North as well as east."""
    grid = grid_over(PLANE, 5_200_000, 435_000, 5_204_000, 440_000)
    assert abs(grid.cell_lat * METRES_A_QUANTUM - CELL_M) < 1
    assert abs(grid.cell_lon * METRES_A_QUANTUM * PLANE.lon_scale - CELL_M) < 1


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.data())
def test_any_box_fits_a_picture(high: int, wide: int, data: st.DataObject) -> None:
    """Every point of it has a cell, and the middle of that cell has the same."""
    grid = grid_over(PLANE, 0, 0, high, wide)
    assert grid.cells <= MOST_CELLS
    lat, lon = data.draw(st.integers(0, high)), data.draw(st.integers(0, wide))
    cells = grid.cells_of(np.array([lat]), np.array([lon]))
    assert 0 <= int(cells[0]) < grid.cells
    middle_lat, middle_lon = grid.middles(cells)
    assert abs(middle_lat[0] - lat) <= grid.cell_lat
    assert abs(middle_lon[0] - lon) <= grid.cell_lon


def test_the_first_cell_is_the_lowest_bit() -> None:
    """As the picture travels."""
    assert (
        bits_of(np.array([True, False, False, False, False, False, False, False, False, True])) == b"\x01\x02"
    )
