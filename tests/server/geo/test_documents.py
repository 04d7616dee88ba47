"""The documents of the map: pieces by address, places by what is typed, who could go, what can be reached."""

import asyncio
import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from protocol.commands.incidents import OpenIncident
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason, Refused
from protocol.map.reach import Reach, read_reach
from protocol.model.fix import Fix
from protocol.model.map_address import address_of, document_name
from protocol.model.place import Place
from protocol.model.terms import Terms
from protocol.model.text import Name
from server.documents.shelf import wanted
from server.geo.dispatch import Dispatch
from server.geo.documents import GeoShelf
from server.geo.opened import Geo, open_geo
from server.geo.teams import Teams
from server.geo.weights import Weights
from tests.server.geo.named import INDEX, PIECE, spot, with_network, written
from tests.server.make import World


@pytest.fixture
def geo(tmp_path: Path) -> Iterator[Geo]:
    """The small town with its one street."""
    path = with_network(written(tmp_path / "stad.map"))
    geo = open_geo(path, weights=Weights(), teams=Teams(), terms=Terms())
    yield geo
    geo.close()


NO_GEO = open_geo(None, weights=Weights(), teams=Teams(), terms=Terms())


async def _world() -> tuple[World, dict[int, Fix]]:
    """A melding at one end of the street and two units on it."""
    world = World()
    place = Place(name=Name("Rijksweg"), point=spot(900, 0))
    await world.wish(OpenIncident(what=Name("vechtpartij"), place=place))
    for call_sign in ("12.01", "12.02"):
        await world.wish(SignOnUnit(call_sign=Name(call_sign)))
    at = world.clock.now
    return world, {1: Fix(unit=1, point=spot(0, 0), at=at), 2: Fix(unit=2, point=spot(450, 0), at=at)}


async def _shelf(geo: Geo) -> GeoShelf:
    world, fixes = await _world()
    return GeoShelf(geo, board=lambda: world.room.board, fixes=lambda: fixes, clock=world.clock)


async def _read(shelf: GeoShelf, name: str) -> list[Any]:
    content = await shelf.document(wanted(name))
    assert content is not None
    return [json.loads(line) for line in content.decode().splitlines()]


async def test_content_comes_by_its_address(geo: Geo) -> None:
    """The index of the welcome, and every piece that it names."""
    shelf = await _shelf(geo)
    assert await shelf.document(wanted(document_name(geo.index_address))) == INDEX
    assert await shelf.document(wanted(document_name(address_of(PIECE)))) == PIECE


async def test_places_come_best_first(geo: Geo) -> None:
    """Name, kind and point of each; the nearest first among equals, and no more than asked for."""
    shelf = await _shelf(geo)
    assert await _read(shelf, "places?text=mrakt+87&lat=52&lon=4.35&most=1") == [
        ["Markt 87", "house", 52.00106, 4.35106]
    ]
    near = [spot(north, 100) for north in (1_000, -1_000)]
    for here, first in zip(near, ("Dorpsstraat, Noord", "Dorpsstraat, Zuid"), strict=True):
        found = await _read(shelf, f"places?text=dorpss&lat={here.lat_deg}&lon={here.lon_deg}")
        assert found[0][:2] == [first, "street"]
    assert await _read(shelf, "places?text=xyzzy") == await _read(shelf, "places") == []


async def test_who_could_go_comes_nearest_first(geo: Geo) -> None:
    """By road, with the travel time: half a kilometre at 36 km/h."""
    shelf = await _shelf(geo)
    head, first, second = await _read(shelf, "recommend/1")
    assert (head["number"], head["by_road"], head["point"]) == (1, True, True)
    assert [first["call_sign"], second["call_sign"]] == ["12.02", "12.01"]
    assert (first["travel_s"], second["travel_s"]) == (50, 100)
    assert len(await _read(shelf, "recommend/1?most=1")) == 2


async def test_what_can_be_reached_comes_as_a_picture(geo: Geo) -> None:
    """For so many minutes; what is lost when somebody goes; fifteen unless said."""
    shelf = await _shelf(geo)

    async def reach(name: str) -> Reach:
        content = await shelf.document(wanted(name))
        assert content is not None
        return read_reach(content)

    stays = await reach("reach")
    assert (stays.within_s, stays.by_road, stays.permille, stays.permille_after) == (900, True, 1_000, 1_000)
    sent = await reach("reach?minutes=1&sending=1,2")
    assert (sent.within_s, sent.permille_after) == (60, 0)
    assert 0 < sent.permille <= 1_000
    assert any(sent.lost)


