"""Which named things are found by their names."""

import pytest

from server.geo.build.spots import MOST_NAME_CHARS, road_number, spot_at

HERE = (5_200_000, 435_000)


@pytest.mark.parametrize(
    "tags",
    [
        {"amenity": "cafe"},
        {"shop": "bakery"},
        {"railway": "station"},
        {"highway": "bus_stop"},
        {"place": "square"},
        {"landuse": "cemetery"},
    ],
)
def test_a_named_place_is_a_spot(tags: dict[str, str]) -> None:
    """People call for help there by its name."""
    spot = spot_at({**tags, "name": "De  Kroon"}, HERE)
    assert spot is not None
    assert (spot.name, spot.is_area, spot.is_town, spot.at) == ("De Kroon", False, False, HERE)


@pytest.mark.parametrize(
    ("place", "is_town"), [("city", True), ("village", True), ("suburb", False), ("neighbourhood", False)]
)
def test_a_neighbourhood_or_town_is_an_area(place: str, is_town: bool) -> None:
    """A town can also tell two streets of one name apart."""
    spot = spot_at({"place": place, "name": "Delft"}, HERE)
    assert spot is not None
    assert (spot.is_area, spot.is_town) == (True, is_town)


@pytest.mark.parametrize(
    "tags", [{"amenity": "bench"}, {"highway": "residential", "name": "Markt"}, {"name": "Iets"}, {}]
)
def test_what_has_no_name_or_is_a_street_is_no_spot(tags: dict[str, str]) -> None:
    """Streets are found as streets."""
    assert spot_at(tags, HERE) is None


def test_an_endless_name_is_cut() -> None:
    """It must fit on a line."""
    spot = spot_at({"shop": "yes", "name": "x" * 500}, HERE)
    assert spot is not None
    assert len(spot.name) == MOST_NAME_CHARS


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"highway": "milestone", "ref": "A13", "distance": "8.3"}, "A13 8,3"),
        (
            {"highway": "milestone", "ref": "A 13", "distance": "8.30 km", "carriageway_ref": "Re"},
            "A13 8,3 Re",
        ),
        (
            {"highway": "milestone", "ref": "N470;N471", "distance": "12", "carriageway_ref": "li"},
            "N470 12,0 Li",
        ),
        ({"highway": "motorway_junction", "ref": "9", "name": "Waterdam-Noord"}, "Waterdam-Noord"),
        ({"highway": "motorway_junction", "ref": "9"}, "Afrit 9"),
    ],
)
def test_posts_and_exits_of_motorways_are_spots(tags: dict[str, str], name: str) -> None:
    """By what stands on their signs."""
    spot = spot_at(tags, HERE)
    assert spot is not None
    assert spot.name == name


def test_a_road_has_the_number_that_is_told_first() -> None:
    """Letters and digits without a blank; a route of other signs is none."""
    assert [road_number({"ref": ref}) for ref in ("A13", "a 4", "N470;N471", "12", "", "fietsroute")] == [
        "A13", "A4", "N470", "", "", ""
    ]  # fmt: skip
