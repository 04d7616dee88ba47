"""Where the town is: the stretch with dense streets, when an extract has stray corridors far outside it.

Pure; the writer takes it for the box of a map that was given none, and the command line proposes it.
"""

import numpy as np
from scipy.ndimage import label

from protocol.map.index import Box
from protocol.map.piece import StrokeKind
from server.geo.build.gathered import Gathered, Ints
from server.geo.build.measure import QUANTUM_M, narrowing

CELL_M = 500.0
MOST_CELLS = 4_000_000
FULL_SHARE = 0.2
"""A cell counts as town when it holds this share of what a well-filled cell holds."""


def core_of(gathered: Gathered) -> Box:
    """The box around the largest stretch of dense streets. Raises ValueError without a node."""
    lat, lon = gathered.node("lat"), gathered.node("lon")
    whole = Box(south=int(lat.min()), west=int(lon.min()), north=int(lat.max()), east=int(lon.max()))
    counts = np.diff(gathered.way_start())
    kind = np.repeat(gathered.way("kind"), counts)
    local = (kind == StrokeKind.STREET) | (kind == StrokeKind.PATH)
    if not local.any():
        return whole
    town = _largest(lat[local], lon[local])
    return town if town is not None else whole


def _largest(lat: Ints, lon: Ints) -> Box | None:
    cell_lat = CELL_M / QUANTUM_M
    cell_lon = cell_lat / narrowing(float(np.median(lat)))
    south, west = int(lat.min()), int(lon.min())
    row, column = ((lat - south) / cell_lat).astype(np.int64), ((lon - west) / cell_lon).astype(np.int64)
    rows, columns = int(row.max()) + 1, int(column.max()) + 1
    if rows * columns > MOST_CELLS:
        return None
    filled = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
    well = np.percentile(filled[filled > 0], 75)
    dense = filled >= max(1.0, well * FULL_SHARE)
    stretch, _ = label(dense, structure=np.ones((3, 3)))
    weight = np.bincount(stretch.reshape(-1), filled.reshape(-1))
    weight[0] = 0
    inside = stretch == int(weight.argmax())
    chosen = inside[row, column]
    return Box(
        south=int(lat[chosen].min()),
        west=int(lon[chosen].min()),
        north=int(lat[chosen].max()),
        east=int(lon[chosen].max()),
    )
