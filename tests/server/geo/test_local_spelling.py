"""Places as people here say them, found by the search and given a point without any help.

Each case stands for its kind: ordinals, short words, towns and postcodes behind an address, parts of a
number, what lies near, roads by their number and their posts.
"""

from collections.abc import Iterator

import pytest

from protocol.model.point import from_grid
from server.geo.located import Locator
from server.geo.map_file import MapFile, open_map
from server.geo.places import Places
from tests.server.geo.local_town import STREETS, built

BRINK = 20


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MapFile]:
    """The map of Waterdam."""
    map_file = open_map(built(tmp_path_factory.mktemp("waterdam")))
    yield map_file
    map_file.close()


@pytest.fixture(scope="module")
def places(town: MapFile) -> Places:
    """Its search."""
    return Places(town.link())


@pytest.fixture(scope="module")
def locator(town: MapFile) -> Iterator[Locator]:
    """What gives a melding its point."""
    locator = Locator(town.link())
    yield locator
    locator.close()


SAID = [
    ("Brinkstraat 12", "Brinkstraat 12"),
    ("Brinkstraat 12, Waterdam", "Brinkstraat 12"),
    ("Brinkstraat 12 Waterdam", "Brinkstraat 12"),
    ("brinkstraat 12 te waterdam", "Brinkstraat 12"),
    ("Brinkstraat 12, Oude Wijk", "Brinkstraat 12"),
    ("Brinkstraat 12, Oude Wijk, Waterdam", "Brinkstraat 12"),
    ("Brinkstraat 12, 1012PX Waterdam", "Brinkstraat 12"),
    ("Brinkstraat 12 1012 px", "Brinkstraat 12"),
    ("1012PX 12", "Brinkstraat 12"),
    ("1012 px 12", "Brinkstraat 12"),
    ("1012PX, 12", "Brinkstraat 12"),
    ("Brinkstraat nr 12", "Brinkstraat 12"),
    ("Brinkstraat nummer 12", "Brinkstraat 12"),
    ("Brinkstr. 12", "Brinkstraat 12"),
    ("brinkstr 12", "Brinkstraat 12"),
    ("Brinkstraat 4a", "Brinkstraat 4a"),
    ("Brinkstraat 4 A", "Brinkstraat 4a"),
    ("Brinkstraat 12-2", "Brinkstraat 12-2"),
    ("Brinkstraat 12 bis", "Brinkstraat 12bis"),
    ("Brinkstraat 12bis", "Brinkstraat 12bis"),
    ("Brinkstraat 226 1/2", "Brinkstraat 226 1/2"),
    ("Brinkstraat 226", "Brinkstraat 226"),
    ("Brinkstraat 37 hs", "Brinkstraat 37-h"),
    ("Brinkstraat 37 huis", "Brinkstraat 37-h"),
    ("Brinkstraat 37-H", "Brinkstraat 37-h"),
    ("Brinkstraat 37h", "Brinkstraat 37-h"),
    ("Brinkstraat 37-I", "Brinkstraat 37-1"),
    ("Brinkstraat 37-II", "Brinkstraat 37-2"),
    ("Brinkstraat 37 2 hoog", "Brinkstraat 37-2"),
    ("2e Kanaalstraat 4", "Tweede Kanaalstraat 4"),
    ("2de kanaalstraat 4", "Tweede Kanaalstraat 4"),
    ("1ste Kanaalstraat 4", "Eerste Kanaalstraat 4"),
    ("tweede kanaalstr. 4", "Tweede Kanaalstraat 4"),
    ("3e kanaalstraat", "Derde Kanaalstraat"),
    ("Eerste Kanaalstraat 31", "Eerste Kanaalstraat 31"),
    ("burgemeester de Vriesplein", "Burg. De Vriesplein"),
    ("Burg. de Vriesplein", "Burg. De Vriesplein"),
    ("burg de vriespln", "Burg. De Vriesplein"),
    ("president Kruithoflaan", "Pres. Kruithoflaan"),
    ("O.Z. Voorgracht", "Oudezijds Voorgracht"),
    ("oz voorgracht", "Oudezijds Voorgracht"),
    ("N.Z. Voorgracht", "Nieuwezijds Voorgracht"),
    ("'s Gravenweg", "'s-Gravenweg"),
    ("s gravenweg", "'s-Gravenweg"),
    ("\u2019s-gravenweg", "'s-Gravenweg"),
    ("het Hof", "'t Hof"),
    ("t hof", "'t Hof"),
    ("\u2018t hof", "'t Hof"),
    ("St. Jansstraat", "Sint Jansstraat"),
    ("A13 7,1 Re", "A13 7,1 Re"),
    ("a13 7.1 li", "A13 7,1 Li"),
    ("A13 hmp 7,1 Re", "A13 7,1 Re"),
    ("A 13 Re 7,1", "A13 7,1 Re"),
    ("A13 km 7,2 Re", "A13 7,2 Re"),
    ("N470", "N470"),
    ("n 470", "N470"),
    ("Waterdam-Noord", "Waterdam-Noord"),
    ("afrit 10", "Afrit 10"),
    ("tegenover Brinkstraat 12", "tegenover Brinkstraat 12"),
    ("bij Brinkstraat 12, Waterdam", "bij Brinkstraat 12"),
    ("t.h.v. Brinkstraat 12", "t.h.v. Brinkstraat 12"),
    ("naast de Brinkstraat 12", "naast de Brinkstraat 12"),
    ("hoek Brinkstraat en Zijweg", "Brinkstraat / Zijweg"),
    ("Brinkstraat hoek Zijweg", "Brinkstraat / Zijweg"),
    ("Brinkstr./Zijweg", "Brinkstraat / Zijweg"),
    ("Laan van Waterdam", "Laan van Waterdam"),
]


