"""Streets: the cheapest way for each means, one-way respected, checked against another router."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.model.means import Means
from server.geo.build.source import Open
from server.geo.network import Network
from server.geo.snap import Snaps
from tests.server.geo.other_router import BITS, OtherRouter
from tests.server.geo.small_town import Street, arrays_of, networks

PARTS = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1)


def _on(edge: int, part: float) -> Snaps:
    return Snaps(edge=np.array([edge]), part=np.array([part]), offset_m=np.zeros(1))


@given(networks(), st.sampled_from(sorted(BITS)), st.data())
def test_the_way_is_as_short_as_another_router_finds_it(
    arrays: dict[str, NDArray[Any]], means: Means, data: st.DataObject
) -> None:
    """Between any two places on any streets; and nowhere where the other finds no way (B5)."""
    streets = Network.from_arrays(arrays).streets(means)
    edges = st.sampled_from(range(len(arrays["edge_from"])))
    start = _on(data.draw(edges), data.draw(PARTS))
    end = _on(data.draw(edges), data.draw(PARTS))
    expected = OtherRouter(arrays, means).cost(start, end, 0)
    assert streets.costs_towards(start, end, np.inf)[0] == pytest.approx(expected, abs=1e-6)


@given(networks(), st.sampled_from(sorted(BITS)), st.data())
def test_from_everybody_at_once_is_from_the_nearest(
    arrays: dict[str, NDArray[Any]], means: Means, data: st.DataObject
) -> None:
    """One search from all together finds for each corner what the best of single searches finds."""
    streets = Network.from_arrays(arrays).streets(means)
    edges = st.sampled_from(range(len(arrays["edge_from"])))
    starts = data.draw(st.lists(st.tuples(edges, PARTS, st.floats(0, 500)), min_size=1, max_size=4))
    together = Snaps(
        edge=np.array([edge for edge, _, _ in starts]),
        part=np.array([part for _, part, _ in starts]),
        offset_m=np.zeros(len(starts)),
    )
    extra = np.array([begun for _, _, begun in starts])
    each = [streets.costs_from(_on(edge, part), np.array([begun]), np.inf) for edge, part, begun in starts]
    found = streets.costs_from(together, extra, np.inf)
    assert found.tolist() == pytest.approx(np.min(each, axis=0).tolist(), abs=1e-6)


@given(networks(), st.sampled_from(sorted(BITS)), st.floats(0, 5_000), st.data())
def test_a_limit_takes_away_and_changes_nothing(
    arrays: dict[str, NDArray[Any]], means: Means, limit: float, data: st.DataObject
) -> None:
    """What costs no more than the limit costs the same; what costs more is not there."""
    streets = Network.from_arrays(arrays).streets(means)
    edges = st.sampled_from(range(len(arrays["edge_from"])))
    start, end = _on(data.draw(edges), data.draw(PARTS)), _on(data.draw(edges), data.draw(PARTS))
    whole = streets.costs_towards(start, end, np.inf)[0]
    bounded = streets.costs_towards(start, end, limit)[0]
    if abs(whole - limit) > 1e-6:
        assert bounded == (pytest.approx(whole) if whole < limit else np.inf)


def test_a_one_way_street_is_driven_one_way() -> None:
    """Against the traffic one goes around, by bicycle straight on where that is allowed."""
    arrays = arrays_of(
        [(0, 0), (0, 500), (500, 250)],
        [
            Street(0, 1, 1_000, Open.CAR_FORWARD | Open.BICYCLE),
            Street(1, 2, 2_000, Open.CAR),
            Street(2, 0, 2_000, Open.CAR),
        ],
    )
    network = Network.from_arrays(arrays)
    late, early = _on(0, 0.75), _on(0, 0.25)
    assert network.car.costs_towards(early, late, np.inf).tolist() == pytest.approx([5.0])
    assert network.car.costs_towards(late, early, np.inf).tolist() == pytest.approx([2.5 + 40.0 + 2.5])
    assert network.bicycle.costs_towards(late, early, np.inf).tolist() == pytest.approx([50.0])
