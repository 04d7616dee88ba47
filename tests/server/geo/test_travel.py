"""Travel times: each by its own means, by road where there is one, else by a straight line that says so."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.model.means import Means
from protocol.model.point import distance_m
from server.geo.build.source import Open
from server.geo.by_road import LONGEST_S
from server.geo.network import Network
from server.geo.travel import Journey, Travel, Traveller
from server.geo.weights import Weights
from tests.server.geo.small_town import ALL, Street, arrays_of, at, networks

WEIGHTS = Weights(urgent_factor=0.5, foot_kmh=3.6, bicycle_kmh=18.0, off_street_m=200)
TOWN = Network.from_arrays(
    arrays_of(
        [(0, 0), (0, 1_000), (2_000, 0), (2_000, 100)],
        [Street(0, 1, 10_000, ALL, 36), Street(2, 3, 700, ALL, 36)],
    )
)
"""A street of a kilometre, and far from it a piece that hangs on nothing."""

TRAVEL = Travel(network=TOWN, weights=WEIGHTS)


def _going(id: int, means: Means, north: int, east: int) -> Traveller:
    return Traveller(id=id, means=means, start=at(north, east))


def test_each_goes_by_its_own_means() -> None:
    """A kilometre: by car at the speed of the road, by bicycle and on foot at theirs."""
    going = [_going(nth, means, 0, 1_000) for nth, means in enumerate(Means)]
    found = TRAVEL.journeys(going, at(0, 0), urgent=False)
    assert [round(found[nth].s) for nth in range(4)] == [100, 100, 200, 1_000]
    assert all(journey.by_road for journey in found.values())


def test_only_engines_are_faster_when_it_is_urgent() -> None:
    """The blue light helps nobody on a bicycle."""
    going = [_going(nth, means, 0, 1_000) for nth, means in enumerate(Means)]
    found = TRAVEL.journeys(going, at(0, 0), urgent=True)
    assert [round(found[nth].s) for nth in range(4)] == [50, 50, 200, 1_000]


def test_the_way_between_point_and_street_is_walked() -> None:
    """At both ends: about 111 metres for 100 quanta to the north, a metre a second here."""
    here = at(100, 0)
    found = TRAVEL.journeys([_going(1, Means.CAR, -50, 1_000)], here, urgent=False)
    metres = distance_m(here, at(0, 0)) + distance_m(at(-50, 1_000), at(0, 1_000))
    assert found[1].s == pytest.approx(100 + metres, rel=0.01)


@pytest.mark.parametrize("start", [(2_000, 50), (900, 500)])
def test_where_no_way_leads_it_is_the_straight_line(start: tuple[int, int]) -> None:
    """On an island of the map, or farther from any street than the limit."""
    going = _going(1, Means.FOOT, *start)
    found = TRAVEL.journeys([going], at(0, 500), urgent=False)
    assert not found[1].by_road
    assert found[1].s == pytest.approx(distance_m(going.start, at(0, 500)) * WEIGHTS.detour)


def test_without_a_map_everything_is_a_straight_line() -> None:
    """At the speed of the means, longer by the usual detour, and faster when urgent."""
    travel = Travel(network=None, weights=WEIGHTS)
    car = _going(1, Means.CAR, 0, 1_000)
    calm = travel.journeys([car], at(0, 0), urgent=False)[1]
    urgent = travel.journeys([car], at(0, 0), urgent=True)[1]
    metres = distance_m(car.start, at(0, 0))
    assert not calm.by_road
    assert urgent.s == pytest.approx(calm.s / 2)
    assert calm.s == pytest.approx(metres * 1.35 / (35 / 3.6))


def test_from_an_island_beside_the_main_streets_one_goes_by_those() -> None:
    """A cut through a map leaves pieces of street that lead nowhere: a car there is not lost."""
    arrays = arrays_of(
        [(0, 0), (0, 1_000), (20, 900), (20, 1_000)],
        [Street(0, 1, 10_000), Street(2, 3, 700, Open.CAR_FORWARD)],
    )
    travel = Travel(network=Network.from_arrays(arrays), weights=WEIGHTS)
    found = travel.journeys([_going(1, Means.CAR, 20, 1_000)], at(0, 0), urgent=False)
    assert found[1].by_road
    assert found[1].s == pytest.approx(100 + 22, abs=1)


@given(networks(), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=2, max_size=6))
def test_looking_until_one_is_found_finds_everybody_nearer(
    arrays: dict[str, NDArray[Any]], spots: list[tuple[int, int]]
) -> None:
    """With the times that a look at all of it gives."""
    travel = Travel(network=Network.from_arrays(arrays), weights=WEIGHTS)
    going = [_going(nth, Means.FOOT, *spot) for nth, spot in enumerate(spots)]
    search = travel.search(going, at(0, 0), urgent=False)
    whole = search.within(LONGEST_S)
    found = search.until({0})
    assert _rounded(found, found[0].s) == _rounded(whole, whole[0].s)
    everybody = travel.journeys(going, at(0, 0), urgent=False)
    assert _rounded(everybody, LONGEST_S * 9) == _rounded(whole, LONGEST_S * 9)


def _rounded(journeys: Mapping[int, Journey], within_s: float) -> dict[int, tuple[float, bool]]:
    near = {id: each for id, each in journeys.items() if each.s <= within_s}
    return {id: (round(each.s, 6), each.by_road) for id, each in near.items()}


def test_the_first_look_is_short_and_the_last_is_long() -> None:
    """Each is longer than the one before; for nobody one look is enough."""
    search = TRAVEL.search(
        [_going(1, Means.CAR, 0, 100), _going(2, Means.CAR, 0, 900)], at(0, 0), urgent=False
    )
    for most in (1, 2):
        stages = list(search.stages_s(most))
        assert stages == sorted(set(stages))
        assert stages[-1] == LONGEST_S
    assert next(search.stages_s(1)) < next(search.stages_s(2)) == next(search.stages_s(1, {2}))
    assert list(TRAVEL.search([], at(0, 0), urgent=False).stages_s(8)) == [LONGEST_S]


def test_nobody_goes_nowhere() -> None:
    """An empty town and an empty shift are answers, not mistakes."""
    assert TRAVEL.journeys([], at(0, 0), urgent=False) == {}
    empty = Travel(network=Network.from_arrays(arrays_of([(0, 0)], [])), weights=WEIGHTS)
    assert not empty.journeys([_going(1, Means.CAR, 0, 1)], at(0, 0), urgent=False)[1].by_road
