"""The console's websocket under real back-pressure: one writer, and a way out when nobody reads."""

import asyncio
from pathlib import Path

import pytest

from console.net.access import Access
from console.net.link import Link, new_link
from protocol.address import read_address
from protocol.commands.timeline import AddEntry
from protocol.model.text import MAX_TEXT_CHARS, Text
from tests.deaf_peer import DeafPeer, deaf_peer
from tests.waiting import until

LONG = AddEntry(incident=1, text=Text("€" * MAX_TEXT_CHARS))
MANY = 150
"""Of them are more than every buffer on the way holds."""


def _link(peer: DeafPeer) -> Link:
    return new_link(Access(address=read_address(f"ws+unix://anna@{peer.path}"), secret="x"))


async def test_wishes_go_up_in_order_also_when_the_link_takes_none_just_now(tmp_path: Path) -> None:
    """Those that filled it, and those made while it is full; each once."""
    async with deaf_peer(tmp_path / "s") as peer:
        link = _link(peer)
        async with link.running():
            await until(lambda: link.store.complete)
            wished = [link.wish(LONG) for _ in range(MANY)]
            await peer.clogged()
            for _ in range(3):
                wished.append(link.wish(LONG))
                await asyncio.sleep(0)
            peer.listen()
            await until(lambda: not link.store.waiting)
        assert peer.heard == wished


async def test_a_peer_that_neither_reads_nor_speaks_is_left_for_a_new_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full buffers keep nobody from dialling again, nor from leaving."""
    monkeypatch.setattr("protocol.session.timing.REDIAL_AFTER_S", 1.0)
    async with deaf_peer(tmp_path / "s") as peer:
        link = _link(peer)
        async with link.running():
            await until(lambda: link.store.complete)
            for _ in range(MANY):
                link.wish(LONG)
            await peer.clogged()
            await until(lambda: len(peer.links) >= 2)
            await peer.clogged()
        assert peer.heard == []
