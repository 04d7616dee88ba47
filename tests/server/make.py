"""A room on a journal in memory, and people who wish things, for the tests of this folder."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.errors import Refused
from protocol.fold import fold_all
from protocol.model.board import Board
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor
from server.faults.faults import Faults, Part
from server.journal.interface import Journal
from server.journal.memory import MemoryJournal
from server.room.room import Accepted, Room
from server.room.saved_board import as_change, load_board

Answer = TypeVar("Answer")

LONGEST_S = 60.0
"""No work of a test takes this long: it hangs."""

ANNA = Actor(name=Name("anna"), role=Role.CENTRALIST)
BEN = Actor(name=Name("ben"), role=Role.OPCO)


def opening(what: str = "vechtpartij") -> OpenIncident:
    """A wish that is never refused."""
    return OpenIncident(what=Name(what), place=Place(name=Name("Blaak 31")))


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs `work` on a loop of its own, for property tests and their many examples."""
    return asyncio.run(asyncio.wait_for(work, LONGEST_S), debug=True)


def strict() -> Faults:
    """Nothing may fail: what would be contained in a server comes out here."""

    def fails(part: Part, error: str) -> None:
        raise AssertionError(f"{part} failed: {error}")

    return Faults(now_s=lambda: 0.0, count=fails)


class Clock:
    """A clock that a test sets; it moves on by a second at each look."""

    def __init__(self) -> None:
        self.now = from_ms(1_790_000_000_000)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Told:
    """Everything a room published, in order."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def __call__(self, change: Change) -> None:
        self.changes.append(change)

    @property
    def seqs(self) -> list[int]:
        """The numbers in the order of publishing."""
        return [change.seq for change in self.changes]


class World:
    """A journal, its room and what the room told; `restart` is a crash and a new start."""

    def __init__(self, journal: MemoryJournal | None = None) -> None:
        self.journal = MemoryJournal() if journal is None else journal
        self.told = Told()
        self.clock = Clock()
        self.room = Room(self.journal, Board(), publish=self.told, clock=self.clock, faults=strict())
        self._ids = count(1)

    async def restart(self, *, remembers: bool = True) -> None:
        """A new room on the same journal, which tells from there on.

        It remembers the newest wishes, or none, as if they were very many.
        """
        board = await load_board(self.journal)
        earlier = await self.journal.recent_commands(1_000) if remembers else ()
        self.room = Room(
            self.journal, board, publish=self.told, clock=self.clock, faults=strict(), earlier=earlier
        )

    async def wish(
        self, command: Command, actor: Actor = ANNA, *, id: int | None = None
    ) -> Accepted | Refused:
        """The answer or the refusal, as a value."""
        try:
            return await self.room.do(actor, next(self._ids) if id is None else id, command)
        except Refused as refused:
            return refused

    async def journalled(self) -> tuple[Change, ...]:
        """Every change that is durable."""
        return await changes_in(self.journal)

    async def check(self) -> None:
        """Asserts that board, journal and what was told are one and the same."""
        changes = await self.journalled()
        assert fold_all(Board(), changes) == self.room.board
        assert tuple(self.told.changes) == changes


async def changes_in(journal: Journal) -> tuple[Change, ...]:
    """Every change that is durable."""
    return tuple(as_change(record) for record in await journal.records(0, 1_000_000))
