"""The town as cells: where there are streets, and from which place of which street each cell is reached.

Made from the network once, at the start of a server, because it takes longer than a picture may; never
changed. Read by `server.geo.reach`.
"""

import numpy as np
from attrs import frozen

from protocol.map.index import Box
from server.geo.grid import Grid, grid_over
from server.geo.network import Network
from server.geo.plane import Flags, Floats, Ints
from server.geo.streets import AT_AN_END, Streets


@frozen(kw_only=True, eq=False)
class Spots:
    """Stretches of streets of one means, in the order of their edges: what of an edge lies in a cell."""

    cell: Ints
    edge: Ints
    first: Floats
    """The part of the edge where it comes into the cell, from its tail."""

    last: Floats
    offset_m: Floats
    """What remains to walk into a cell where this means has no street itself."""

    tail: Ints
    """The node at the tail of the edge, and what it costs from there; inf against the traffic.

    A stretch that begins at the node itself is reached with the node, also against the traffic.
    """

    tail_cost: Floats
    head: Ints
    head_cost: Floats


@frozen(kw_only=True, eq=False)
class Town:
    """A network with its cells."""

    network: Network
    grid: Grid
    streets: Flags
    """Cells with a street or path in them: the town, of which a part is reached."""

    car: Spots
    bicycle: Spots
    foot: Spots

    @property
    def means(self) -> tuple[tuple[Streets, Spots], ...]:
        """The streets of each means with their stretches."""
        network = self.network
        return (network.car, self.car), (network.bicycle, self.bicycle), (network.foot, self.foot)


def town_of(network: Network, *, off_street_m: float, box: Box | None = None) -> Town | None:
    """The town of a network, within `box` where one is given; None for one without streets there.

    A map may hold corridors far outside its town: one drives there, and nobody counts them as the town. A
    cell without a street for some means is reached on foot from the nearest within `off_street_m`.
    """
    kinds = (network.car, network.bicycle, network.foot)
    xy = np.concatenate([_inside(network, streets, box).xy for streets in kinds])
    if not len(xy):
        return None
    lat, lon = network.plane.quanta(xy)
    grid = grid_over(network.plane, int(lat.min()), int(lon.min()), int(lat.max()), int(lon.max()))
    cells = grid.cells_of(lat, lon)
    middle = _middles(cells, xy, grid.cells)
    flags = np.zeros(grid.cells, np.bool_)
    flags[cells] = True
    car, bicycle, foot = (
        _spots(streets, network, grid, flags, middle, _inside(network, streets, box), off_street_m)
        for streets in kinds
    )
    return Town(network=network, grid=grid, streets=flags, car=car, bicycle=bicycle, foot=foot)


@frozen(kw_only=True, eq=False)
class _Samples:
    """Places along streets."""

    xy: Floats
    edge: Ints
    part: Floats


def _inside(network: Network, streets: Streets, box: Box | None) -> _Samples:
    every = streets.everywhere
    inside = np.ones(len(every.xy), np.bool_)
    if box is not None:
        lat, lon = network.plane.quanta(every.xy)
        inside = (box.south <= lat) & (lat <= box.north) & (box.west <= lon) & (lon <= box.east)
    return _Samples(xy=every.xy[inside], edge=every.edge[inside], part=every.part[inside])


def _middles(cells: Ints, xy: Floats, count: int) -> Floats:
    """The middle of the streets of each cell, as rows of (x, y)."""
    times = np.maximum(1, np.bincount(cells, minlength=count))
    sums = [np.bincount(cells, weights=xy[:, axis], minlength=count) for axis in (0, 1)]
    return np.stack(sums, axis=1) / times[:, None]


def _spots(
    streets: Streets,
    network: Network,
    grid: Grid,
    flags: Flags,
    middle: Floats,
    sampled: _Samples,
    off_street_m: float,
) -> Spots:
    cell = grid.cells_of(*network.plane.quanta(sampled.xy))
    without = flags.copy()
    without[cell] = False
    bare = np.flatnonzero(without)
    snaps = streets.main.snap(middle[bare], limit_m=off_street_m)
    found = snaps.found
    edge = np.concatenate((sampled.edge, snaps.edge[found])).astype(np.int64)
    cells = np.concatenate((cell, bare[found]))
    part = np.concatenate((sampled.part, snaps.part[found]))
    offset_m = np.concatenate((np.zeros(len(cell)), snaps.offset_m[found]))
    # Samples of one edge in one cell are one stretch, of which only the ends count.
    order = np.lexsort((part, cells, edge))
    pairs = (edge * grid.cells + cells)[order]
    begins = np.flatnonzero(np.diff(pairs, prepend=-1))
    ends = np.append(begins[1:], len(order)) - 1
    rows = order[begins]
    first, last = part[rows], part[order[ends]] if len(order) else part
    edge = edge[rows]
    cost = streets.cost[edge]
    return Spots(
        cell=cells[rows],
        edge=edge,
        first=first,
        last=last,
        offset_m=offset_m[rows],
        tail=streets.tail[edge],
        tail_cost=np.where(streets.forward[edge] | (first <= AT_AN_END), first * cost, np.inf),
        head=streets.head[edge],
        head_cost=np.where(streets.back[edge] | (last >= 1 - AT_AN_END), (1 - last) * cost, np.inf),
    )
