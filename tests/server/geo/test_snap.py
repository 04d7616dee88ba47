"""Snapping: the nearest street is the nearest of all streets, found without looking at all of them."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from server.geo.network import Network
from server.geo.snap import Snaps
from tests.server.geo.small_town import ALL, Street, arrays_of, at, networks

ANYWHERE = st.tuples(st.integers(-400, 1_300), st.integers(-400, 1_300))


def _distance_m(network: Network, arrays: dict[str, NDArray[Any]], edges: list[int], spot: Any) -> float:
    """The long way: every piece of every edge, in pure Python."""
    (x, y), best = network.xy([at(*spot)])[0], float("inf")
    shape = network.plane.xy(arrays["shape_lat"], arrays["shape_lon"])
    for edge in edges:
        for k in range(int(arrays["edge_shape"][edge]), int(arrays["edge_shape"][edge + 1]) - 1):
            (x_a, y_a), (x_b, y_b) = shape[k], shape[k + 1]
            squared = (x_b - x_a) ** 2 + (y_b - y_a) ** 2
            along = ((x - x_a) * (x_b - x_a) + (y - y_a) * (y_b - y_a)) / squared if squared else 0.0
            along = min(1.0, max(0.0, along))
            away = np.hypot(x - x_a - along * (x_b - x_a), y - y_a - along * (y_b - y_a))
            best = min(best, float(away))
    return best


@given(networks(), st.lists(ANYWHERE, min_size=1, max_size=5))
def test_no_street_is_nearer_than_the_one_found(
    arrays: dict[str, NDArray[Any]], spots: list[tuple[int, int]]
) -> None:
    """Of those that a car may use, at any distance up to the limit and not beyond."""
    network = Network.from_arrays(arrays)
    usable = np.flatnonzero(network.car.forward | network.car.back).tolist()
    snaps = network.car.everywhere.snap(network.xy([at(*spot) for spot in spots]), limit_m=400.0)
    for row, spot in enumerate(spots):
        expected = _distance_m(network, arrays, usable, spot)
        if snaps.edge[row] < 0:
            assert expected > 400.0 - 1e-6
        else:
            assert snaps.offset_m[row] == pytest.approx(expected, abs=1e-6)
            assert snaps.edge[row] in usable
            assert _distance_m(network, arrays, [int(snaps.edge[row])], spot) == pytest.approx(expected)


def test_it_says_how_far_along_the_street_bends_and_all() -> None:
    """Half the way of a street with a corner in it is at the corner."""
    arrays = arrays_of([(0, 0), (100, 162)], [Street(0, 1, 4_000, ALL, 36, ((0, 162),))])
    network = Network.from_arrays(arrays)
    snaps = network.car.everywhere.snap(
        network.xy([at(0, 0), at(0, 81), at(0, 162), at(100, 162)]), limit_m=50.0
    )
    assert snaps.edge.tolist() == [0, 0, 0, 0]
    assert snaps.part.tolist() == pytest.approx([0.0, 0.25, 0.5, 1.0], abs=0.01)


def test_where_no_street_is_near_there_is_none() -> None:
    """Also where there is no street at all."""
    network = Network.from_arrays(arrays_of([(0, 0), (0, 10)], [Street(0, 1, 70)]))
    snaps = network.car.everywhere.snap(network.xy([at(0, 5), at(600, 5)]), limit_m=400.0)
    assert snaps.found.tolist() == [True, False]
    empty = Network.from_arrays(arrays_of([(0, 0)], []))
    nothing: Snaps = empty.foot.everywhere.snap(empty.xy([at(0, 0)]), limit_m=400.0)
    assert nothing.found.tolist() == [False]
