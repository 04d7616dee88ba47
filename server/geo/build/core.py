"""Where the town is: the stretch with dense streets, when an extract has stray corridors far outside it.

Pure; the writer takes it for the box of a map that was given none, and the command line proposes it.
"""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from protocol.map.index import Box
from protocol.map.piece import StrokeKind
from server.geo.build.gathered import Gathered, Ints
from server.geo.build.measure import QUANTUM_M, narrowing

CELL_M = 500.0
FULL_SHARE = 0.15
"""A cell counts as town when it holds this share of what a cell of the town usually holds."""

LEAST_SHARE = 0.5
"""Of the nodes; where no stretch holds as much, the extract is no single town and all of it counts."""

_WIDE = np.int64(1) << 31
"""A cell's row times this, plus its column, is one number for each cell."""


def core_of(gathered: Gathered) -> Box:
    """The box around the largest stretch of dense streets. Raises ValueError without a node."""
    lat, lon = gathered.node("lat"), gathered.node("lon")
    whole = _box(lat, lon)
    counts = np.diff(gathered.way_start())
    kind = np.repeat(gathered.way("kind"), counts)
    local = (kind == StrokeKind.STREET) | (kind == StrokeKind.PATH)
    if not local.any():
        return whole
    return _largest(lat[local], lon[local], whole)


def _largest(lat: Ints, lon: Ints, whole: Box) -> Box:
    cell_lat = CELL_M / QUANTUM_M
    cell_lon = cell_lat / narrowing(float(np.median(lat)))
    row, column = np.floor(lat / cell_lat).astype(np.int64), np.floor(lon / cell_lon).astype(np.int64)
    cells, cell_of, filled = np.unique(row * _WIDE + column, return_inverse=True, return_counts=True)
    # What the cell of the middle node holds: corridors have many cells, but few nodes.
    usual = np.median(filled[cell_of])
    dense = np.flatnonzero(filled >= usual * FULL_SHARE)
    stretch = _together(cells[dense])
    weight = np.bincount(stretch, filled[dense])
    kept = np.isin(cell_of, dense[stretch == int(weight.argmax())])
    if kept.sum() < LEAST_SHARE * len(lat):
        return whole
    town = _box(lat[kept], lon[kept])
    # The edge of town is thinner than the town: a cell around it belongs to it.
    return Box(
        south=max(whole.south, town.south - round(cell_lat)),
        west=max(whole.west, town.west - round(cell_lon)),
        north=min(whole.north, town.north + round(cell_lat)),
        east=min(whole.east, town.east + round(cell_lon)),
    )


def _together(cells: Ints) -> Ints:
    """The number of the stretch of each cell (sorted); cells that touch, also at a corner, are one."""
    pairs = []
    for step in (1, _WIDE - 1, _WIDE, _WIDE + 1):
        at = np.minimum(np.searchsorted(cells, cells + step), len(cells) - 1)
        here = np.flatnonzero(cells[at] == cells + step)
        pairs.append(np.stack([here, at[here]], axis=1))
    links = np.concatenate(pairs)
    graph = coo_array((np.ones(len(links), np.int8), (links[:, 0], links[:, 1])), shape=(len(cells),) * 2)
    _, stretch = connected_components(graph, directed=False)
    return stretch.astype(np.int64)


def _box(lat: Ints, lon: Ints) -> Box:
    return Box(south=int(lat.min()), west=int(lon.min()), north=int(lat.max()), east=int(lon.max()))
