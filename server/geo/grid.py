"""A grid of cells over a town, for pictures of what can be reached. Pure.

Cells are about CELL_M wide, larger where a town would else have more than a picture may hold.
"""

import math

import numpy as np
from attrs import frozen

from protocol.map.reach import MOST_CELLS
from server.geo.plane import METRES_A_QUANTUM, Flags, Floats, Ints, Plane

CELL_M = 100.0
MOST_ASIDE = 4_000


@frozen(kw_only=True)
class Grid:
    """Rows and columns of cells in quanta, from the south-west."""

    south: int
    west: int
    cell_lat: int
    cell_lon: int
    columns: int
    rows: int

    @property
    def cells(self) -> int:
        """How many there are."""
        return self.columns * self.rows

    def cells_of(self, lat: Ints, lon: Ints) -> Ints:
        """The cell of each point; only for points inside."""
        return np.asarray(
            (lat - self.south) // self.cell_lat * self.columns + (lon - self.west) // self.cell_lon
        )

    def middles(self, cells: Ints) -> tuple[Floats, Floats]:
        """The middle of each cell in quanta: (lat, lon)."""
        row, column = np.divmod(cells, self.columns)
        return self.south + (row + 0.5) * self.cell_lat, self.west + (column + 0.5) * self.cell_lon


def grid_over(plane: Plane, south: int, west: int, north: int, east: int) -> Grid:
    """The finest grid that covers the box (in quanta, edges included) with at most MOST_CELLS."""
    cell_m = CELL_M
    while True:
        cell_lat = max(1, round(cell_m / METRES_A_QUANTUM))
        cell_lon = max(1, round(cell_m / (METRES_A_QUANTUM * plane.lon_scale)))
        rows, columns = (north - south) // cell_lat + 1, (east - west) // cell_lon + 1
        if rows * columns <= MOST_CELLS and max(rows, columns) <= MOST_ASIDE:
            return Grid(
                south=south, west=west, cell_lat=cell_lat, cell_lon=cell_lon, columns=columns, rows=rows
            )
        cell_m *= max(1.05, math.sqrt(rows * columns / MOST_CELLS), max(rows, columns) / MOST_ASIDE)


def bits_of(flags: Flags) -> bytes:
    """One bit a cell, the first cell in the lowest bit of the first byte."""
    return np.packbits(flags, bitorder="little").tobytes()