@pytest.mark.parametrize(
    ("name", "what", "expected"),
    [
        ("map/xyz", "map/xyz", "map/ and 32 hex digits of an address in this map"),
        ("map/", "map/", "map/ and 32 hex digits of an address in this map"),
        (f"map/{'0' * 32}", f"map/{'0' * 32}", "map/ and 32 hex digits of an address in this map"),
        (f"map/{address_of(PIECE).hex().upper()}", None, "map/ and 32 hex digits of an address in this map"),
        (f"map/{address_of(PIECE).hex(' ')}", None, "map/ and 32 hex digits of an address in this map"),
        (f"map/{address_of(PIECE).hex()}?x=1", None, "map/ and 32 hex digits of an address in this map"),
        ("places?text=x&most=9", "places: most", "a whole number from 1 to 8"),
        ("places?text=x&lat=52", "places: lon", "degrees from -180 to 180"),
        (f"places?text={'x' * 201}", "places: text", "at most 200 characters"),
        ("places?name=x", "places: name", None),
        ("recommend/x", "recommend/x", "recommend/NUMBER"),
        ("recommend/1?most=0", "recommend: most", "a whole number from 1 to 200"),
        ("reach?minutes=61", "reach: minutes", "a whole number from 1 to 60"),
        ("reach?sending=3,x", "reach: sending", "at most 50 numbers of units with commas between"),
        ("reach?sending=" + "1," * 51, "reach: sending", "at most 50 numbers of units with commas between"),
    ],
)
async def test_what_is_asked_wrongly_is_refused(
    geo: Geo, name: str, what: str | None, expected: str | None
) -> None:
    """With what is wrong, and what it must look like."""
    shelf = await _shelf(geo)
    with pytest.raises(Refused) as caught:
        await shelf.document(wanted(name))
    said = caught.value.args_by_name
    assert caught.value.reason is Reason.INVALID
    assert what in (None, said["what"])
    assert expected in (None, said["expected"])


@pytest.mark.parametrize("name", ["map", "places/1", "recommend", "reach/3"])
async def test_a_name_of_no_document_is_none(geo: Geo, name: str) -> None:
    """The documents say what there is."""
    assert await (await _shelf(geo)).document(wanted(name)) is None


async def test_a_melding_that_never_was_is_refused(geo: Geo) -> None:
    """It is said which."""
    with pytest.raises(Refused, match="no-such-incident"):
        await (await _shelf(geo)).document(wanted("recommend/417"))


@pytest.mark.parametrize("name", ["places?text=markt", document_name(address_of(PIECE))])
async def test_without_a_map_it_says_so(name: str) -> None:
    """Where a map is needed."""
    with pytest.raises(Refused) as caught:
        await (await _shelf(NO_GEO)).document(wanted(name))
    assert caught.value.reason is Reason.NO_MAP


async def test_without_a_map_who_is_near_goes_by_straight_lines() -> None:
    """And says so."""
    shelf = await _shelf(NO_GEO)
    head, first, _ = await _read(shelf, "recommend/1")
    assert (head["by_road"], first["call_sign"]) == (False, "12.02")
    assert "straight-line" in [why["key"] for why in first["reasons"]]
    content = await shelf.document(wanted("reach?minutes=8"))
    assert content is not None
    assert read_reach(content).by_road is False


@pytest.mark.parametrize("name", ["places?text=markt", document_name(address_of(PIECE))])
async def test_a_map_that_cannot_be_read_any_more_is_none(
    geo: Geo, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says why; the link stays."""
    shelf = await _shelf(geo)
    assert geo.map is not None
    geo.map.close()
    with pytest.raises(Refused) as caught:
        await shelf.document(wanted(name))
    assert caught.value.reason is Reason.NO_MAP
    assert "the map:" in caplog.text


async def test_heavy_sums_are_done_one_at_a_time_and_hold_up_no_piece_of_the_map(
    geo: Geo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one runs the loop goes on, and a piece is read."""
    asked, let_go = threading.Semaphore(0), threading.Event()

    at_once: list[int] = []
    running: list[int] = []
    recommend = Dispatch.recommend

    def slow(*given: Any, **named: Any) -> Any:
        running.append(1)
        at_once.append(len(running))
        asked.release()
        let_go.wait(60)
        running.pop()
        return recommend(*given, **named)

    monkeypatch.setattr(Dispatch, "recommend", slow)
    shelf = await _shelf(geo)
    async with asyncio.TaskGroup() as tasks:
        sums = [tasks.create_task(shelf.document(wanted("recommend/1"))) for _ in range(3)]
        await asyncio.to_thread(asked.acquire)
        assert await shelf.document(wanted(document_name(geo.index_address))) == INDEX
        assert not any(each.done() for each in sums)
        let_go.set()
    assert at_once == [1, 1, 1]


async def test_sums_are_reckoned_on_the_board_of_their_turn(geo: Geo) -> None:
    """Not on that of when they were asked for."""
    world, fixes = await _world()
    shelf = GeoShelf(geo, board=lambda: world.room.board, fixes=lambda: fixes, clock=world.clock)
    fixes[1] = Fix(unit=1, point=spot(900, 0), at=world.clock.now + timedelta(seconds=1))
    assert [each["call_sign"] for each in (await _read(shelf, "recommend/1"))[1:]] == ["12.01", "12.02"]
