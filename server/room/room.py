"""The room: the single writer. Takes wishes, decides them, makes them durable, folds and publishes.

Commands come from the gateway, changes go to the journal first and then to `publish` (the hub), in order of
their numbers. Deciding runs ahead of the disk on a *tip* board; what the journal refuses never happened, and
the tip returns to the durable board. What becomes of a change hangs on the journal's word alone: whoever
asked may be gone by then. It never sends anything and never knows who listens.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from attrs import evolve, frozen

from protocol.change import Change
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.errors import Reason, Refused
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import normal, to_ms
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.frames import decode_facts, encode_facts
from server.decide import decide, number_given
from server.decide.actor import Actor
from server.decide.deed import Deed
from server.faults.faults import Faults, Part
from server.journal.errors import CommandRepeated, JournalUnavailable, SequenceGap
from server.journal.errors import Reason as JournalReason
from server.journal.interface import Journal
from server.journal.record import Record
from server.room.deeds import RememberedDeeds

REMEMBERED_COMMANDS = 20_000
"""Answers kept in memory for senders that repeat themselves; older ones are found in the journal."""

SERVER = Actor(name=Name("server"), role=Role.CENTRALIST, is_server=True)
"""Who makes the changes that nobody wished for; no account may have this name."""

OWN_COMMAND = 0
"""The id of the server's own commands: the journal never takes two of them for one."""

ATTEMPTS = 20
"""A wish that fell behind somebody else's failed record is decided anew this many times."""


@frozen(kw_only=True)
class Accepted:
    """A command was done: the change it made, and the number that change gave out (0 for none)."""

    seq: int
    number: int


