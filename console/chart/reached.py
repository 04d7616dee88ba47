"""A picture of reach on the dots of a map: which are reached in time, and which would be lost. Pure."""

import math

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from console.chart.viewport import Viewport
from console.map.sheet import Flags
from protocol.map.reach import Reach
from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG

_M_A_DEG = math.radians(1.0) * EARTH_RADIUS_M


@frozen(kw_only=True, eq=False)
class Answer:
    """Rows x columns of dots."""

    reached: Flags
    """Within the time of some unit that can be called; what would be lost included."""

    lost: Flags
    """Of these, what nobody reaches once the proposed units go."""


def answers(reach: Reach, view: Viewport, width: int, height: int) -> Answer:
    """The picture on a map of so many cells; outside its grid nothing is reached."""
    dots_a_m = 4 / view.cell_m
    squeeze = math.cos(math.radians(view.centre.lat_deg))
    dots_a_lat = dots_a_m * _M_A_DEG / QUANTA_A_DEG
    across = (np.arange(width * 2) + 0.5 - width) / (
        dots_a_lat * squeeze
    ) + view.centre.lon_deg * QUANTA_A_DEG
    down = (height * 2 - np.arange(height * 4) - 0.5) / dots_a_lat + view.centre.lat_deg * QUANTA_A_DEG
    column = np.floor((across - reach.west) / reach.cell_lon).astype(np.int64)
    row = np.floor((down - reach.south) / reach.cell_lat).astype(np.int64)
    on_grid = ((row >= 0) & (row < reach.rows))[:, None] & ((column >= 0) & (column < reach.columns))[None, :]
    place = np.clip(row, 0, reach.rows - 1)[:, None], np.clip(column, 0, reach.columns - 1)[None, :]
    return Answer(
        reached=_cells(reach, reach.reached)[place] & on_grid, lost=_cells(reach, reach.lost)[place] & on_grid
    )


def _cells(reach: Reach, bits: bytes) -> NDArray[np.bool_]:
    """The grid as rows x columns from the south-west; all False where there is no picture."""
    count = reach.rows * reach.columns
    if not bits:
        return np.zeros((reach.rows, reach.columns), np.bool_)
    flags = np.unpackbits(np.frombuffer(bits, np.uint8), count=count, bitorder="little")
    return flags.reshape(reach.rows, reach.columns).astype(np.bool_)
