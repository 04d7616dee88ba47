"""A melding gets its point by the exact name of one place; and goes on without it whatever goes wrong."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace, ChangeWhat, OpenIncident
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import Name
from server.geo import located
from server.geo.located import Locator
from server.geo.map_file import open_map
from tests.server.geo.named import spot, written


@pytest.fixture(scope="module")
def locator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locator]:
    """On the small town."""
    map_file = open_map(written(tmp_path_factory.mktemp("located") / "stad.map"))
    locator = Locator(map_file.link())
    yield locator
    locator.close()
    map_file.close()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason to find nothing here."""
    monkeypatch.setattr(located, "PATIENCE_S", 60.0)


def _opening(name: str, point: Point | None = None) -> OpenIncident:
    return OpenIncident(what=Name("vechtpartij"), place=Place(name=Name(name), point=point))


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("Markt 87", spot(106, 106)),
        ("markt 87", spot(106, 106)),
        ("MARKT  87", spot(106, 106)),
        ("Markt 12a", spot(103, 103)),
        ("Markt 12 A", spot(103, 103)),
        ("Markt 12-2", spot(104, 104)),
        ("Markt", spot(100, 100)),
        ("curacaoplein", spot(20, 400)),
        ("Plein 1944", spot(30, 420)),
        ("Plein 1944 12", spot(31, 421)),
        ("Markt / Oude Delft", spot(110, 80)),
        ("oude delft / markt", spot(110, 80)),
        ("hoek Oude Delft en Markt", spot(110, 80)),
        ("Station", spot(60, 10)),
        ("Dorpsstraat 5, Noord", spot(1_501, 101)),
        ("Dorpsstraat, Zuid", spot(-1_500, 100)),
        ("Markt 87, Stad", spot(106, 106)),
        ("Dorpsstraat 5, Stad", None),
        ("Dorpsstraat 7", spot(-1_502, 101)),
        ("Dorpsstraat / Rijksweg, Noord", spot(1_510, 90)),
        ("Dorpsstraat 5", None),
        ("Dorpsstraat", None),
        ("De Buurtwinkel", None),
        ("Dorpsstraat / Rijksweg", None),
        ("Rijksweg", None),
        ("Markt 86", None),
        ("Mrakt 87", None),
        ("Mark", None),
        ("bij de brug", None),
        ("🚓", None),
        ("Markt, Noord", None),
        ("Markt " * 30, None),
    ],
)
async def test_only_an_exact_name_of_one_place_gives_a_point(
    locator: Locator, name: str, point: Point | None
) -> None:
    """What could be two places, a nearly right name and a street of many kilometres give none."""
    wish = _opening(name.strip())
    assert await locator.with_point(wish) == _opening(name.strip(), point)


async def test_a_place_that_changes_gets_its_point_too(locator: Locator) -> None:
    """By the same rule."""
    wish = ChangePlace(incident=3, place=Place(name=Name("Station")))
    assert await locator.with_point(wish) == ChangePlace(
        incident=3, place=Place(name=Name("Station"), point=spot(60, 10))
    )


@pytest.mark.parametrize("wish", [_opening("Markt", spot(1, 1)), ChangeWhat(incident=1, what=Name("Markt"))])
async def test_other_wishes_stay_as_they_are(locator: Locator, wish: Command) -> None:
    """A point that was said is never replaced."""
    assert await locator.with_point(wish) is wish


async def test_a_map_that_cannot_be_read_holds_up_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The wish goes on as it came, and the log says why."""
    map_file = open_map(written(tmp_path / "stad.map"))
    locator = Locator(map_file.link())
    map_file.close()
    wish = _opening("Markt")
    assert await locator.with_point(wish) is wish
    assert "no point for a place" in caplog.text
    locator.close()
    assert await locator.with_point(wish) is wish


async def test_a_map_that_hangs_holds_up_one_wish_and_only_briefly(
    locator: Locator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As long as it hangs the others do not even wait; afterwards points come again."""
    let_go, asked = threading.Event(), []

    def hanging(name: str) -> Point | None:
        asked.append(name)
        let_go.wait(60)
        return None

    with monkeypatch.context() as patched:
        patched.setattr(locator, "point_of", hanging)
        patched.setattr(located, "PATIENCE_S", 0.05)
        for _ in range(3):
            wish = _opening("Markt")
            assert await locator.with_point(wish) is wish
        let_go.set()
    assert asked == ["Markt"]
    assert "did not answer" in caplog.text
    locator.point_of("Markt")
    locator._thread.submit(int).result(60)
    assert await locator.with_point(_opening("Markt")) == _opening("Markt", spot(100, 100))
