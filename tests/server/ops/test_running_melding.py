"""A running server with everything of the melding: its terms, its keeper, its documents, its lists."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from protocol.model.order import Order
from protocol.model.role import Role
from protocol.model.terms import ClockStart, Terms
from protocol.wire import SUBPROTOCOL
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alive, DownMessage, Fetch, Piece, Refusal, Welcome
from server.archive.schema import FILE_NAME
from server.ops.running import Listening, running
from server.room.room import SERVER
from server.settings.settings import Settings
from server.toml_table import ConfigWrong
from tests.server.make import ANNA, LONGEST_S, opening

SETTINGS = Settings(
    exercise=True, terms=Terms(turn_at=2, turn_back_at=0, targets_min=(12,), clock_start=ClockStart.ASSIGNED)
)


class _Desk:
    """One link as anna, that asks for documents."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._reader = DeltaReader(0, 0)
        self._ids = count(1)
        self._received_bytes = 0

    async def hear(self) -> DownMessage:
        """The next message, acknowledged: else the server takes the link for full."""
        frame = await self._connection.recv()
        assert isinstance(frame, bytes)
        self._received_bytes += len(frame)
        await self._connection.send(encode(Alive(received_bytes=self._received_bytes)))
        return decode_down(frame, self._reader, now_ms=0)

    async def fetch(self, name: str) -> list[Any] | Refusal:
        """The lines of a document, or why not."""
        id, data = next(self._ids), b""
        await self._connection.send(encode(Fetch(id=id, document=name)))
        while True:
            match await self.hear():
                case Refusal(id=of) as refusal if of == id:
                    return refusal
                case Piece(id=of) as piece if of == id:
                    data += piece.data
                    if len(data) == piece.total:
                        return [json.loads(line) for line in data.decode().splitlines()]


@asynccontextmanager
async def _desk(server: Listening, secret: str) -> AsyncIterator[_Desk]:
    proof = base64.b64encode(f"anna:{secret}".encode()).decode()
    async with connect(
        f"ws://127.0.0.1:{server.port}",
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        additional_headers={"Authorization": f"Basic {proof}"},
        compression=None,
    ) as connection:
        yield _Desk(connection)


async def _turned(server: Listening, order: Order) -> None:
    async with asyncio.timeout(LONGEST_S):
        while server.room.board.order is not order:
            await asyncio.sleep(0.01)


async def test_a_server_tells_its_terms_turns_its_board_and_gives_documents(tmp_path: Path) -> None:
    """And its archive is whole again at the next start without the file."""
    async with asyncio.timeout(LONGEST_S), running(tmp_path, SETTINGS) as server:
        secret = server.accounts.add("anna", Role.CENTRALIST)
        for id in (1, 2):
            await server.room.do(ANNA, id, opening())
        await _turned(server, Order.PRIORITY)
        assert server.room.board.order_by == SERVER.name
        async with _desk(server, secret) as desk:
            welcome = await desk.hear()
            assert isinstance(welcome, Welcome)
            assert welcome.terms == SETTINGS.terms
            found, indicators = await desk.fetch("search?text=vecht"), await desk.fetch("indicators")
            assert isinstance(found, list)
            assert isinstance(indicators, list)
            assert [each.get("number", each.get("total")) for each in found] == [2, 2, 1]
            assert (indicators[0]["clock_start"], indicators[0]["target_min"]) == ("assigned", 12)
            refusal = await desk.fetch("search?page=x")
            assert isinstance(refusal, Refusal)
            assert refusal.args_by_name()["what"] == "search: page"
    (tmp_path / FILE_NAME).unlink()
    async with (
        asyncio.timeout(LONGEST_S),
        running(tmp_path, SETTINGS) as server,
        _desk(server, secret) as desk,
    ):
        near = await desk.fetch("near/1")
        assert isinstance(near, list)
        assert [each["number"] for each in near[1:]] == [2]


async def test_a_mistake_in_the_sites_list_stops_the_start(tmp_path: Path) -> None:
    """Before anything is made in the data directory."""
    wrong = tmp_path / "lijst.json"
    wrong.write_text("[{}]", encoding="utf-8")
    data = tmp_path / "data"
    with pytest.raises(ConfigWrong, match=r"lijst\.json: row 1: MC1"):
        async with running(data, evolve(SETTINGS, classifications=wrong)):
            pass
    assert not data.exists()
