"""A wish that the server cannot read stops nobody: its console lays it aside, and the other sees the rest."""

from pathlib import Path
from typing import Any

import pytest

from console.memory.run_memory import RunMemory
from console.net.access import Access
from console.net.link import new_link
from console.shell.app import app_on
from console.texts.texts import Texts
from protocol.address import read_address
from protocol.commands.incidents import OpenIncident
from protocol.errors import BadMessage
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import LinkState
from protocol.wire.frames import decode_up
from protocol.wire.messages import Do
from server.gateway import gateway
from tests.console.serving import served, until
from tests.console.shell.test_desk_screen import lines, settled


def _opens(what: str) -> OpenIncident:
    return OpenIncident(what=Name(what), place=Place(name=Name("Markt 5")))


async def test_two_consoles_and_a_wish_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server hangs up at it twice; then the centralist reads which it was, the OpCo has what came behind
    it once, and it lies on the disk for the next run.
    """

    def reads(frame: bytes, *, now_ms: int) -> Any:
        message = decode_up(frame, now_ms=now_ms)
        if isinstance(message, Do) and message.command == _opens("slecht"):
            raise BadMessage("no frame at all")
        return message

    monkeypatch.setattr(gateway, "decode_up", reads)
    async with served(tmp_path / "data") as server:
        secret = server.listening.accounts.add("ben", Role.OPCO)
        address = read_address(f"ws://ben@127.0.0.1:{server.listening.port}")
        opco = new_link(Access(address=address, secret=secret))
        memory = RunMemory(server.access.address, state=tmp_path / "state")
        link = new_link(server.access, keep=memory)
        app = app_on(link, Texts("nl", strict=True), memory=memory)
        async with opco.running(), app.run_test(size=(80, 24)) as pilot:
            await until(link, lambda: link.session.state is LinkState.LIVE)
            for what in ("brand", "slecht", "inbraak", "vechtpartij"):
                link.wish(_opens(what))
            await until(opco, lambda: len(opco.store.board.incidents) == 3)
            await until(link, lambda: not link.store.waiting)
            assert [each.what for _, each in sorted(opco.store.board.incidents.items())] == [
                "brand",
                "inbraak",
                "vechtpartij",
            ]
            assert [wish.command for wish in link.store.withheld] == [_opens("slecht")]
            await settled(pilot)
            assert any("Apart gelegd, de server kan het niet lezen: nieuw" in row for row in lines(app))
        memory.abandon()
        [left] = RunMemory(server.access.address, state=tmp_path / "state").left
        assert [wish.command for wish in left.wishes] == [_opens("slecht")]
