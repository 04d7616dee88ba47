"""What every journal promises; the room, the hub and the archive know only this.

Kept by `memory` (tests) and `sqlite` (the server). A journal is owned by one event loop: call it from there
only.
"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from server.journal.record import Record


class Journal(Protocol):
    """Numbered changes, durable once their futures are done, and checkpoints of the state they add up to."""

    @property
    def world(self) -> str:
        """The one world it was made for."""

    @property
    def history(self) -> str:
        """The id of the history it holds: kept by a restart, another one after a copy was put back."""

    @property
    def last_seq(self) -> int:
        """Number of the newest durable record, 0 when there is none."""

    @property
    def next_seq(self) -> int:
        """The only number `accept` takes now: one past the newest accepted record, durable or not yet."""

    def accept(self, record: Record) -> "asyncio.Future[None]":
        """Takes `record` as the next one; the future is done once it is durable, or tells why it is not.

        Concurrent records share a commit, and their futures are done in order of seq. The future is the
        journal's: whoever waits for it and may be cancelled shields it.

        Raises:
            SequenceGap: `record.seq` is not `next_seq`. Nothing else is affected.
            JournalUnavailable: the journal is closed or broken. Nothing else is affected.

        The future raises:
            CommandRepeated: this sender's command already made a change.
            JournalUnavailable: it could not be stored. After this or CommandRepeated every record accepted
                behind it is refused with JournalUnavailable too, `next_seq` is `last_seq + 1`, and appending
                works again as soon as the disk does. One doubt remains: when the disk fails to sync and to
                cut the log back too, and the process dies before another record is stored, a refused record
                may be there after the restart; `find_command` tells.
        """

    async def append(self, record: Record) -> None:
        """Accepts `record`, and returns once it is durable; raises what `accept` and its future raise.

        A caller that is cancelled while it waits does not take its record back: it may be stored.
        """

    async def records(self, after_seq: int, limit: int) -> tuple[Record, ...]:
        """The durable records with seq above `after_seq` (>= 0), oldest first, at most `limit` (>= 1).

        Raises:
            JournalDamaged, JournalUnavailable: here and in all readers below.
        """

    async def of_incident(self, number: int, limit: int, *, after_seq: int = 0) -> tuple[Record, ...]:
        """As `records`, but only those about incident `number`."""

    async def find_command(self, by: str, command: int) -> int | None:
        """Seq of the durable change that this command of `by` made; None when none, always None for id 0."""

    async def recent_commands(self, limit: int) -> Sequence[tuple[str, int, int]]:
        """(by, command, seq) of the newest `limit` (>= 1) changes that a command made, oldest first."""

    async def save_checkpoint(self, seq: int, body: bytes) -> None:
        """Keeps `body` as the state after record `seq`; the newest two by seq are kept.

        Raises:
            ValueError: `seq` is negative or above `last_seq`.
            JournalUnavailable: it could not be stored; the older ones are still there.
        """

    async def newest_checkpoint(self) -> tuple[int, bytes] | None:
        """(seq, body) of the newest undamaged checkpoint, None when there is none."""

    async def close(self) -> None:
        """Stores what was accepted, then lets go of everything. Calling it again does nothing."""


def check_page(after_seq: int, limit: int) -> None:
    """Raises ValueError on a page no reader can give: `after_seq` below 0 or `limit` below 1."""
    if after_seq < 0:
        raise ValueError(f"after_seq must be 0 or more, got {after_seq}")
    if limit < 1:
        raise ValueError(f"limit must be 1 or more, got {limit}")


def check_checkpoint(seq: int, last_seq: int) -> None:
    """Raises ValueError for a checkpoint of a state that the durable records do not reach."""
    if not 0 <= seq <= last_seq:
        raise ValueError(f"seq of a checkpoint must be from 0 to last_seq {last_seq}, got {seq}")
