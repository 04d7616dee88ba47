"""Clients that never read, or send without end: they harm nobody, and nothing is lost."""

import asyncio
import socket
from time import monotonic

import pytest
from websockets.frames import Frame, Opcode

import server.gateway.link
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOnUnit
from protocol.model.text import Name, Text
from protocol.wire.frames import encode
from protocol.wire.messages import Do, Done, Fetch, Welcome
from server.hub.peer import Peer
from tests.server.live import UPGRADE, Served, basic, packed
from tests.server.make import opening
from tests.waiting import until


def _peer(served: Served, name: str) -> Peer:
    return next(peer for peer in served.listening.hub.peers if peer.actor.name == name)


async def test_a_client_that_never_reads_is_parked_and_others_go_on(served: Served) -> None:
    """What it is owed is a place in the run of changes, not a queue in memory."""
    async with served.wire("ben", max_queue=1) as deaf, served.caller() as other:
        assert isinstance(await deaf.next(), Welcome)
        await other.wish(opening())
        for number in range(150):
            text = Text(f"{number} " + "x" * 1_900)
            assert isinstance(await other.wish(AddEntry(incident=1, text=text)), Done)
        peer = _peer(served, "ben")
        assert peer.pace.in_flight_bytes < 10_000
        assert (len(peer.backlog), len(peer.replies), len(peer.bulk)) == (0, 0, 0)
        await until(lambda: other.board == served.listening.room.board)


async def _sending_end(served: Served, name: str) -> asyncio.WriteTransport:
    await until(lambda: [peer for peer in served.listening.hub.peers if peer.actor.name == name])
    transport: asyncio.WriteTransport = _peer(served, name).outlet.connection.transport  # type: ignore[attr-defined]
    return transport


async def test_a_client_that_asks_without_end_and_never_reads_is_not_read_from(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answers fill the socket, then it must wait; memory stays, others go on, the stop is clean."""
    monkeypatch.setattr(server.gateway.link, "FRAMES_PER_S", 1e6)
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    sock.connect(("127.0.0.1", served.port))
    reader, writer = await asyncio.open_connection(sock=sock)
    head = "\r\n".join(f"{k}: {v}" for k, v in {**UPGRADE, "Authorization": basic("ben")}.items())
    writer.write(f"GET / HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    sending_end = await _sending_end(served, "ben")
    sending_end.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    question = Frame(Opcode.BINARY, encode(Fetch(id=1, document="x" * 80)))
    many = question.serialize(mask=True) * 100
    most_waiting = 0

    def ask_on() -> bool:
        nonlocal most_waiting
        most_waiting = max(most_waiting, sending_end.get_write_buffer_size())
        if writer.transport.get_write_buffer_size() < 100_000:
            writer.write(many)
            return False
        return most_waiting > 30_000

    try:
        await until(ask_on, "for the server to read no further")
        async with served.caller() as other:
            for _ in range(20):
                assert isinstance(await other.wish(opening()), Done)
        assert most_waiting < 80_000
    finally:
        writer.transport.abort()


async def test_a_client_that_sends_without_end_loses_nothing_and_holds_up_nobody(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read at a measured pace, and everything it said is done, once."""
    monkeypatch.setattr(server.gateway.link, "FRAMES_AT_ONCE", 50.0)
    async with served.wire("ben") as flood, served.caller() as other:
        await other.wish(opening())
        began_s = monotonic()
        for number in range(1, 151):
            await flood.send(Do(id=number, command=AddEntry(incident=1, text=Text(f"nummer {number}"))))
        assert isinstance(await other.wish(opening()), Done)
        answers = 0
        while answers < 150:
            answers += isinstance(await flood.next(), Done)
            await flood.send(packed([5, 300]))
        # A bound from below: no machine is too slow for it.
        assert (
            monotonic() - began_s
            >= (150 - server.gateway.link.FRAMES_AT_ONCE) / server.gateway.link.FRAMES_PER_S
        )
    texts = [entry.text for entry in served.listening.room.board.incidents[1].entries]
    assert texts == [f"nummer {number}" for number in range(1, 151)]


async def test_a_colleague_in_need_is_heard_through_their_own_flood(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The alarm is there while hardly anything of the flood is done: the pace holds only the flood."""
    monkeypatch.setattr(server.gateway.link, "FRAMES_AT_ONCE", 1.0)
    monkeypatch.setattr(server.gateway.link, "FRAMES_PER_S", 0.5)
    async with served.caller() as other:
        await other.wish(opening())
        answer = await other.wish(SignOnUnit(call_sign=Name("ben")))
        assert isinstance(answer, Done)
        async with served.wire("ben") as flood:
            for number in range(1, 151):
                await flood.send(Do(id=number, command=AddEntry(incident=1, text=Text(f"nummer {number}"))))
            await flood.send(Do(id=151, command=RaiseEmergency(unit=answer.number)))
            await until(lambda: other.board.emergencies.get(answer.number) is not None)
            assert len(other.board.incidents[1].entries) < 150


async def test_a_cut_link_leaves_nothing_behind(served: Served) -> None:
    """Aborted in the handshake or after it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"GET / HTTP/1.1\r\nHost:")
    await writer.drain()
    writer.transport.abort()
    async with served.wire() as wire:
        await wire.next()
        wire.connection.transport.abort()
        await until(lambda: not served.listening.hub.peers)
    assert reader.exception() is None
