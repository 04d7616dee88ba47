"""What of a line or a ring lies in a box: nobody stores a sea for the sake of a harbour."""

from collections.abc import Iterator, Sequence

import shapely

from protocol.map.index import Box
from server.geo.build.source import Node, Quanta


def runs_inside(nodes: Sequence[Node], box: Box | None) -> Iterator[tuple[Node, ...]]:
    """The stretches of a way that lie in the box, each with the node before and after it."""
    if box is None:
        yield tuple(nodes)
        return
    inside = [holds(box, node.at) for node in nodes]
    wanted = [any(inside[max(0, at - 1) : at + 2]) for at in range(len(nodes))]
    run: list[Node] = []
    for node, is_wanted in zip((*nodes, None), (*wanted, False), strict=True):
        if is_wanted and node is not None:
            run.append(node)
        else:
            if len(run) > 1:
                yield tuple(run)
            run = []


def holds(box: Box, at: Quanta) -> bool:
    """True when the point lies in the box or on its edge."""
    return box.south <= at[0] <= box.north and box.west <= at[1] <= box.east


def clipped(points: Sequence[Quanta], box: Box | None) -> Iterator[tuple[Quanta, ...]]:
    """The parts of a line in the box; of a ring, rings, closed along the edge of the box."""
    if len(points) < 2:
        return
    if box is None:
        yield tuple(points)
        return
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    around = Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))
    if not around.meets(box):
        return
    if holds(box, (around.south, around.west)) and holds(box, (around.north, around.east)):
        yield tuple(points)
        return
    is_ring = points[0] == points[-1] and len(points) > 3
    # A ring that touches itself is mended first; what is left of it may be several.
    shape = shapely.make_valid(shapely.Polygon(points)) if is_ring else shapely.LineString(points)
    kept = shapely.intersection(shape, shapely.box(box.south, box.west, box.north, box.east))
    for part in shapely.get_parts(kept):
        for inner in shapely.get_parts(part):
            line = inner.exterior if inner.geom_type == "Polygon" else inner
            if line.geom_type in ("LineString", "LinearRing") and (is_ring == line.is_closed):
                found = tuple((round(lat), round(lon)) for lat, lon in line.coords)
                if len(found) > 1:
                    yield found
