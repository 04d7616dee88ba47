"""An extract is read as it is: what is in it, in the box, and what is wrong with it."""

from pathlib import Path

import pytest

from protocol.map.index import Box
from protocol.map.piece import StrokeKind
from server.geo.build import osm
from server.geo.build.errors import BuildWrong
from server.geo.build.osm import Extract
from server.geo.build.source import House, Node, Open, Outline, Spot, Told, Way
from tests.server.geo.build.towns import ALL, CORNER, OsmNodes, at, write_extract

DELFT = Path(__file__).resolve().parents[5] / "shared" / "data" / "osm" / "delft.osm.pbf"

NODES: OsmNodes = {
    1: (0, 0),
    2: (0, 100),
    3: (0, 200),
    4: (0, 5_000),
    5: (10, 50, {"addr:street": "Markt", "addr:housenumber": "5;7a"}),
    6: (20, 60, {"amenity": "cafe", "name": "De Kroon"}),
    7: (30, 30, {"place": "town", "name": "Stad"}),
    **{10 + corner: spot for corner, spot in enumerate([(300, 300), (300, 900), (900, 900), (900, 300)])},
    20: (40, 40, {"natural": "tree"}),
}
RING = [10, 11, 12, 13, 10]
MARKT = {"highway": "residential", "name": "Markt", "maxspeed": "30"}


def box(south: int, west: int, north: int, east: int) -> Box:
    """In quanta from the corner."""
    return Box(south=CORNER[0] + south, west=CORNER[1] + west, north=CORNER[0] + north, east=CORNER[1] + east)


def told(path: Path, within: Box | None = None) -> list[Told]:
    """All that the extract tells."""
    return list(Extract(path=path, box=within).told())


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A street, a house, a café, a town and a pond."""
    ways = [
        ([1, 2, 3, 4], MARKT),
        (RING, {"natural": "water", "name": "Plas"}),
        ([1, 3], {"highway": "proposed"}),
    ]
    return write_extract(tmp_path / "town.osm.pbf", NODES, ways)


def test_streets_houses_places_and_water_are_told(town: Path) -> None:
    """Each as what it is, and what is none of these not at all."""
    found = told(town)
    assert [each for each in found if isinstance(each, Way)] == [
        Way(
            kind=StrokeKind.STREET,
            name="Markt",
            nodes=tuple(Node(id=id_, at=at(*NODES[id_][:2])) for id_ in (1, 2, 3, 4)),
            open=ALL,
            car_kmh=30,
        )
    ]
    assert [each for each in found if isinstance(each, House)] == [
        House(street="Markt", number=5, at=at(10, 50)),
        House(street="Markt", number=7, suffix="a", at=at(10, 50)),
    ]
    assert [each for each in found if isinstance(each, Spot)] == [
        Spot(name="De Kroon", at=at(20, 60)),
        Spot(name="Stad", is_area=True, is_town=True, at=at(30, 30)),
    ]
    [pond] = [each for each in found if isinstance(each, Outline)]
    assert (pond.kind, pond.name, len(pond.points)) == (StrokeKind.WATER, "Plas", 5)
    assert set(pond.points) == {at(*NODES[id_][:2]) for id_ in RING}


def test_a_box_clips(town: Path) -> None:
    """A street goes on to the first node outside it; houses and ponds outside go."""
    found = told(town, box(-10, -10, 40, 210))
    [street] = [each for each in found if isinstance(each, Way)]
    assert [node.id for node in street.nodes] == [1, 2, 3, 4]
    assert not [each for each in found if isinstance(each, Outline)]
    [street] = [each for each in told(town, box(-10, -10, 5, 50)) if isinstance(each, Way)]
    assert [node.id for node in street.nodes] == [1, 2]


def test_a_building_has_its_address_in_its_middle(tmp_path: Path) -> None:
    """As a closed way, and as a ring of several."""
    address = {"addr:street": "Markt", "addr:housenumber": "9"}
    path = write_extract(
        tmp_path / "town.osm.pbf",
        NODES,
        [([1, 2], MARKT), (RING, {"building": "yes", **address}), ([10, 11, 12], {}), ([12, 13, 10], {})],
        [([3, 4], {"building": "yes", **address, "addr:housenumber": "11"})],
    )
    houses = [each for each in told(path) if isinstance(each, House)]
    assert {(each.number, each.at) for each in houses[2:]} == {(9, at(600, 600)), (11, at(600, 600))}


def test_a_lake_of_several_ways_is_a_ring(tmp_path: Path) -> None:
    """As relations tell the large ones."""
    ways = [([1, 2], MARKT), ([10, 11, 12], {}), ([12, 13, 10], {})]
    path = write_extract(tmp_path / "town.osm.pbf", NODES, ways, [([2, 3], {"natural": "water"})])
    [lake] = [each for each in told(path) if isinstance(each, Outline)]
    assert lake.points[0] == lake.points[-1]
    assert set(lake.points) == {at(*NODES[id_][:2]) for id_ in RING}


def test_one_way_is_one_way(tmp_path: Path) -> None:
    """Along the order of the nodes."""
    path = write_extract(tmp_path / "town.osm.pbf", NODES, [([3, 1], {**MARKT, "oneway": "yes"})])
    [street] = [each for each in told(path) if isinstance(each, Way)]
    assert street.open == Open.CAR_FORWARD | Open.BICYCLE_FORWARD | Open.FOOT
    assert [node.id for node in street.nodes] == [3, 1]


def test_nodes_that_the_extract_lacks_are_counted(tmp_path: Path) -> None:
    """A street at the edge of an extract names nodes beyond it."""
    path = write_extract(tmp_path / "town.osm.pbf", NODES, [([1, 2, 998, 999], MARKT)])
    extract = Extract(path=path)
    [street] = [each for each in extract.told() if isinstance(each, Way)]
    assert ([node.id for node in street.nodes], extract.nodes_lacking) == ([1, 2], 2)


def test_a_large_extract_is_read_with_a_file_for_its_nodes(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And tells the same."""
    small = told(town)
    monkeypatch.setattr(osm, "IN_MEMORY_BYTES", 10)
    assert told(town) == small


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(BuildWrong, match=r"no.osm.pbf: there is no such file; give"):
        told(tmp_path / "no.osm.pbf")


