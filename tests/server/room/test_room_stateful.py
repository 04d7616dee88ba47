"""A day in the room, drawn at random: crashes, full disks, repeated wishes and many at once.

Checked against the plainest model there is: the list of wishes that were acknowledged.
"""

import asyncio
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from protocol.commands.command import Command
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor
from server.journal.errors import Reason
from server.room.room import Accepted
from server.room.saved_board import as_change, as_checkpoint, load_board
from tests.server.make import World, opening
from tests.strategies import commands

PEOPLE = [
    Actor(name=Name("anna"), role=Role.CENTRALIST),
    Actor(name=Name("ben"), role=Role.OPCO),
    Actor(name=Name("12.03"), role=Role.UNIT),
    Actor(name=Name("kijker"), role=Role.OBSERVER),
]
WISHES = st.tuples(st.sampled_from(PEOPLE), st.just(opening()) | commands())
DISK_TROUBLE = st.sampled_from([None, Reason.DISK_FULL, Reason.IO_ERROR])


async def _cancelled_after(steps: int, task: asyncio.Task[Any]) -> None:
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()


class Day(RuleBasedStateMachine):
    """The room under test, and the list of what it acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.loop.set_debug(True)
        self.acknowledged: dict[tuple[str, int], Accepted] = {}
        self.wished: dict[tuple[str, int], tuple[Actor, Command]] = {}
        self.next_id = 1

    @initialize()
    def open_the_room(self) -> None:
        """Nobody has said anything yet."""
        self.world = World()

    def _ask(self, wishes: list[tuple[Actor, int, Command]]) -> None:
        async def all_at_once() -> list[Any]:
            return await asyncio.gather(*(self.world.wish(wish, who, id=id) for who, id, wish in wishes))

        answers = self.loop.run_until_complete(all_at_once())
        for (who, id, wish), answer in zip(wishes, answers, strict=True):
            self.wished[who.name, id] = (who, wish)
            if isinstance(answer, Accepted):
                assert self.acknowledged.setdefault((who.name, id), answer) == answer
            else:
                assert (who.name, id) not in self.acknowledged

    @rule(wishes=st.lists(WISHES, min_size=1, max_size=6))
    def people_wish(self, wishes: list[tuple[Actor, Command]]) -> None:
        """Some at once, each under a new id."""
        first = self.next_id
        self.next_id += len(wishes)
        self._ask([(who, first + place, wish) for place, (who, wish) in enumerate(wishes)])

    @rule(wishes=st.lists(st.tuples(WISHES, st.none() | st.integers(0, 3)), min_size=1, max_size=6))
    def people_wish_and_some_go_away(self, wishes: list[tuple[tuple[Actor, Command], int | None]]) -> None:
        """Cancelled at once or some steps later: what they wished was done or not, and asking again tells."""

        async def all_at_once() -> None:
            async with asyncio.TaskGroup() as tasks:
                for id, ((who, wish), steps) in enumerate(wishes, first):
                    task = tasks.create_task(self.world.wish(wish, who, id=id))
                    if steps is not None:
                        tasks.create_task(_cancelled_after(steps, task))
            # Nobody wishes anything else meanwhile.
            for _ in range(3):
                await asyncio.sleep(0)
            await self.world.check()

        first = self.next_id
        self.next_id += len(wishes)
        self.loop.run_until_complete(all_at_once())
        self._ask([(who, id, wish) for id, ((who, wish), _) in enumerate(wishes, first)])

    @rule(data=st.data(), times=st.integers(1, 3), fresh=WISHES)
    def somebody_repeats_a_wish(self, data: st.DataObject, times: int, fresh: tuple[Actor, Command]) -> None:
        """Over several links at once, between other people's new wishes."""
        if self.wished:
            key = data.draw(st.sampled_from(sorted(self.wished)))
            who, wish = self.wished[key]
            again = [(who, key[1], wish)] * times
            self._ask([again[0], (fresh[0], self.next_id, fresh[1]), *again[1:]])
            self.next_id += 1

    @rule(trouble=DISK_TROUBLE)
    def the_disk_changes(self, trouble: Reason | None) -> None:
        """Full, broken or well."""
        self.world.journal.trouble = trouble

    @rule()
    def a_checkpoint_is_saved(self) -> None:
        """So that the next start begins in the middle."""
        if self.world.journal.trouble is None:
            board = self.world.room.board
            self.loop.run_until_complete(self.world.journal.save_checkpoint(board.seq, as_checkpoint(board)))

    @rule(remembers=st.booleans())
    def the_server_crashes(self, remembers: bool) -> None:
        """And starts again: the board is the one before."""
        before = self.world.room.board
        self.loop.run_until_complete(self.world.restart(remembers=remembers))
        assert self.world.room.board == before

    @invariant()
    def board_journal_and_what_was_told_are_one(self) -> None:
        """And every acknowledged wish is in the journal, once, under its number."""

        async def look() -> None:
            await self.world.check()
            assert await load_board(self.world.journal) == self.world.room.board
            records = await self.world.journal.records(0, 10_000)
            done = {(record.by, record.command): record.seq for record in records}
            assert len(done) == len(records)
            assert done == {key: answer.seq for key, answer in self.acknowledged.items()}
            assert all(as_change(record).by == record.by for record in records)

        if hasattr(self, "world"):
            self.loop.run_until_complete(look())

    def teardown(self) -> None:
        """The loop ends with the day."""
        self.loop.close()


TestDay = Day.TestCase
