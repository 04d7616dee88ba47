"""A server with a map: the welcome names it, pieces come by address, and who goes is weighed by road."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from protocol.commands.incidents import OpenIncident
from protocol.commands.units import AssignUnit, SignOnUnit
from protocol.facts.dispatch import ArrivalExpected, ChoiceWeighed
from protocol.map.index import read_index
from protocol.model.fix import Fix
from protocol.model.map_address import document_name
from protocol.model.moment import to_ms
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Delta, Done, Fetch, Piece, Positions
from server.geo import located
from server.geo.map_file import MapWrong
from server.settings.settings import Settings
from tests.server.geo.named import INDEX, PIECE, spot, with_network, written
from tests.server.live import Served, Wire, serving

FIRST_MAP_ID = 1_000_000


async def _fetched(wire: Wire, id: int, name: str) -> bytes:
    await wire.send(Fetch(id=id, document=name))
    content = b""
    while True:
        message = await wire.next()
        if isinstance(message, Piece) and message.id == id:
            content += message.data
            await wire.send(Alive(received_bytes=len(message.data)))
            if len(content) == message.total:
                return content


def _settings(tmp_path: Path) -> Settings:
    return Settings(tick_interval_s=0.2, map=with_network(written(tmp_path / "stad.map")))


async def test_the_welcome_names_the_map_and_its_pieces_can_be_fetched(tmp_path: Path) -> None:
    """Every piece of the index, by everybody: an observer has nothing else to look at."""
    async with (
        serving(tmp_path / "data", settings=_settings(tmp_path)) as served,
        served.wire("kijker") as wire,
    ):
        await wire.next()
        assert wire.welcome is not None
        index = await _fetched(wire, FIRST_MAP_ID, document_name(wire.welcome.map))
        assert index == INDEX
        pieces = [
            await _fetched(wire, FIRST_MAP_ID + nth, document_name(ref.address))
            for nth, ref in enumerate(read_index(index).pieces, 1)
        ]
        assert pieces == [PIECE]


async def test_without_a_map_the_welcome_names_none(served: Served) -> None:
    """The console then draws a grid."""
    async with served.wire() as wire:
        await wire.next()
        assert wire.welcome is not None
        assert wire.welcome.map == b""


async def test_a_melding_gets_its_point_and_a_dispatch_is_weighed_by_road(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a name alone to who is near, what was chosen and when it will be there."""
    monkeypatch.setattr(located, "PATIENCE_S", 60.0)
    async with serving(tmp_path / "data", settings=_settings(tmp_path)) as served, served.wire() as wire:
        await wire.next()
        place = Place(name=Name("markt 87"))
        await wire.do(OpenIncident(what=Name("vechtpartij"), place=place, priority=Priority.P2))
        for call_sign in ("12.01", "12.02"):
            await wire.do(SignOnUnit(call_sign=Name(call_sign)))
        now = datetime.now(UTC)
        fixes = [Fix(unit=unit, point=spot(north, 0), at=now) for unit, north in ((1, 900), (2, 200))]
        await wire.send(encode(Positions(fixes=tuple(fixes)), now_ms=to_ms(now)))
        head, *units = _lines(await _fetched(wire, 1_000, "recommend/1"))
        assert (head["by_road"], head["point"]) == (True, True)
        assert [each["call_sign"] for each in units] == ["12.02", "12.01"]
        assert isinstance(await wire.do(AssignUnit(incident=1, unit=1)), Done)
        weighed = await _first_fact(wire, ChoiceWeighed)
        assert (weighed.choice.unit, weighed.choice.nearest, weighed.choice.by_road) == (
            "12.01",
            "12.02",
            True,
        )
        expected = await _first_fact(wire, ArrivalExpected)
        assert (expected.unit, expected.incident) == (1, 1)
        assert served.listening.room.board.incidents[1].place.point == spot(106, 106)


async def test_a_map_that_is_none_keeps_the_server_down(tmp_path: Path) -> None:
    """With the file, what is wrong and what to do; nothing is left open behind it."""
    (tmp_path / "stad.map").write_text("hallo")
    with pytest.raises(MapWrong, match="map build"):
        async with serving(tmp_path / "data", settings=Settings(map=tmp_path / "stad.map")):
            pytest.fail("it started")
    async with serving(tmp_path / "data"):
        pass


def _lines(content: bytes) -> list[Any]:
    return [json.loads(line) for line in content.decode().splitlines()]


async def _first_fact(wire: Wire, kind: type) -> Any:
    while True:
        message = await wire.next()
        if isinstance(message, Delta):
            for fact in message.change.facts:
                if isinstance(fact, kind):
                    return fact
