"""Places: what typed words may mean, best first; typing errors are forgiven and nothing typed breaks it."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.geo.map_file import open_map
from server.geo.places import MOST, Places
from tests.server.geo.named import TOWN, spot, written

HERE = spot(100, 100)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The search in the small town."""
    map_file = open_map(written(tmp_path_factory.mktemp("places") / "stad.map"))
    yield Places(map_file.link())
    map_file.close()


def _first(places: Places, text: str) -> tuple[str, str]:
    found = places.find(text, HERE)
    return (found[0].name, found[0].kind) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("markt", "Markt", "street"),
        ("MARKT", "Markt", "street"),
        ("mark", "Markt", "street"),
        ("mrakt", "Markt", "street"),
        ("markt centrum", "Markt", "street"),
        ("oude delft", "Oude Delft", "street"),
        ("delft oude", "Oude Delft", "street"),
        ("oudedelft", "Oude Delft", "street"),
        ("noorderk", "Noorderkerkstraat", "street"),
        ("noorderkrkst", "Noorderkerkstraat", "street"),
        ("nieuwe ker", "Nieuwe Kerkstraat", "street"),
        ("nieuwekerkstraat", "Nieuwe Kerkstraat", "street"),
        ("phœnixstraat", "Phœnixstraat", "street"),
        ("curacaopl", "Curaçaoplein", "street"),
        ("prof evertslaan", "Professor Evertslaan", "street"),
        ("plein 1944", "Plein 1944", "street"),
        ("statoin", "Station", "spot"),
        ("noord", "Noord", "area"),
        ("markt 87", "Markt 87", "house"),
        ("87 markt", "Markt 87", "house"),
        ("mrakt 87", "Markt 87", "house"),
        ("markt 12", "Markt 12", "house"),
        ("markt 12a", "Markt 12a", "house"),
        ("markt 12 A", "Markt 12a", "house"),
        ("markt 12-2", "Markt 12-2", "house"),
        ("markt 8", "Markt 85", "house"),
        ("markt 999", "Markt 87", "house"),
        ("plein 1944 12", "Plein 1944 12", "house"),
        ("noorderkerkstraat 7", "Noorderkerkstraat", "street"),
        ("markt / oude delft", "Markt / Oude Delft", "crossing"),
        ("oude delft/markt", "Markt / Oude Delft", "crossing"),
        ("markt / oude l", "Markt / Oude Langendijk", "crossing"),
        ("oude l / markt", "Markt / Oude Langendijk", "crossing"),
        ("hoek markt oude delft", "Markt / Oude Delft", "crossing"),
        ("markt hoek oude delft", "Markt / Oude Delft", "crossing"),
        ("hoek oude langendijk en de mrakt", "Markt / Oude Langendijk", "crossing"),
        ("kruising van markt met oude delft", "Markt / Oude Delft", "crossing"),
        ("corner oude delft and noorderkerkstraat", "Noorderkerkstraat / Oude Delft", "crossing"),
        ("zeppelinlaan", "", ""),
        ("", "", ""),
        ("?!", "", ""),
    ],
)
def test_what_is_meant_comes_first(places: Places, text: str, name: str, kind: str) -> None:
    """Streets, houses, crossings, spots and areas; whole or half typed, wrongly typed, in any order."""
    assert _first(places, text) == (name, kind)


def test_the_nearest_of_equals_comes_first(places: Places) -> None:
    """And the part of town tells them apart."""
    near_north = [each.name for each in places.find("dorpsstraat", spot(1_000, 100))]
    near_south = [each.name for each in places.find("dorpsstraat", spot(-1_000, 100))]
    assert near_north[:2] == ["Dorpsstraat, Noord", "Dorpsstraat, Zuid"]
    assert near_south[:2] == ["Dorpsstraat, Zuid", "Dorpsstraat, Noord"]
    houses = [each.name for each in places.find("dorpsstraat 5", spot(-1_000, 100))]
    assert houses[:2] == ["Dorpsstraat 5, Zuid", "Dorpsstraat 5, Noord"]
    crossings = [each.name for each in places.find("rijksweg / dorpsstr", spot(1_000, 100))]
    assert crossings == ["Dorpsstraat / Rijksweg, Noord", "Dorpsstraat / Rijksweg, Zuid"]


def test_without_a_here_the_longest_of_equals_comes_first(places: Places) -> None:
    """The one that is sooner meant."""
    assert places.find("dorpsstraat")[0].name == "Dorpsstraat, Noord"


def test_what_was_offered_finds_itself(places: Places) -> None:
    """Whoever types a shown name in full gets it back, first."""
    for text in ("dorpsstraat 7", "dorpsstraat", "markt 12", "buurtwinkel", "markt / oude"):
        for each in places.find(text, HERE):
            assert places.find(each.name, HERE)[0] == each


def test_every_name_finds_itself(places: Places) -> None:
    """Whatever its kind."""
    for kind, name, *_ in TOWN:
        named = [each for each in places.find(name, HERE) if each.name.partition(",")[0] == name]
        assert kind.name.lower() in {each.kind for each in named}, name


def test_a_house_has_its_own_point(places: Places) -> None:
    """And not the street's."""
    assert places.find("markt 87", HERE)[0].point == spot(106, 106)


def test_at_most_so_many_are_found(places: Places) -> None:
    """Eight unless said."""
    assert len(places.find("d", HERE)) <= MOST
    assert len(places.find("markt", HERE, most=1)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "markt' OR 1=1; DROP TABLE place; --",
        '"markt" NEAR(oude, 3) NOT *',
        "^markt*",
        "folded:markt",
        "markt " * 5_000,
        "\0markt\x1b[31m",
        "🚓🚓",
        "/ / / /",
        "hoek",
        "hoek hoek hoek",
        "x x x",
        "12",
        "99999999999999999999",
        "markt 99999999999999999999",
        "\ud800markt",
        "١٢ markt",
        "ﷺ" * 200,
    ],
)
def test_nothing_typed_breaks_the_search(places: Places, text: str) -> None:
    """Signs that mean something elsewhere, far too long texts, and letters of nowhere."""
    places.find(text, HERE)
    assert _first(places, "markt") == ("Markt", "street")


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(places: Places, text: str) -> None:
    """With at most eight places that are on the map."""
    found = places.find(text)
    assert len(found) <= MOST
    assert {each.kind for each in found} <= {"street", "house", "crossing", "spot", "area"}


def test_it_may_be_asked_from_many_threads(places: Places) -> None:
    """Each gets its own answer."""
    texts = ["markt 87", "oude delft", "station", "dorpsstraat 5"] * 20
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda text: places.find(text, HERE), texts))
    assert found == [places.find(text, HERE) for text in texts]


def test_a_map_without_names_finds_nothing(tmp_path: Path) -> None:
    """It is no mistake to have none."""
    map_file = open_map(written(tmp_path / "leeg.map", ()))
    assert Places(map_file.link()).find("markt / kade 12") == ()
    map_file.close()


def test_a_map_that_is_closed_says_so(tmp_path: Path) -> None:
    """Instead of finding nothing."""
    map_file = open_map(written(tmp_path / "stad.map"))
    places = Places(map_file.link())
    map_file.close()
    with pytest.raises(sqlite3.Error):
        places.find("markt")
