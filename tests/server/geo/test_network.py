"""The network: arrays of a map file become streets for each means, and wrong ones say what is wrong."""

from typing import Any

import numpy as np
import pytest

from protocol.model.means import Means
from server.geo.build.source import Open
from server.geo.network import Network, NetworkWrong
from tests.server.geo.small_town import Street, arrays_of

NODES = [(0, 0), (0, 500), (400, 0)]
STREETS = [Street(0, 1, 500), Street(1, 2, 600, Open.FOOT), Street(2, 0, 400, Open.CAR_FORWARD, 0)]


def test_who_may_use_which_street() -> None:
    """By its bits, and for cars only where the road has a speed."""
    network = Network.from_arrays(arrays_of(NODES, STREETS))
    assert (network.nodes, network.edges) == (3, 3)
    open_to = {means: network.streets(means).forward.tolist() for means in Means}
    assert open_to == {
        Means.CAR: [True, False, False],
        Means.MOTORCYCLE: [True, False, False],
        Means.BICYCLE: [True, False, False],
        Means.FOOT: [True, True, False],
    }
    assert network.car.back.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("edge_from", [0, 1, 3]),
        ("edge_to", [1, -1, 0]),
        ("edge_kmh", [50, 50]),
        ("node_lon", [0]),
        ("edge_dm", [1, 2, -3]),
        ("edge_shape", [0, 2, 4, 5]),
        ("edge_shape", [0, 1, 4, 6]),
        ("shape_lon", [1]),
        ("shape_lat", None),
    ],
)
def test_what_makes_no_network_is_named(name: str, value: Any) -> None:
    """Which array, before anybody searches in it."""
    arrays = arrays_of(NODES, STREETS)
    if value is None:
        del arrays[name]
    else:
        arrays[name] = np.array(value, np.int32)
    with pytest.raises(NetworkWrong, match="build the map file anew") as caught:
        Network.from_arrays(arrays)
    # A wrong count of points shows at the first array that should fit them.
    assert caught.value.array == name
