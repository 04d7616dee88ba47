"""A caller: an ordinary client that dials again after every cut and gives each wish back with its answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import from_grid
from protocol.model.role import Role
from protocol.model.text import MAX_TEXT_CHARS, Name, Text
from protocol.session.events import Event, LinkState, Moved, StateChanged
from protocol.wire.messages import Done, Refusal
from server.exercise.caller import Caller, Doorbell, NotLetIn
from tests.deaf_peer import DeafPeer, deaf_peer
from tests.server.accounts_file import secret_of, with_accounts
from tests.server.live import Served, counted, serving, staying
from tests.server.make import opening
from tests.waiting import until


async def _cut(served: Served) -> None:
    """Every link is gone without a word."""
    for peer in served.listening.hub.peers:
        peer.outlet.connection.transport.abort()  # type: ignore[attr-defined]
    await until(lambda: not served.listening.hub.peers)


async def test_a_wish_comes_back_with_its_answer(tmp_path: Path) -> None:
    """Done with its number, or refused with its reason."""
    async with serving(tmp_path / "data") as served, served.caller() as caller:
        answer = await caller.wish(opening())
        assert isinstance(answer, Done)
        assert (answer.seq, answer.number) == (2, 1)
        refused = await caller.wish(AddEntry(incident=9, text=Text("x")))
        assert isinstance(refused, Refusal)
        assert refused.reason == Reason.NO_SUCH_INCIDENT
        assert caller.board == served.listening.room.board


async def test_a_wish_made_during_a_cut_is_done_after_it_once(tmp_path: Path) -> None:
    """In the order in which they were made; the caller resumes and needs no snapshot."""
    async with serving(tmp_path / "data") as served, served.caller() as caller:
        await caller.wish(opening())
        await _cut(served)
        texts = [f"regel {number}" for number in range(5)]
        answers = await asyncio.gather(
            *(caller.wish(AddEntry(incident=1, text=Text(text))) for text in texts)
        )
        assert all(isinstance(answer, Done) for answer in answers)
        assert [entry.text for entry in caller.board.incidents[1].entries] == texts
        samples = await counted(served.port)
        assert (
            samples["openlijn_arrivals_total", "snapshot"],
            samples["openlijn_arrivals_total", "resume"],
        ) == (
            1,
            1,
        )


async def test_positions_reach_the_others(tmp_path: Path) -> None:
    """As ticks, not as facts."""
    heard: list[Event] = []
    async with serving(tmp_path / "data") as served, served.caller() as caller:
        other = Caller(
            Doorbell(url=f"ws://127.0.0.1:{served.port}", name="ben", secret=secret_of("ben")),
            heard=heard.append,
        )
        stay = asyncio.get_running_loop().create_task(other.stay())
        try:
            await other.ready()
            await caller.wish(SignOnUnit(call_sign=Name("12.03")))
            seq = served.listening.room.board.seq
            point = from_grid(5_192_000, 449_000)
            await caller.report((Fix(unit=1, point=point, at=from_ms(0)),))
            await until(lambda: [event for event in heard if isinstance(event, Moved)])
            assert next(event for event in heard if isinstance(event, Moved)).fixes[0].point == point
            assert served.listening.room.board.seq == seq
        finally:
            stay.cancel()
            await asyncio.wait([stay])
        assert StateChanged(state=LinkState.LIVE) in heard


async def test_who_is_not_let_in_does_not_dial_for_ever(tmp_path: Path) -> None:
    """A wrong secret is said, without the secret."""
    async with serving(tmp_path / "data") as served:
        bell = Doorbell(url=f"ws://127.0.0.1:{served.port}", name="anna", secret="bijna-goed")
        with pytest.raises(NotLetIn, match=r"anna is not let in \(401\)") as caught:
            await asyncio.wait_for(Caller(bell).stay(), 30)
        assert "bijna-goed" not in str(caught.value) + repr(bell)


async def test_an_account_that_is_taken_away_is_let_go(tmp_path: Path) -> None:
    """First its ticket is void, then its secret; after that it dials no more."""
    async with serving(tmp_path / "data") as served:
        bell = Doorbell(url=f"ws://127.0.0.1:{served.port}", name="anna", secret=secret_of("anna"))
        caller = Caller(bell)
        stay = asyncio.get_running_loop().create_task(caller.stay())
        await caller.ready()
        with_accounts(served.directory, {"ben": Role.OPCO})
        await _cut(served)
        with pytest.raises(NotLetIn):
            await asyncio.wait_for(stay, 30)


async def test_a_restart_of_the_server_is_a_cut_like_any_other(tmp_path: Path) -> None:
    """Same directory, same port: the caller goes on where it was."""
    data, path = tmp_path / "data", tmp_path / "lijn"
    async with serving(data, unix_path=path):
        pass
    async with asyncio.TaskGroup() as tasks:
        first = serving(data, unix_path=path)
        served = await first.__aenter__()
        async with staying(f"ws+unix://{path}", "anna") as caller:
            await caller.wish(opening())
            await first.__aexit__(None, None, None)
            waiting = tasks.create_task(caller.wish(opening()))
            async with serving(data, unix_path=path) as again:
                answer = await waiting
                assert isinstance(answer, Done)
                assert answer.number == 2
                assert caller.board == again.listening.room.board
                assert all(peer.resumed for peer in again.listening.hub.peers)
        assert served.listening.room.board.last_incident == 1


LONG = AddEntry(incident=1, text=Text("€" * MAX_TEXT_CHARS))
MANY = 150
"""Of them are more than every buffer on the way holds."""


@asynccontextmanager
async def _to(peer: DeafPeer) -> AsyncIterator[tuple[Caller, list[asyncio.Task[object]]]]:
    """A caller that dials this peer, with more to say than it takes."""
    caller = Caller(Doorbell(url=f"ws+unix://{peer.path}", name="anna", secret="x"))
    loop = asyncio.get_running_loop()
    wishes: list[asyncio.Task[object]] = [loop.create_task(caller.wish(LONG)) for _ in range(MANY)]
    await asyncio.sleep(0)
    stay = loop.create_task(caller.stay())
    try:
        yield caller, wishes
    finally:
        for task in (stay, *wishes):
            task.cancel()
        await asyncio.wait((stay, *wishes))


async def test_wishes_go_up_in_order_also_when_the_link_takes_none_just_now(tmp_path: Path) -> None:
    """Those of before the link, and those made while it is full; each once."""
    async with deaf_peer(tmp_path / "s") as peer, _to(peer) as (caller, wishes):
        await peer.clogged()
        loop = asyncio.get_running_loop()
        for _ in range(3):
            wishes.append(loop.create_task(caller.wish(LONG)))
            await asyncio.sleep(0)
        peer.listen()
        answers = await asyncio.gather(*wishes)
        assert peer.heard == [answer.id for answer in answers if isinstance(answer, Done)]
        assert peer.heard == list(range(peer.heard[0], peer.heard[0] + MANY + 3))


async def test_a_peer_that_neither_reads_nor_speaks_is_left_for_a_new_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full buffers keep nobody from dialling again, nor from leaving."""
    monkeypatch.setattr("protocol.session.timing.REDIAL_AFTER_S", 1.0)
    async with deaf_peer(tmp_path / "s") as peer, _to(peer):
        await peer.clogged()
        await until(lambda: len(peer.links) >= 2)
        await peer.clogged()
        assert peer.heard == []
