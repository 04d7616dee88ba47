"""One fault stays where it happens, over a running server: the room goes on, and what failed comes back."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

import server.hub.run
import server.room.room
from protocol.commands.contact import MakeLink
from protocol.commands.incidents import ChangeWhat
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import from_grid
from protocol.model.text import Name
from protocol.session.close_codes import CloseCode
from protocol.wire.messages import Done, Fetch, Piece, Refusal
from server.archive.archive import Archive
from server.decide import decide
from server.documents.documents import Documents
from server.faults import side_work
from server.faults.faults import Part
from server.gateway.conversation import Conversation
from server.geo.arrivals import Arrivals
from server.geo.filled_in import FilledIn
from server.geo.opened import Geo
from server.hub.hub import Hub
from server.melder import desk
from server.melder.desk import MelderDesk
from server.melder.view import melders_view
from server.room.checkpoints import Checkpoints
from server.room.keeper import Keeper
from server.sight.visibility import seen
from tests.server.live import LONGEST_S, Served, counted, get, serving
from tests.server.make import opening
from tests.waiting import until

BEGIN = json.dumps({"k": "a" * 32, "n": 0})


class _FailsAtFirst:
    """In place of a method: fails so often, then does what it should."""

    def __init__(self, real: Callable[..., Any], times: int) -> None:
        self.real = real
        self.left = times
        self.done = 0

    def put(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> "_FailsAtFirst":
        """There."""
        monkeypatch.setattr(owner, name, lambda *args, **options: self(*args, **options))
        return self

    def __call__(self, *args: Any, **options: Any) -> Any:
        if self.left:
            self.left -= 1
            raise ZeroDivisionError("door nul")
        self.done += 1
        return self.real(*args, **options)


async def _faults(served: Served) -> dict[str, float]:
    """What /metrics counts, by part."""
    samples = await counted(served.port)
    return {key[-1]: value for key, value in samples.items() if key[0] == "openlijn_faults_total"}


SIDE_WORK = [
    (Part.ARRIVALS, Arrivals, "look"),
    (Part.KEEPER, Keeper, "look"),
    (Part.ARCHIVE, Archive, "_catch_up"),
    (Part.PULSE, Hub, "tick"),
    (Part.CHECKPOINTS, Checkpoints, "save_if_due"),
    (Part.NAMES, Geo, "warm"),
]


@pytest.mark.parametrize(("part", "owner", "name"), SIDE_WORK, ids=[str(each[0]) for each in SIDE_WORK])
async def test_a_side_task_that_fails_leaves_the_room_and_comes_back(
    part: Part,
    owner: type,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A division by zero is logged once and counted each time; /health shows it; nobody else notices."""
    monkeypatch.setattr(side_work, "FIRST_PAUSE_S", 0.001)
    failing = _FailsAtFirst(getattr(owner, name), 3).put(monkeypatch, owner, name)
    async with serving(tmp_path / "data") as served, served.caller() as caller:
        assert isinstance(await caller.wish(opening()), Done)
        await until(lambda: failing.done, f"for {part} to be back")
        assert isinstance(await caller.wish(opening()), Done)
        health = await get(served.port, "/health")
        assert health.status == 200
        assert [line for line in health.body.splitlines() if "failing" in line] == [f"failing: {part}"]
        assert health.body.startswith("impaired ")
        assert await _faults(served) == {part: 3}
    assert [record.args for record in caplog.records if record.exc_info] == [(part,)]


async def test_positions_are_told_again_once_the_pulse_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever became of the ticks in between."""
    monkeypatch.setattr(side_work, "FIRST_PAUSE_S", 0.001)
    async with serving(tmp_path / "data") as served, served.wire() as wire:
        await wire.do(SignOnUnit(call_sign=Name("12.03")))
        failing = _FailsAtFirst(Hub.tick, 2).put(monkeypatch, Hub, "tick")
        served.listening.hub.moved((Fix(unit=1, point=from_grid(1, 1), at=from_ms(0)),))
        while type(await wire.next()).__name__ != "Positions":
            pass
        assert failing.done


SUBSCRIBERS = [
    (Part.ARCHIVE, Archive, "ring"),
    (Part.MELDERS, MelderDesk, "ring"),
    (Part.KEEPER, Keeper, "ring"),
    (Part.ARRIVALS, Arrivals, "changed"),
]


@pytest.mark.parametrize(("part", "owner", "name"), SUBSCRIBERS, ids=[str(each[0]) for each in SUBSCRIBERS])
async def test_a_subscriber_that_fails_keeps_a_change_from_nobody_else(
    part: Part, owner: type, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asked is answered, the other console has it, and the subscribers behind it hear it."""
    async with serving(tmp_path / "data") as served, served.caller() as anna, served.caller("ben") as ben:
        after = _FailsAtFirst(Arrivals.changed, 0).put(monkeypatch, Arrivals, "changed")
        failing = _FailsAtFirst(getattr(owner, name), 1).put(monkeypatch, owner, name)
        assert isinstance(await anna.wish(opening()), Done)
        assert not failing.left
        assert isinstance(await anna.wish(opening()), Done)
        await until(lambda: anna.board == ben.board == served.listening.room.board)
        assert await _faults(served) == {part: 1}
        assert after.done >= (1 if owner is Arrivals else 2)


