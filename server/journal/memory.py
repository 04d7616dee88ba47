"""A journal in memory: the default of tests and of a world nobody needs to remember.

Keeps the whole contract, group commit and refusal included, so that a room tested against it meets no
surprise on a disk. `trouble` plays the disk that fails. Forgets everything with the process.
"""

import asyncio
from collections.abc import Sequence

from server.journal.errors import CommandRepeated, JournalError, JournalUnavailable, Reason
from server.journal.intake import Intake, Outcome, Waiting, refuse_all
from server.journal.interface import check_checkpoint, check_page
from server.journal.record import Record


class MemoryJournal:
    """See `server.journal.interface.Journal`."""

    def __init__(self, *, world: str = "live", history: str = "memory") -> None:
        self.world = world
        self.history = history
        self.trouble: Reason | None = None
        """While set, nothing can be stored, for this reason."""
        self._records: list[Record] = []
        self._commands: dict[tuple[str, int], int] = {}
        self._checkpoints: dict[int, bytes] = {}
        self._waiting: list[Waiting] = []
        self._intake = Intake(0)

    @property
    def last_seq(self) -> int:
        return self._intake.durable

    @property
    def next_seq(self) -> int:
        return self._intake.accepted + 1

    def accept(self, record: Record) -> "asyncio.Future[None]":
        waiting = self._intake.accept(record)
        self._waiting.append(waiting)
        if len(self._waiting) == 1:
            asyncio.get_running_loop().call_soon(self._commit)
        return waiting.future

    async def append(self, record: Record) -> None:
        await asyncio.shield(self.accept(record))

    def _commit(self) -> None:
        batch, self._waiting = self._waiting, []
        for place, waiting in enumerate(batch):
            error = self._refusal(waiting.record)
            if error is not None:
                self._intake.settle(Outcome(stored=tuple(batch[:place])))
                self._intake.settle(refuse_all(batch[place:], error))
                return
            self._records.append(waiting.record)
            if waiting.record.command:
                self._commands[waiting.record.by, waiting.record.command] = waiting.record.seq
        self._intake.settle(Outcome(stored=tuple(batch)))

    def _refusal(self, record: Record) -> JournalError | None:
        if self.trouble is not None:
            return JournalUnavailable(self.trouble)
        earlier = self._commands.get((record.by, record.command)) if record.command else None
        return None if earlier is None else CommandRepeated(record.by, record.command, earlier)

    def _check_open(self) -> None:
        if self._intake.closed is not None:
            raise JournalUnavailable(Reason.CLOSED)

    async def records(self, after_seq: int, limit: int) -> tuple[Record, ...]:
        check_page(after_seq, limit)
        self._check_open()
        return tuple(self._records[after_seq : after_seq + limit])

    async def of_incident(self, number: int, limit: int, *, after_seq: int = 0) -> tuple[Record, ...]:
        check_page(after_seq, limit)
        self._check_open()
        return tuple(record for record in self._records[after_seq:] if number in record.incidents)[:limit]

    async def find_command(self, by: str, command: int) -> int | None:
        self._check_open()
        return self._commands.get((by, command))

    async def recent_commands(self, limit: int) -> Sequence[tuple[str, int, int]]:
        check_page(0, limit)
        self._check_open()
        made = [(record.by, record.command, record.seq) for record in self._records if record.command]
        return tuple(made[-limit:])

    async def save_checkpoint(self, seq: int, body: bytes) -> None:
        check_checkpoint(seq, self.last_seq)
        self._check_open()
        if self.trouble is not None:
            raise JournalUnavailable(self.trouble)
        self._checkpoints[seq] = body
        for old in sorted(self._checkpoints)[:-2]:
            del self._checkpoints[old]

    async def newest_checkpoint(self) -> tuple[int, bytes] | None:
        self._check_open()
        return max(self._checkpoints.items(), default=None)

    async def close(self) -> None:
        if self._waiting:
            self._commit()
        self._intake.closed = JournalUnavailable(Reason.CLOSED)
