"""What the tags of a road mean for who may travel it, and how fast."""

import pytest

from protocol.map.piece import StrokeKind
from server.geo.build.roads import road_of
from server.geo.build.source import Open

CAR, BICYCLE, FOOT = Open.CAR, Open.BICYCLE, Open.FOOT


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("highway=residential", CAR | BICYCLE | FOOT),
        ("highway=motorway", Open.CAR_FORWARD),
        ("highway=motorway oneway=no", CAR),
        ("highway=motorway_link", CAR),
        ("highway=primary motorroad=yes", CAR),
        ("highway=footway", FOOT),
        ("highway=footway bicycle=yes", FOOT | BICYCLE),
        ("highway=cycleway", BICYCLE | FOOT),
        ("highway=cycleway oneway=yes", Open.BICYCLE_FORWARD | FOOT),
        ("highway=cycleway foot=no", BICYCLE),
        ("highway=path access=no", Open.NOBODY),
        ("highway=path access=yes", BICYCLE | FOOT),
        ("highway=steps", FOOT),
        ("highway=pedestrian", FOOT),
        ("highway=pedestrian motor_vehicle=delivery bicycle=yes", CAR | BICYCLE | FOOT),
        ("highway=busway", Open.NOBODY),
        ("highway=busway emergency=yes", CAR),
        ("highway=service access=private", Open.NOBODY),
        ("highway=service access=private foot=yes", FOOT),
        ("highway=service access=customers", CAR | BICYCLE | FOOT),
        ("highway=residential motor_vehicle=no", BICYCLE | FOOT),
        ("highway=residential vehicle=no", FOOT),
        ("highway=residential vehicle=no bicycle=yes", BICYCLE | FOOT),
        ("highway=residential bicycle=use_sidepath", CAR | FOOT),
        ("highway=residential access=no motorcar=yes", CAR),
        ("highway=residential access=unknown", CAR | BICYCLE | FOOT),
    ],
)
def test_who_may_travel(tags: str, expected: Open) -> None:
    """The tag that means a traveller most decides; without one, what is usual for such a road."""
    assert _open(tags) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("oneway=yes", Open.CAR_FORWARD | Open.BICYCLE_FORWARD | FOOT),
        ("oneway=-1", Open.CAR_BACK | Open.BICYCLE_BACK | FOOT),
        ("oneway=yes oneway:bicycle=no", Open.CAR_FORWARD | BICYCLE | FOOT),
        ("oneway=yes cycleway=opposite_lane", Open.CAR_FORWARD | BICYCLE | FOOT),
        ("oneway=no", CAR | BICYCLE | FOOT),
        ("junction=roundabout", Open.CAR_FORWARD | Open.BICYCLE_FORWARD | FOOT),
        ("junction=roundabout oneway=no", CAR | BICYCLE | FOOT),
        ("oneway:bicycle=yes", CAR | Open.BICYCLE_FORWARD | FOOT),
        ("oneway:bicycle=-1", CAR | Open.BICYCLE_BACK | FOOT),
    ],
)
def test_one_way_is_for_wheels(tags: str, expected: Open) -> None:
    """Cars and bicycles keep to it, unless a bicycle may come back; who walks goes both ways."""
    assert _open(f"highway=residential {tags}") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("50", 50),
        ("50 km/h", 50),
        ("30 mph", 48),
        ("walk", 7),
        ("50;30", 30),
        ("none", 30),
        ("NL:urban", 30),
        ("0", 30),
        ("999", 200),
        ("5000", 30),
        ("", 30),
    ],
)
def test_how_fast_a_car_goes(told: str, expected: int) -> None:
    """The lowest number that the tag tells; the usual speed of such a road where it tells none."""
    road = road_of({"highway": "residential", "maxspeed": told})
    assert road is not None
    assert road.car_kmh == expected


def test_a_road_without_cars_has_no_speed_of_cars() -> None:
    """A limit on a cycle path is for mopeds."""
    road = road_of({"highway": "cycleway", "maxspeed": "25"})
    assert road is not None
    assert road.car_kmh == 0


def test_a_roundabout_is_known_as_one() -> None:
    """Streets that it joins meet there."""
    found = [road_of({"highway": "tertiary", **tags}) for tags in ({"junction": "roundabout"}, {})]
    assert [road.is_roundabout for road in found if road] == [True, False]


@pytest.mark.parametrize("highway", ["construction", "proposed", "bus_stop", "", "crossing"])
def test_what_is_no_road_yet_is_no_road(highway: str) -> None:
    """Nor is what only stands beside one."""
    assert road_of({"highway": highway}) is None


@pytest.mark.parametrize(
    ("highway", "expected"),
    [
        ("motorway", StrokeKind.MOTORWAY),
        ("trunk", StrokeKind.MAIN),
        ("primary_link", StrokeKind.MAIN),
        ("tertiary", StrokeKind.THROUGH),
        ("living_street", StrokeKind.STREET),
        ("footway", StrokeKind.PATH),
    ],
)
def test_what_it_is_drawn_as(highway: str, expected: StrokeKind) -> None:
    """By its place in the town."""
    road = road_of({"highway": highway})
    assert road is not None
    assert road.kind is expected


def _open(tags: str) -> Open:
    road = road_of(dict(pair.split("=") for pair in tags.split()))
    assert road is not None
    return road.open
