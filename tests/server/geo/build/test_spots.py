"""Which named things are found by their names."""

import pytest

from server.geo.build.spots import MOST_NAME_CHARS, spot_at

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
