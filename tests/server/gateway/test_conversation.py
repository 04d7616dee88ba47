"""What one message brings about: points for meldingen, and documents in their lanes with their limits."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.errors import Reason
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.window import Window
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down
from protocol.wire.messages import Do, Fetch, LooksAt, Refusal
from server.documents.documents import Documents
from server.documents.shelf import Wanted
from server.gateway.conversation import MAX_DOCUMENTS, MAX_PIECES_OF_MAPS, Conversation
from server.geo import located
from server.geo.filled_in import FilledIn
from server.geo.located import Locator
from server.geo.map_file import open_map
from server.geo.teams import Teams
from server.hub.peer import Peer
from server.metrics import Metrics
from tests.server.consoles import NOW, Pipe, Town
from tests.server.geo.named import spot, written


class Long:
    """Documents that take a while to send."""

    kinds: tuple[str, ...] = ("map", "history", "indicators")

    async def document(self, asked: Wanted) -> bytes | None:
        """Always there."""
        return bytes(100_000)


def _filling(town: Town, locator: Locator) -> Callable[[Command], Awaitable[Command]]:
    filled_in = FilledIn(
        board=lambda: town.room.board,
        fixes=lambda: town.hub.fix_by_unit,
        teams=Teams(),
        terms=Terms(),
        locator=locator,
    )
    return filled_in.command


def _conversation(town: Town, locator: Locator | None = None) -> Conversation:
    return Conversation(
        room=town.room,
        hub=town.hub,
        documents=Documents((Long(),)),
        metrics=Metrics(),
        clock=lambda: NOW,
        faults=town.faults,
        fill_in=None if locator is None else _filling(town, locator),
    )


@asynccontextmanager
async def _asking(town: Town, role: Role = Role.CENTRALIST) -> AsyncIterator[tuple[Peer, Pipe]]:
    pipe = Pipe()
    peer = await town.arrive(pipe, role=role)
    pipe.frames.clear()
    yield peer, pipe
    town.hub.leave(peer)


def _refused(pipe: Pipe) -> list[tuple[int, Reason]]:
    said = [decode_down(frame, DeltaReader(0, 0), now_ms=0) for frame in pipe.frames]
    return [(each.id, each.reason) for each in said if isinstance(each, Refusal)]


async def test_a_melding_gets_the_point_of_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is decided, so that its first fact holds it."""
    monkeypatch.setattr(located, "PATIENCE_S", 60.0)
    town = Town()
    map_file = open_map(written(tmp_path / "stad.map"))
    locator = Locator(map_file.link())
    async with _asking(town) as (peer, _):
        for id, name in enumerate(("Markt 87", "bij de brug"), 1):
            wish = OpenIncident(what=Name("vechtpartij"), place=Place(name=Name(name)))
            await _conversation(town, locator).answer(peer, Do(id=id, command=wish))
    incidents = town.room.board.incidents
    assert [incidents[number].place.point for number in (1, 2)] == [spot(106, 106), None]
    locator.close()
    map_file.close()


async def test_the_map_does_not_take_the_room_of_questions() -> None:
    """So many pieces may be under way, and so many documents beside them; more are refused."""
    town = Town()
    async with _asking(town) as (peer, pipe):
        conversation = _conversation(town)
        maps = MAX_PIECES_OF_MAPS + 1
        for id in range(1, maps + 1):
            await conversation.answer(peer, Fetch(id=id, document="map/00"))
        for id in range(101, 101 + MAX_DOCUMENTS + 1):
            await conversation.answer(peer, Fetch(id=id, document=f"history/{id}"))
        assert (len(peer.map_bulk), len(peer.bulk)) == (MAX_PIECES_OF_MAPS, MAX_DOCUMENTS)
        assert _refused(pipe) == [(maps, Reason.TOO_FAST), (101 + MAX_DOCUMENTS, Reason.TOO_FAST)]


@pytest.mark.parametrize(
    ("role", "document", "refused"),
    [
        (Role.OBSERVER, "map/00", []),
        (Role.OBSERVER, "history/1", [(1, Reason.NOT_ALLOWED)]),
        (Role.UNIT, "history/1", []),
        (Role.UNIT, "indicators", [(1, Reason.NOT_ALLOWED)]),
        (Role.OBSERVER, "colours", [(1, Reason.INVALID)]),
    ],
)
async def test_who_may_not_read_a_document_is_refused(
    role: Role, document: str, refused: list[tuple[int, Reason]]
) -> None:
    """By the table of roles; a name that means nothing is told to everybody."""
    town = Town()
    async with _asking(town, role) as (peer, pipe):
        await _conversation(town).answer(peer, Fetch(id=1, document=document))
        assert _refused(pipe) == refused


async def test_what_a_console_looks_at_is_kept_with_its_link() -> None:
    """The last one counts; none while it shows no map."""
    town, window = Town(), Window(south=20_000, west=1_700, rows=9, columns=12)
    async with _asking(town) as (peer, _):
        for tick in (LooksAt(window=window), LooksAt(), LooksAt(window=window)):
            await _conversation(town).answer(peer, tick)
            assert peer.fixes.window == tick.window
