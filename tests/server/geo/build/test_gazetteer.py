"""What can be found by its name."""

from server.geo.build.gazetteer import Place, houses_of, places_of
from server.geo.build.source import House, Spot, Told
from server.geo.build.streets import streets_of
from server.geo.schema import PlaceKind
from tests.server.geo.build.towns import at, gathered, way

SPOTS = {1: (0, -500), 2: (0, 0), 3: (0, 500), 4: (-500, 0), 5: (500, 0)}
CROSS = (way(SPOTS, 1, 2, 3, name="Oude Weg"), way(SPOTS, 4, 2, 5, name="Étage"))


def places(*told: Told) -> list[Place]:
    """The places of these."""
    columns = gathered(told)
    return list(places_of(columns, streets_of(columns)))


def test_streets_come_first_then_crossings_then_spots() -> None:
    """Streets with the ids that the network tells."""
    found = places(*CROSS, Spot(name="Kerk", at=at(10, 10)), Spot(name="Wijk", is_area=True, at=at(20, 0)))
    assert [(place.kind, place.name) for place in found] == [
        (PlaceKind.STREET, "Oude Weg"),
        (PlaceKind.STREET, "Étage"),
        (PlaceKind.CROSSING, "Étage / Oude Weg"),
        (PlaceKind.SPOT, "Kerk"),
        (PlaceKind.AREA, "Wijk"),
    ]
    assert [place.within for place in found] == ["Wijk", "Wijk", "Wijk", "Wijk", ""]
    assert found[0].row[2] == "oude weg"
    assert found[2].row[2] == "etage oude weg"


def test_a_longer_street_weighs_more() -> None:
    """And a town more than a neighbourhood, a neighbourhood more than a shop."""
    found = places(
        *CROSS,
        Spot(name="Kerk", at=at(10, 10)),
        Spot(name="Wijk", is_area=True, at=at(20, 0)),
        Spot(name="Stad", is_area=True, is_town=True, at=at(20, 0)),
    )
    by_name = {place.name: place.weight for place in found}
    assert by_name["Étage"] > by_name["Oude Weg"]
    assert by_name["Stad"] > by_name["Wijk"] > by_name["Kerk"] > by_name["Étage / Oude Weg"]


def test_both_ends_of_a_platform_are_one_stop() -> None:
    """A branch of the same shop across town is another place."""
    found = places(
        *CROSS,
        *(
            Spot(name=name, at=at(north, 0))
            for name, north in (("Halte", 0), ("halte", 50), ("Halte", 3_000))
        ),
    )
    stops = [place for place in found if place.kind is PlaceKind.SPOT]
    assert [(place.name, (place.lat, place.lon)) for place in stops] == [
        ("Halte", at(0, 0)),
        ("Halte", at(3_000, 0)),
    ]


def test_a_house_is_told_by_its_street() -> None:
    """With its suffix in small letters."""
    columns = gathered([*CROSS, House(street="Oude Weg", number=7, suffix="A", at=at(1, 2))])
    assert list(houses_of(columns, streets_of(columns))) == [(1, 7, "a", *at(1, 2))]