@pytest.mark.parametrize("name", ["words.osm.pbf", "words.txt"])
def test_another_kind_of_file_is_said(tmp_path: Path, name: str) -> None:
    """By its content, or by its name."""
    (tmp_path / name).write_bytes(b"hello, this is no extract\n" * 100)
    with pytest.raises(BuildWrong, match=r"not a whole OpenStreetMap extract .*; give an \.osm\.pbf file"):
        told(tmp_path / name)


def test_a_file_that_breaks_off_is_said(town: Path) -> None:
    """A download that stopped halfway."""
    town.write_bytes(town.read_bytes()[:-40])
    with pytest.raises(BuildWrong, match=r"the file breaks off .*; download it again"):
        told(town)


def test_an_extract_without_streets_is_said(tmp_path: Path) -> None:
    """Empty, or of trees alone."""
    for nodes in ({}, {20: NODES[20]}):
        with pytest.raises(BuildWrong, match="it holds no street; give"):
            told(write_extract(tmp_path / "no.osm.pbf", nodes, []))


def test_a_box_elsewhere_is_said_with_where_the_streets_are(town: Path) -> None:
    """So that a right one can be chosen."""
    with pytest.raises(
        BuildWrong, match=r"no street lies in 5,52,6,53; its streets lie in 4\.35,52,4\.4,52 "
    ):
        told(town, Box(south=5_200_000, west=500_000, north=5_300_000, east=600_000))


@pytest.mark.shared
@pytest.mark.skipif(not DELFT.is_file(), reason="needs shared/data/osm beside the checkout")
def test_delft_is_read_as_it_is_known() -> None:
    """Counted with another tool before: 8,940 house numbers, and 3,841 ways tagged as a highway."""
    extract = Extract(path=DELFT)
    found = list(extract.told())
    assert 3_700 < extract.ways_seen <= 3_841
    assert 8_900 < sum(isinstance(each, House) for each in found) < 9_100
    inside = Extract(path=DELFT, box=Box(south=5_198_500, west=434_000, north=5_202_000, east=440_000))
    assert sum(1 for _ in inside.told()) < len(found)
    assert 2_100 < inside.ways <= 2_213


def test_ways_before_nodes_say_how_to_put_them_in_order(tmp_path: Path) -> None:
    """As a query of the map's servers gives them: no street can be placed."""
    path = tmp_path / "query.osm"
    path.write_text(
        '<osm version="0.6"><way id="9" version="1"><nd ref="1"/><nd ref="2"/>'
        '<tag k="highway" v="residential"/><tag k="name" v="Markt"/></way>'
        '<node id="1" version="1" lat="52.0" lon="4.3"/>'
        '<node id="2" version="1" lat="52.0" lon="4.31"/></osm>'
    )
    with pytest.raises(BuildWrong, match="osmium sort"):
        told(path)
