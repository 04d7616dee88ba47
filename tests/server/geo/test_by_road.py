"""Seconds by road: looking less far changes no answer, it only leaves the long ones open."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.model.means import Means
from server.geo.build.source import Open
from server.geo.by_road import LONGEST_S, Approach, ByRoad, Pace
from server.geo.network import Network
from tests.server.geo.other_router import BITS, OtherRouter
from tests.server.geo.small_town import Street, arrays_of, at, networks

ANYWHERE = st.tuples(st.integers(-300, 1_200), st.integers(-300, 1_200))
PACE = Pace(s_a_cost=1.0, s_an_offset_m=0.8, limit_m=200.0)


def _asked(arrays: dict[str, NDArray[Any]], spots: Any, means: Means, within_s: float) -> ByRoad:
    network = Network.from_arrays(arrays)
    xy = network.xy([at(*spot) for spot in spots])
    return Approach(network.streets(means), xy[1:], xy[:1], PACE).within(within_s)


@given(
    networks(), st.lists(ANYWHERE, min_size=2, max_size=6), st.sampled_from(sorted(BITS)), st.floats(1, 1_500)
)
def test_what_is_found_is_what_a_longer_search_finds(
    arrays: dict[str, NDArray[Any]], spots: list[tuple[int, int]], means: Means, within_s: float
) -> None:
    """And who is said to come later comes later, so that a ranking may stop early."""
    whole = _asked(arrays, spots, means, LONGEST_S)
    short = _asked(arrays, spots, means, within_s)
    assert not whole.is_later.any()
    for long_s, short_s, later in zip(whole.s, short.s, short.is_later, strict=True):
        assume(abs(long_s - within_s) > 1e-6)
        if later:
            assert (short_s, long_s > within_s) == (np.inf, True)
        else:
            assert short_s == pytest.approx(long_s)


@given(networks(), st.tuples(ANYWHERE, ANYWHERE), st.sampled_from(sorted(BITS)))
def test_the_walk_at_both_ends_is_counted(
    arrays: dict[str, NDArray[Any]], spots: tuple[tuple[int, int], tuple[int, int]], means: Means
) -> None:
    """Beside what another router finds between the places on the street, where no island is in between."""
    network = Network.from_arrays(arrays)
    streets = network.streets(means)
    assume(streets.main is streets.everywhere)
    found = _asked(arrays, spots, means, LONGEST_S).s[0]
    snaps = streets.everywhere.snap(network.xy([at(*spot) for spot in spots]), limit_m=PACE.limit_m)
    if not snaps.found.all():
        assert found == np.inf
        return
    expected = OtherRouter(arrays, means).cost(snaps.at(np.array([1])), snaps.at(np.array([0])), 0)
    expected += float(snaps.offset_m.sum()) * PACE.s_an_offset_m
    assert found == (np.inf if expected > LONGEST_S else pytest.approx(expected, abs=1e-6))


def test_an_island_is_left_by_the_main_streets_near_it() -> None:
    """At either end, at the cost of a walk."""
    arrays = arrays_of(
        [(0, 0), (0, 1_000), (20, 900), (20, 1_000)],
        [Street(0, 1, 10_000), Street(2, 3, 700, Open.CAR_FORWARD)],
    )
    for spots in ([(0, 0), (20, 1_000)], [(20, 1_000), (0, 0)]):
        assert _asked(arrays, spots, Means.CAR, LONGEST_S).s[0] == pytest.approx(100 + 22.2 * 0.8, abs=0.5)