class Room:
    """One world's board and the only way to change it."""

    def __init__(
        self,
        journal: Journal,
        board: Board,
        *,
        publish: Callable[[Change], None],
        clock: Callable[[], datetime],
        faults: Faults,
        earlier: Iterable[tuple[str, int, int]] = (),
    ) -> None:
        """`board` is the state after the journal's last record; `publish` gets every durable change once.

        `earlier` are commands that made a change before this start, as (account, id, number of the change),
        oldest first: a thousand consoles that return after a restart repeat themselves.
        """
        self.board = board
        """Everything durable."""

        self._tip = board
        self._tip_number = 0
        self._under_way: deque[tuple[Change, Board]] = deque()
        self._journal = journal
        self._publish = publish
        self._clock = clock
        self._faults = faults
        self._deeds = RememberedDeeds()
        self._answers: OrderedDict[tuple[str, int], Accepted] = OrderedDict()
        self._earlier = {(by, id): seq for by, id, seq in earlier}
        self._asked: dict[tuple[str, int], asyncio.Future[Accepted | Refused | None]] = {}
        """Wishes without an answer yet; None when whoever asked gave up."""

        self._storing: dict[tuple[str, int], asyncio.Future[None]] = {}
        """Wishes whose record is on its way to the disk."""

    async def do(self, actor: Actor, id: int, command: Command) -> Accepted:
        """The answer to a wish, once its change is durable and published.

        A command that this account sent before under the same id changes nothing and gets the same answer,
        also while the first is still under way. A caller that is cancelled while its record is on its way to
        the disk takes nothing back: the change is published all the same.

        Raises Refused; JournalError when an answer that was given before cannot be read back just now.
        """
        key = (actor.name, id)
        while key in self._asked:
            answer = await asyncio.shield(self._asked[key])
            if isinstance(answer, Refused):
                raise answer
            if answer is not None:
                return answer
        if key in self._answers:
            return self._answers[key]
        self._asked[key] = asyncio.get_running_loop().create_future()
        outcome: Accepted | Refused | None = None
        try:
            outcome = await self._decided(key, actor, id, command)
        except Refused as refused:
            outcome = refused
            raise
        finally:
            storing = self._storing.get(key)
            if storing is None:
                self._asked.pop(key).set_result(outcome)
            else:
                # Whoever asked is gone, and its record is not: twins wait for what becomes of that.
                storing.add_done_callback(partial(self._answer_twins, key))
        return outcome

    def _answer_twins(self, key: tuple[str, int], _storing: "asyncio.Future[None]") -> None:
        self._asked.pop(key).set_result(self._answers.get(key))

    async def do_own(self, command: Command) -> Accepted:
        """The change that the server itself wishes for, by the same rules as anybody's.

        Raises Refused, also when it is not needed any more (NO_CHANGE).
        """
        return await self._by_attempts(SERVER, OWN_COMMAND, command)

    async def _decided(self, key: tuple[str, int], actor: Actor, id: int, command: Command) -> Accepted:
        if key in self._earlier:
            return await self._answer_of(key, self._earlier[key])
        try:
            return await self._by_attempts(actor, id, command)
        except Refused:
            # A repeated wish is often refused by its own first effect, or by a disk that is full only since
            # then: look before saying no.
            seq = await self._find(actor, id)
            if seq is None:
                raise
            return await self._answer_of(key, seq)
        except CommandRepeated as repeated:
            return await self._answer_of(key, repeated.seq)

    async def _by_attempts(self, actor: Actor, id: int, command: Command) -> Accepted:
        """Decided, durable and published. Raises Refused, CommandRepeated."""
        for _ in range(ATTEMPTS):
            try:
                return await self._attempt(actor, id, command)
            except SequenceGap:
                # Decided in the moment between a refusal and the tip's return: on what did not happen.
                continue
            except JournalUnavailable as unavailable:
                if unavailable.reason is not JournalReason.BEHIND:
                    raise Refused(Reason.JOURNAL_UNAVAILABLE, why=str(unavailable.reason)) from unavailable
        raise Refused(Reason.JOURNAL_UNAVAILABLE, why=str(JournalReason.BEHIND))

    async def _attempt(self, actor: Actor, id: int, command: Command) -> Accepted:
        at = max(normal(self._clock()), self._tip.at)
        # The time of deciding, not of the last change: after a quiet hour a link would end an hour early.
        # A wish at which the program fails would be sent again for ever, and hold up those behind it.
        with self._faults.contained(Part.DECIDING, passing=(Refused,)) as deciding:
            if isinstance(command, TakeBack):
                actor = evolve(actor, deeds=self._deeds.now())
            facts = decide(evolve(self._tip, at=at), command, actor)
            change = Change(seq=self._tip.seq + 1, at=at, by=actor.name, facts=facts)
            tip = fold(self._tip, change)
        if deciding.failed:
            raise Refused(Reason.FAULT, what=type(command).__name__)
        try:
            stored = self._journal.accept(as_record(change, id, self._tip))
        except SequenceGap:
            self._back_to_durable()
            raise
        if id != OWN_COMMAND:
            self._deeds.add(Deed(wish=id, command=command, change=change, before=self._tip, after=tip))
        self._tip = tip
        self._under_way.append((change, tip))
        accepted = Accepted(seq=change.seq, number=number_given(facts))
        key = None if id == OWN_COMMAND else (actor.name, id)
        if key is not None:
            self._storing[key] = stored
        # First in line: the change is on the board and told before anybody who waits hears of it.
        stored.add_done_callback(partial(self._stored, key, accepted, self._tip_number))
        await asyncio.shield(stored)
        return accepted

    def _stored(
        self, key: tuple[str, int] | None, accepted: Accepted, tip_number: int, stored: "asyncio.Future[None]"
    ) -> None:
        """The journal's word about a record: durable, or refused."""
        if key is not None:
            del self._storing[key]
        if stored.exception() is None:
            if key is not None:
                self._remember(key, accepted)
            self._settle(accepted.seq)
        elif tip_number == self._tip_number:
            self._back_to_durable()

    def _settle(self, seq: int) -> None:
        """Everything up to `seq` is durable: it is the board now, and published, in order."""
        while self._under_way and self._under_way[0][0].seq <= seq:
            change, self.board = self._under_way.popleft()
            self._publish(change)

    def _back_to_durable(self) -> None:
        """What is under way will not happen: later wishes are decided on what did."""
        self._settle(self._journal.last_seq)
        self._under_way.clear()
        self._tip = self.board
        self._deeds.forget_after(self.board.seq)
        self._tip_number += 1

    async def _find(self, actor: Actor, id: int) -> int | None:
        try:
            return await self._journal.find_command(actor.name, id)
        except JournalUnavailable:
            return None

    async def _answer_of(self, key: tuple[str, int], seq: int) -> Accepted:
        records = await self._journal.records(seq - 1, 1)
        return self._remember(key, Accepted(seq=seq, number=number_given(decode_facts(records[0].body))))

    def _remember(self, key: tuple[str, int], accepted: Accepted) -> Accepted:
        self._answers[key] = accepted
        if len(self._answers) > REMEMBERED_COMMANDS:
            self._answers.popitem(last=False)
        return accepted


def as_record(change: Change, command_id: int, before: Board) -> Record:
    """The change as the journal keeps it; `command_id` 0 for one that the server itself made.

    `before` is the board on which it was decided.
    """
    return Record(
        seq=change.seq,
        at_ms=to_ms(change.at),
        by=change.by,
        command=command_id,
        incidents=change.incidents(before),
        body=encode_facts(change.facts),
    )
