"""Ways become a network: the same ways to go, told in fewer nodes."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.geo.build.measure import apart_m
from server.geo.build.network import Arrays, network_of, turned
from server.geo.build.source import Open, Told, Way
from server.geo.schema import ARRAYS
from tests.server.geo.build.towns import ALL, Spots, at, gathered, way

ONE_WAY = Open.CAR_FORWARD | Open.FOOT
LINE: Spots = {id_: (0, 100 * id_) for id_ in range(10)}
MODES = (
    (Open.CAR_FORWARD, Open.CAR_BACK),
    (Open.BICYCLE_FORWARD, Open.BICYCLE_BACK),
    (Open.FOOT, Open.FOOT),
)


def network(*told: Told, streets: list[int] | None = None) -> Arrays:
    """The arrays of these ways; each its own street unless told."""
    columns = gathered(told)
    return network_of(columns, np.array(streets if streets else [1] * columns.ways, np.int64))


def ends(arrays: Arrays) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each edge begins and ends."""
    lat, lon = arrays["node_lat"].tolist(), arrays["node_lon"].tolist()
    pairs = zip(arrays["edge_from"].tolist(), arrays["edge_to"].tolist(), strict=True)
    return [((lat[a], lon[a]), (lat[b], lon[b])) for a, b in pairs]


def test_a_street_without_side_streets_is_one_edge() -> None:
    """However many ways and points it is told in; its shape keeps every point."""
    arrays = network(way(LINE, 0, 1, 2), way(LINE, 2, 3), way(LINE, 5, 4, 3))
    assert ends(arrays) == [(at(0, 0), at(0, 500))]
    assert arrays["edge_shape"].tolist() == [0, 6]
    assert arrays["shape_lon"].tolist() == [435_000 + 100 * step for step in range(6)]
    assert arrays["edge_dm"].tolist() == [round(apart_m(at(0, 0), at(0, 500)) * 10)]


def test_ways_meet_in_shared_nodes_alone() -> None:
    """A bridge crosses a street without meeting it; a crossing splits both."""
    spots = {**LINE, 20: (-100, 200), 21: (100, 200)}
    over = network(way(LINE, 0, 2, 4), way(spots, 20, 21))
    assert len(over["edge_dm"]) == 2
    across = network(way(LINE, 0, 2, 4), way(spots, 20, 2, 21))
    assert sorted(ends(across)) == sorted(
        [
            (at(0, 0), at(0, 200)),
            (at(0, 200), at(0, 400)),
            (at(-100, 200), at(0, 200)),
            (at(0, 200), at(100, 200)),
        ]
    )


@pytest.mark.parametrize(
    "second",
    [
        way(LINE, 2, 3, kmh=50),
        way(LINE, 2, 3, open_=ONE_WAY),
        way(LINE, 3, 2, open_=Open.CAR_BACK | Open.FOOT),
    ],
)
def test_what_differs_stays_apart(second: Way) -> None:
    """Another speed or another rule begins another edge."""
    assert len(network(way(LINE, 0, 1, 2), second)["edge_dm"]) == 2


def test_another_street_begins_another_edge() -> None:
    """The name of where one drives is told with it."""
    arrays = network(way(LINE, 0, 1, 2), way(LINE, 2, 3), streets=[1, 2])
    assert sorted(arrays["edge_name"].tolist()) == [1, 2]


def test_one_way_streets_join_head_to_tail_only() -> None:
    """Drawn against each other they are two streets into one dead end."""
    assert len(network(way(LINE, 0, 1, open_=ONE_WAY), way(LINE, 1, 2, open_=ONE_WAY))["edge_dm"]) == 1
    against = Open.CAR_BACK | Open.FOOT
    same = network(way(LINE, 0, 1, open_=ONE_WAY), way(LINE, 2, 1, open_=against))
    assert (len(same["edge_dm"]), same["edge_open"].tolist()) == (1, [ONE_WAY])
    assert len(network(way(LINE, 0, 1, open_=ONE_WAY), way(LINE, 2, 1, open_=ONE_WAY))["edge_dm"]) == 2


