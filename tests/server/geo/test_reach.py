"""Reach: cells are reached where a journey is short enough, by road or in circles."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.map.reach import Reach
from protocol.model.means import Means
from protocol.model.point import distance_m, from_grid
from protocol.model.text import Name
from server.geo.build.source import Open
from server.geo.network import Network
from server.geo.reach import Reachable, reach_by_road, reach_straight
from server.geo.snap import Snaps
from server.geo.teams import Team, Teams
from server.geo.town import Town, town_of
from server.geo.travel import Travel
from server.geo.weights import Weights
from tests.server.geo.other_router import BITS, OtherRouter
from tests.server.geo.small_town import CORNER, Street, arrays_of, at, networks

WEIGHTS = Weights(foot_kmh=3.6, off_street_m=300)


def _bits(reach: Reach, bits: bytes) -> list[bool]:
    flags = np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little")
    return [bool(flag) for flag in flags[: reach.columns * reach.rows]]


def _town(arrays: dict[str, NDArray[Any]]) -> Town:
    town = town_of(Network.from_arrays(arrays), off_street_m=WEIGHTS.off_street_m)
    assert town is not None
    return town


@settings(max_examples=25)
@given(networks(), st.sampled_from(sorted(BITS)), st.integers(1, 600), st.data())
def test_a_cell_is_reached_when_a_street_in_it_is(
    arrays: dict[str, NDArray[Any]], means: Means, within_s: int, data: st.DataObject
) -> None:
    """Checked place by place with another router, from two units that stand near their streets."""
    # A loop's two ends are one corner: which of them a place is, no answer tells.
    assume((arrays["edge_from"] != arrays["edge_to"]).all())
    town = town_of(Network.from_arrays(arrays), off_street_m=WEIGHTS.off_street_m)
    assume(town is not None and len(town.network.streets(means).everywhere.edge))
    assert town is not None
    streets = town.network.streets(means)
    travel = Travel(network=town.network, weights=WEIGHTS)
    nodes = data.draw(st.lists(st.sampled_from(range(town.network.nodes)), min_size=2, max_size=2))
    spots = [from_grid(int(arrays["node_lat"][n]), int(arrays["node_lon"][n])) for n in nodes]
    xy = town.network.xy(spots)
    snaps = [each.snap(xy, limit_m=WEIGHTS.off_street_m) for each in (streets.everywhere, streets.main)]
    assume(snaps[0].found.all())
    starts = [snap.at(np.array([row])) for snap in snaps for row in range(2) if snap.found[row]]
    on_duty = [Reachable(means=means, start=spot, can_go=True) for spot in spots]
    reach = reach_by_road(travel, town, on_duty, within_s=within_s)

    other, pace = OtherRouter(arrays, means), travel.pace(means, urgent=False)
    mine = {Means.CAR: town.car, Means.BICYCLE: town.bicycle, Means.FOOT: town.foot}[means]
    near: set[int] = set()
    far: set[int] = set()
    unsure: set[int] = set()
    for nth in range(0, len(mine.edge), 1 + (len(mine.edge) - 1) // 40):
        same = [float(start.part[0]) for start in starts if start.edge[0] == mine.edge[nth]]
        ends = [mine.first[nth], mine.last[nth], *np.clip(same, mine.first[nth], mine.last[nth])]
        s = min(
            other.cost(
                start, Snaps(edge=mine.edge[nth : nth + 1], part=np.array([end]), offset_m=np.zeros(1)), 0
            )
            * pace.s_a_cost
            + float(start.offset_m[0] + mine.offset_m[nth]) * pace.s_an_offset_m
            for start in starts
            for end in ends
        )
        kind = unsure if abs(s - within_s) < 1e-6 else near if s < within_s else far
        kind.add(int(mine.cell[nth]))
    reached = {cell for cell, flag in enumerate(_bits(reach, reach.reached)) if flag}
    assert near <= reached
    if len(mine.edge) <= 40:
        assert not (far - near - unsure) & reached


@pytest.mark.parametrize(("means", "east"), [(Means.CAR, 1_950), (Means.BICYCLE, 950), (Means.FOOT, 150)])
def test_each_reaches_as_far_as_its_means_takes_it(means: Means, east: int) -> None:
    """In two minutes down one long street, and no farther."""
    town = _town(arrays_of([(0, 0), (0, 4_000)], [Street(0, 1, 27_400, kmh=41)]))
    travel = Travel(network=town.network, weights=Weights(bicycle_kmh=20, foot_kmh=4.2))
    reach = reach_by_road(travel, town, [Reachable(means=means, start=at(0, 0), can_go=True)], within_s=120)
    lat, lon = CORNER
    assert reach.holds(reach.reached, lat, lon + east)
    assert not reach.holds(reach.reached, lat, lon + east + 300)
    assert reach.permille == pytest.approx(1_000 * east / 4_000, abs=60)


def test_a_corner_is_reached_also_where_a_street_only_leads_to_it() -> None:
    """Whoever stands where a one-way street ends has reached that corner, though the street goes nowhere."""
    one_way = Street(0, 1, 0, Open.CAR_BACK)
    town = _town(arrays_of([(0, 0), (1, 0)], [one_way, evolve(one_way, between=((0, 0),))]))
    travel = Travel(network=town.network, weights=WEIGHTS)
    car = Reachable(means=Means.CAR, start=at(0, 0), can_go=True)
    assert reach_by_road(travel, town, [car], within_s=1).permille == 1_000


def test_where_a_means_cannot_go_one_walks_on() -> None:
    """A path through a park is reached by a car at its edge, and a walk."""
    arrays = arrays_of([(0, 0), (0, 300), (270, 0)], [Street(0, 1, 2_000), Street(0, 2, 3_000, Open.FOOT)])
    town = _town(arrays)
    travel = Travel(network=town.network, weights=WEIGHTS)
    car = [Reachable(means=Means.CAR, start=at(0, 0), can_go=True)]
    lat, lon = CORNER
    seen = {within_s: reach_by_road(travel, town, car, within_s=within_s) for within_s in (60, 300)}
    assert not seen[60].holds(seen[60].reached, lat + 260, lon)
    assert seen[300].holds(seen[300].reached, lat + 260, lon)


def test_far_from_every_street_it_is_a_circle() -> None:
    """Somebody who comes from outside the map reaches its edge, as the crow flies."""
    town = _town(arrays_of([(0, 0), (0, 4_000)], [Street(0, 1, 27_400)]))
    travel = Travel(network=town.network, weights=WEIGHTS)
    outside = [Reachable(means=Means.CAR, start=at(0, -1_000), can_go=True)]
    reach = reach_by_road(travel, town, outside, within_s=150)
    lat, lon = CORNER
    assert [reach.holds(reach.reached, lat, lon + east) for east in (50, 2_000)] == [True, False]


def test_without_a_map_the_circles_have_the_right_size() -> None:
    """Every cell whose middle is near enough, and no other."""
    travel = Travel(network=None, weights=WEIGHTS)
    car = Reachable(means=Means.CAR, start=at(0, 0), can_go=True)
    reach = reach_straight(travel, Teams(), [car], within_s=120)
    radius_m = 120 * 35 / 3.6 / 1.35
    for cell, flag in enumerate(_bits(reach, reach.reached)):
        row, column = divmod(cell, reach.columns)
        middle = from_grid(
            round(reach.south + (row + 0.5) * reach.cell_lat),
            round(reach.west + (column + 0.5) * reach.cell_lon),
        )
        away_m = distance_m(middle, car.start)
        assert flag == (away_m <= radius_m) or abs(away_m - radius_m) < 10
    assert (reach.by_road, reach.permille) == (False, 1_000)


def test_without_a_map_the_town_is_its_teams_areas() -> None:
    """Of these a part is reached; without areas, of what everybody on duty would reach."""
    travel = Travel(network=None, weights=WEIGHTS)
    lat, lon = at(0, 0).lat_deg, at(0, 0).lon_deg
    square = ((lat, lon), (lat + 0.1, lon), (lat + 0.1, lon + 0.1), (lat, lon + 0.1))
    teams = Teams(teams=(Team(name=Name("Centrum"), area=square),))
    here = Reachable(means=Means.CAR, start=at(0, 0), can_go=True)
    busy = Reachable(means=Means.CAR, start=at(9_000, 9_000), can_go=False)
    quarter_m2 = np.pi * (240 * 35 / 3.6 / 1.35) ** 2 / 4
    whole_m2 = 11_119.5 * 11_119.5 * np.cos(np.radians(lat + 0.05))
    by_area = reach_straight(travel, teams, [here], within_s=240)
    assert by_area.permille == pytest.approx(1_000 * quarter_m2 / whole_m2, rel=0.05)
    assert reach_straight(travel, Teams(), [here, busy], within_s=240).permille == pytest.approx(500, abs=10)


def test_nobody_reaches_nothing() -> None:
    """An empty shift has an empty picture, with a map and without."""
    town = _town(arrays_of([(0, 0), (0, 4_000)], [Street(0, 1, 27_400)]))
    for reach in (
        reach_by_road(Travel(network=town.network, weights=WEIGHTS), town, [], within_s=60),
        reach_straight(Travel(network=None, weights=WEIGHTS), Teams(), [], within_s=60),
    ):
        assert (reach.permille, reach.permille_after, any(reach.reached)) == (0, 0, False)