async def test_a_change_at_which_the_hub_fails_reaches_every_console(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Left out of the run, it would be covered up by the next one; so every link is closed, and resumes."""
    async with served.caller() as anna, served.caller("ben") as ben:
        await anna.wish(opening())
        with monkeypatch.context() as patched:
            failing = _FailsAtFirst(seen, 1).put(patched, server.hub.run, "seen")
            assert isinstance(await anna.wish(ChangeWhat(incident=1, what=Name("brand"))), Done)
            assert not failing.left
        await anna.wish(opening())
        await until(lambda: anna.board == ben.board == served.listening.room.board, "for the same board")
        assert anna.board.incidents[1].what == "brand"
        assert await _faults(served) == {Part.HUB: 1}
    assert [record.args for record in caplog.records if record.exc_info] == [(Part.HUB,)]


async def test_a_wish_at_which_the_program_fails_is_refused_and_holds_up_nothing(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left without an answer it would be sent again on every link, and every link would end by it."""
    async with served.wire() as anna:
        _FailsAtFirst(decide, 1).put(monkeypatch, server.room.room, "decide")
        refusal = await anna.do(opening())
        assert isinstance(refusal, Refusal)
        assert (refusal.reason, refusal.args_by_name()) == (Reason.FAULT, {"what": "OpenIncident"})
        assert isinstance(await anna.do(opening()), Done)
        assert await _faults(served) == {Part.DECIDING: 1}


async def test_a_wish_that_cannot_be_filled_in_is_done_as_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the server knows beside it is not worth a melding."""
    _FailsAtFirst(FilledIn.command, 1).put(monkeypatch, FilledIn, "command")
    async with serving(tmp_path / "data") as served, served.wire() as anna:
        assert isinstance(await anna.do(opening()), Done)
        assert await _faults(served) == {Part.FILLING_IN: 1}


async def test_a_document_at_which_the_program_fails_is_refused_on_the_same_link(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is asked next is answered."""
    async with served.wire() as anna:
        _FailsAtFirst(Documents.document, 1).put(monkeypatch, Documents, "document")
        for id in (1, 2):
            await anna.send(Fetch(id=id, document="classes"))
        answers: list[Refusal | Piece] = []
        while len(answers) < 2:
            message = await anna.next()
            if isinstance(message, Refusal | Piece):
                answers.append(message)
        refused, piece = answers
        assert isinstance(refused, Refusal)
        assert (refused.id, refused.reason, piece.id) == (1, Reason.FAULT, 2)
        assert await _faults(served) == {Part.DOCUMENTS: 1}


async def test_a_fault_in_one_link_ends_that_link_only(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dials again, and its wish is done then."""
    async with served.caller() as anna, served.wire("ben") as ben:
        await ben.next()
        _FailsAtFirst(Conversation.answer, 1).put(monkeypatch, Conversation, "answer")
        assert isinstance(await anna.wish(opening()), Done)
        assert isinstance(await ben.do(opening()), Done)
        assert await _faults(served) == {Part.LINKS: 1}


async def test_a_fault_behind_a_melders_page_ends_that_page_only(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its line is closed with a code at which it comes back, and finds everything."""
    async with served.caller() as anna, served.wire() as wire:
        await anna.wish(opening())
        await anna.wish(MakeLink(incident=1))
        await wire.send(Fetch(id=1, document="link/1"))
        while not isinstance(message := await wire.next(), Piece):
            pass
        url = f"ws://127.0.0.1:{served.port}{json.loads(message.data)['path']}/line"
        _FailsAtFirst(melders_view, 1).put(monkeypatch, desk, "melders_view")
        async with asyncio.timeout(LONGEST_S), connect(url, proxy=None) as line:
            await line.send(BEGIN)
            with pytest.raises(ConnectionClosed):
                await line.recv()
            assert line.close_code == CloseCode.RESUME
        async with asyncio.timeout(LONGEST_S), connect(url, proxy=None) as line:
            await line.send(BEGIN)
            assert json.loads(await line.recv())["v"]["stage"] == "received"
        assert await _faults(served) == {Part.MELDERS: 1}
        assert isinstance(await anna.wish(opening()), Done)