@pytest.mark.parametrize(("said", "name"), SAID)
def test_local_spelling_finds_the_place_first(places: Places, said: str, name: str) -> None:
    """What was meant, under its name on the map; how it lies there stays in the name."""
    found = places.find(said)
    assert found, said
    assert found[0].name == name


@pytest.mark.parametrize(("said", "name"), SAID)
def test_local_spelling_gives_a_melding_its_point(
    places: Places, locator: Locator, said: str, name: str
) -> None:
    """Without any choosing: the point of what the search finds first."""
    if "te waterdam" in said or name == "N470":
        pytest.skip("words between, and a blank in a number: these are asked about")
    point = locator.point_of(said)
    assert point is not None
    at = places.find(said)[0].point
    assert abs(point.lat_deg - at.lat_deg) + abs(point.lon_deg - at.lon_deg) < 0.0005


@pytest.mark.parametrize("said", ["37", "37-9", "37 x"])
def test_a_number_whose_houses_all_stand_on_one_spot_has_a_point(locator: Locator, said: str) -> None:
    """Whatever part of it is meant; two houses of a street are two places."""
    assert locator.point_of(f"Brinkstraat {said}") == from_grid(5_200_000 + BRINK, 430_000 + 700)
    assert locator.point_of("Brinkstraat 99") is None


@pytest.mark.parametrize("said", ["Brinkstraat 12, Utrecht", "Brinkstraat 12 Utrecht", "A13 9,9", "Dorpsweg"])
def test_what_is_not_on_the_map_gives_no_point(locator: Locator, said: str) -> None:
    """A street of another town is not the one here."""
    assert locator.point_of(said) is None


def test_the_asked_street_comes_before_every_other_street(places: Places) -> None:
    """Also where the asked number stands in another one alone."""
    found = places.find("Kerkstraat 5")
    assert found[0].name == "Kerkstraat"
    assert "Kerkstraatje 5" in [each.name for each in found]


def test_a_word_that_is_still_typed_is_not_spelled_out(places: Places) -> None:
    """`burg` begins Burgwal as well as a mayor."""
    assert {"Burgwal", "Burg. De Vriesplein"} <= {each.name for each in places.find("burg")}


def test_a_place_between_two_posts_lies_between_them(places: Places) -> None:
    """As far along as its kilometres say; beyond the last post only the road is known."""
    motorway = 5_200_000 + 100 * len(STREETS)
    assert places.find("A13 7,2 Re")[0].point == from_grid(motorway + 5, 430_000 + 300)
    assert [each.name for each in places.find("A13 9,9")] == ["A13"]


def test_what_was_taken_off_the_map_is_not_found(places: Places) -> None:
    """A file with a history tells it as gone."""
    assert not places.find("Weggehaald")
