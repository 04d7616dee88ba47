"""The training town as map data: everything it has is told once, and the file of it can be travelled."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from protocol.map.piece import StrokeKind
from protocol.model.means import Means
from protocol.model.point import distance_m, from_grid, to_grid
from server.exercise.town.road import Cars, Road
from server.exercise.town.town_map import ATTRIBUTION, told_of
from server.exercise.town.town_plan import town_plan
from server.geo.build.source import House, Open, Outline, Spot, Way
from server.geo.build.writer import write_map
from server.geo.map_file import open_map
from server.geo.network import Network
from server.geo.travel import Travel, Traveller
from server.geo.weights import Weights

TOWN = town_plan(1)
TOLD = tuple(told_of(TOWN))
WAYS = [told for told in TOLD if isinstance(told, Way)]


def test_every_stretch_is_told_once() -> None:
    """Between the same two nodes, with its name, and open to the same."""
    told = Counter(
        (way.name, a.id - 1, b.id - 1, way.open & Open.CAR) for way in WAYS for a, b in pairwise(way.nodes)
    )
    cars = {
        Cars.BOTH: Open.CAR,
        Cars.FORWARD: Open.CAR_FORWARD,
        Cars.BACK: Open.CAR_BACK,
        Cars.NONE: Open.NOBODY,
    }
    assert told == Counter((edge.street, edge.a, edge.b, cars[edge.cars]) for edge in TOWN.edges)


def test_nodes_lie_where_the_town_has_them() -> None:
    """In quanta of the wire."""
    assert all(node.at == to_grid(TOWN.nodes[node.id - 1]) for way in WAYS for node in way.nodes)


def test_a_long_street_is_told_in_few_pieces() -> None:
    """Stretches that follow each other are one way, so that it is drawn in one stroke."""
    main = [way for way in WAYS if way.kind is StrokeKind.MAIN]
    assert len(main) < sum(edge.road is Road.MAIN for edge in TOWN.edges) / 3


@pytest.mark.parametrize(
    ("kind", "kmh"), [(StrokeKind.MAIN, 50), (StrokeKind.THROUGH, 50), (StrokeKind.STREET, 30)]
)
def test_cars_go_as_fast_as_the_rank_of_a_street_allows(kind: StrokeKind, kmh: int) -> None:
    """Bicycles and feet go everywhere."""
    ways = [way for way in WAYS if way.kind is kind]
    assert {way.car_kmh for way in ways} == {kmh}
    assert all(way.open & ~Open.CAR == Open.BICYCLE | Open.FOOT for way in ways)


def test_no_car_goes_on_a_path() -> None:
    """Nor has it a speed there."""
    paths = [way for way in WAYS if way.kind is StrokeKind.PATH]
    assert paths
    assert {(way.open, way.car_kmh) for way in paths} == {(Open.BICYCLE | Open.FOOT, 0)}


def test_what_is_found_by_name_lies_where_people_go_to() -> None:
    """Houses and spots of the map are those of the town's own people."""
    houses = {(told.street, told.number): told.at for told in TOLD if isinstance(told, House)}
    edge = next(edge for edge in TOWN.edges if edge.houses)
    assert len(houses) == sum(edge.houses for edge in TOWN.edges)
    found = TOWN.find(f"{edge.street} {edge.house + 3}")
    assert found is not None
    assert houses[edge.street, edge.house + 3] == to_grid(found)
    spots = {told.name: told.at for told in TOLD if isinstance(told, Spot) and not told.is_area}
    assert all(spots[spot.name] == to_grid(spot.point) for spot in TOWN.spots)


def test_land_and_water_are_drawn() -> None:
    """Every neighbourhood, park and water with its name and its outline; and a railway."""
    outlines = [told for told in TOLD if isinstance(told, Outline)]
    names = {kind: {told.name for told in outlines if told.kind is kind} for kind in StrokeKind}
    assert names[StrokeKind.AREA] == {area.name for area in TOWN.neighbourhoods}
    assert names[StrokeKind.GREEN] == {area.name for area in TOWN.parks}
    assert names[StrokeKind.WATER] == {area.name for area in TOWN.waters}
    assert len(names[StrokeKind.RAIL]) == 1
    areas = {told.name for told in TOLD if isinstance(told, Spot) and told.is_area}
    assert areas == names[StrokeKind.AREA]


@pytest.mark.parametrize("means", Means)
def test_the_map_reckons_the_ways_that_simulated_people_take(tmp_path: Path, means: Means) -> None:
    """The same length by both, for a hundred pairs of nodes; one-way streets and paths heeded."""
    path = tmp_path / "town.map"
    write_map(TOLD, path, name=TOWN.name, attribution=ATTRIBUTION)
    network = Network.from_arrays(open_map(path).arrays())
    drives = means in (Means.CAR, Means.MOTORCYCLE)
    weights = Weights(bicycle_kmh=18, foot_kmh=5)
    travel = Travel(network=network, weights=weights)
    starts = [node for node in TOWN.nodes if not drives or node in DRIVEN][::8]
    for goal in [node for node in TOWN.nodes if not drives or node in DRIVEN][3::17]:
        travellers = [Traveller(id=id, means=means, start=start) for id, start in enumerate(starts)]
        journeys = travel.journeys(travellers, goal, urgent=False)
        for id, start in enumerate(starts):
            route = TOWN.route(start, goal, means)
            legs = zip(pairwise(route.points), route.kmh, strict=True)
            slow = {Means.BICYCLE: 18.0, Means.FOOT: 5.0}.get(means)
            own_s = sum(distance_m(a, b) / ((slow or kmh) / 3.6) for (a, b), kmh in legs)
            assert journeys[id].by_road
            assert journeys[id].s == pytest.approx(own_s, rel=0.01, abs=2)


DRIVEN = {TOWN.nodes[node] for edge in TOWN.edges if edge.cars is not Cars.NONE for node in (edge.a, edge.b)}


def test_everything_told_lies_on_the_earth() -> None:
    """Quanta of the wire that make a point again."""
    houses = [told.at for told in TOLD if isinstance(told, House | Spot)]
    assert all(to_grid(from_grid(*at)) == at for at in houses)
