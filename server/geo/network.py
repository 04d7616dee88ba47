"""The network: a town's streets as arrays, for each means that travels them.

Read from a map file's arrays at the start of a server; never changed afterwards, so that any thread may read
it. It knows no units and no settings; `server.geo.travel` asks it.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from protocol.errors import OpenlijnError
from protocol.model.means import Means
from protocol.model.point import Point, to_grid
from server.geo.build.source import Open
from server.geo.plane import Flags, Floats, Ints, Plane, plane_at
from server.geo.snap import segments_of
from server.geo.streets import Streets, streets_of

Arrays = Mapping[str, NDArray[Any]]

PER_NODE = ("node_lat", "node_lon")
PER_EDGE = ("edge_from", "edge_to", "edge_dm", "edge_open", "edge_kmh")


class NetworkWrong(OpenlijnError):
    """The arrays of a map do not make a network; says which array, and what is wrong."""

    def __init__(self, array: str, why: str) -> None:
        super().__init__(f"the streets of the map: {array} {why}; build the map file anew")
        self.array = array


@frozen(kw_only=True, eq=False)
class Network:
    """The streets of a town."""

    plane: Plane
    car: Streets
    """Also for motorcycles; costs in seconds with the blue light off."""

    bicycle: Streets
    """Costs in metres, as for feet."""

    foot: Streets
    nodes: int
    edges: int

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> "Network":
        """The network of a map file's arrays (see `server.geo.schema`). Raises NetworkWrong."""
        _check(arrays)
        open_to = np.asarray(arrays["edge_open"], np.int32)
        metres = np.asarray(arrays["edge_dm"], np.float64) / 10
        kmh = np.asarray(arrays["edge_kmh"], np.float64)
        lat, lon = arrays["shape_lat"], arrays["shape_lon"]
        plane = plane_at(float(np.median(arrays["node_lat"])) if len(arrays["node_lat"]) else 0.0)
        segments = segments_of(plane.xy(lat, lon), np.asarray(arrays["edge_shape"], np.int64))

        def streets(cost: Floats, forward: Flags, back: Flags) -> Streets:
            return streets_of(
                nodes=len(arrays["node_lat"]),
                tail=np.asarray(arrays["edge_from"], np.int32),
                head=np.asarray(arrays["edge_to"], np.int32),
                cost=cost,
                forward=forward,
                back=back,
                segments=segments,
            )

        def may(bit: Open) -> Flags:
            return np.asarray((open_to & int(bit)) != 0)

        drives = kmh > 0
        return cls(
            plane=plane,
            car=streets(
                metres * 3.6 / np.where(drives, kmh, 1.0),
                may(Open.CAR_FORWARD) & drives,
                may(Open.CAR_BACK) & drives,
            ),
            bicycle=streets(metres, may(Open.BICYCLE_FORWARD), may(Open.BICYCLE_BACK)),
            foot=streets(metres, may(Open.FOOT), may(Open.FOOT)),
            nodes=len(arrays["node_lat"]),
            edges=len(open_to),
        )

    def streets(self, means: Means) -> Streets:
        """What this means may travel."""
        match means:
            case Means.CAR | Means.MOTORCYCLE:
                return self.car
            case Means.BICYCLE:
                return self.bicycle
            case Means.FOOT:
                return self.foot

    def xy(self, points: list[Point]) -> Floats:
        """The points on the plane, one row each."""
        quanta = np.array([to_grid(point) for point in points], np.float64).reshape(-1, 2)
        return self.plane.xy(quanta[:, 0], quanta[:, 1])


def _check(arrays: Arrays) -> None:
    """Raises NetworkWrong for what would else go wrong in the middle of a search."""
    for name in (*PER_NODE, *PER_EDGE, "edge_shape", "shape_lat", "shape_lon"):
        if name not in arrays:
            raise NetworkWrong(name, "is missing")
    nodes, edges = len(arrays["node_lat"]), len(arrays["edge_from"])
    counts = {"node_lon": nodes, "edge_shape": edges + 1, "shape_lon": len(arrays["shape_lat"])}
    counts |= dict.fromkeys(PER_EDGE, edges)
    for name, count in counts.items():
        if len(arrays[name]) != count:
            raise NetworkWrong(name, f"must hold {count} numbers, holds {len(arrays[name])}")
    for name in ("edge_from", "edge_to"):
        if edges and not 0 <= int(arrays[name].min()) <= int(arrays[name].max()) < nodes:
            raise NetworkWrong(name, f"names a node outside 0 to {nodes - 1}")
    if edges and int(arrays["edge_dm"].min()) < 0:
        raise NetworkWrong("edge_dm", "holds a length below 0")
    shape: Ints = np.asarray(arrays["edge_shape"], np.int64).astype(np.int32)
    if int(shape[0]) != 0 or int(shape[-1]) != len(arrays["shape_lat"]) or bool((np.diff(shape) < 2).any()):
        raise NetworkWrong(
            "edge_shape", "must begin at 0, end at the number of points and give each edge two"
        )