def test_a_ring_stays_a_ring() -> None:
    """Alone, or hanging from a street."""
    spots = {1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (0, 100), 5: (0, -100)}
    alone = network(way(spots, 1, 2, 3, 4, 1))
    assert ends(alone) == [(at(0, 0), at(0, 0))]
    hanging = network(way(spots, 5, 1), way(spots, 1, 2, 3), way(spots, 3, 4, 1))
    assert sorted(ends(hanging)) == [(at(0, -100), at(0, 0)), (at(0, 0), at(0, 0))]


def test_what_nobody_may_travel_is_no_part_of_it() -> None:
    """Nor does it split a street that it touches."""
    spots = {**LINE, 20: (100, 100)}
    arrays = network(way(LINE, 0, 1, 2), way(spots, 20, 1, open_=Open.NOBODY))
    assert len(arrays["edge_dm"]) == 1


def test_it_has_the_arrays_that_are_promised() -> None:
    """And the offsets of shapes end with their number."""
    arrays = network(way(LINE, 0, 1))
    assert set(arrays) == set(ARRAYS)
    assert arrays["edge_shape"].tolist() == [0, len(arrays["shape_lat"])]


@given(st.sampled_from([Open(bits) for bits in range(32)]))
def test_turned_twice_is_as_before(bits: Open) -> None:
    """Who walks does not care which way a street is drawn."""
    assert turned(turned(bits)) == bits
    assert turned(bits) & Open.FOOT == bits & Open.FOOT


SPOTS: Spots = {id_: (37 * (id_ * 7 % 11), 53 * (id_ * 5 % 13)) for id_ in range(1, 12)}
WAYS = st.lists(
    st.builds(
        lambda ids, open_, kmh: way(SPOTS, *ids, open_=open_, kmh=kmh),
        st.lists(st.integers(1, 11), min_size=2, max_size=6).filter(lambda ids: len(set(ids)) > 1),
        st.sampled_from([ALL, ONE_WAY, Open.CAR_BACK | Open.BICYCLE, Open.FOOT]),
        st.sampled_from([30, 50]),
    ),
    min_size=1,
    max_size=7,
)


@given(WAYS)
def test_every_way_to_go_is_as_long_as_before(ways: list[Way]) -> None:
    """For cars, bicycles and feet, between all nodes that are left: as on the ways themselves."""
    arrays = network(*ways)
    places = set(zip(arrays["node_lat"].tolist(), arrays["node_lon"].tolist(), strict=True))
    for ahead, back in MODES:
        plain, ours = nx.DiGraph(), nx.DiGraph()
        plain.add_nodes_from(places)
        ours.add_nodes_from(places)
        for each in ways:
            for a, b in pairwise(each.nodes):
                _link(plain, a.at, b.at, apart_m(a.at, b.at), each.open, ahead, back)
        metres = (arrays["edge_dm"] / 10).tolist()
        for (a_at, b_at), length, open_ in zip(
            ends(arrays), metres, arrays["edge_open"].tolist(), strict=True
        ):
            _link(ours, a_at, b_at, length, open_, ahead, back)
        for place in places:
            expected = nx.single_source_dijkstra_path_length(plain, place)
            found = nx.single_source_dijkstra_path_length(ours, place)
            assert set(found) == set(expected) & places
            for there, length in found.items():
                assert length == pytest.approx(expected[there], abs=2.0)


def _link(
    graph: "nx.DiGraph[tuple[int, int]]",
    a: tuple[int, int],
    b: tuple[int, int],
    length: float,
    open_: int,
    ahead: int,
    back: int,
) -> None:
    """The shorter of what is there and this, each way that is open."""
    for tail, head, bit in ((a, b, ahead), (b, a, back)):
        if open_ & bit and not (graph.has_edge(tail, head) and graph[tail][head]["weight"] <= length):
            graph.add_edge(tail, head, weight=length)
