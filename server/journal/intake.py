"""Which record may come next, and who waits for which: the event loop's half of appending.

A journal passes each record through `accept`, stores it wherever it stores, and reports with `settle`.
Lives on the event loop only; never touches a disk.
"""

import asyncio
from collections.abc import Iterable

from attrs import frozen

from server.journal.errors import JournalError, JournalUnavailable, Reason, SequenceGap
from server.journal.record import Record


@frozen(kw_only=True, eq=False)
class Waiting:
    """A record under way to the disk."""

    record: Record
    future: "asyncio.Future[None]"
    """Done when the record is durable or refused."""
    generation: int
    """How often the numbering had started over when the record was accepted."""


@frozen(kw_only=True)
class Outcome:
    """What became of a batch: a stored beginning, then a refused end."""

    stored: tuple[Waiting, ...] = ()
    refused: tuple[tuple[Waiting, JournalError], ...] = ()


def refused_behind(waiting: Waiting, cause: JournalError) -> JournalUnavailable:
    """The error for a record whose number no longer follows because `cause` refused one before it."""
    reason = cause.reason if isinstance(cause, JournalUnavailable) else Reason.BEHIND
    return JournalUnavailable(
        reason, f"record {waiting.record.seq} was waiting behind a refused one: {cause}"
    )


class Intake:
    """Numbers stay gapless: each follows the one accepted before, or after a refusal the durable one."""

    def __init__(self, last_seq: int) -> None:
        self.durable = last_seq
        self.accepted = last_seq
        self.closed: JournalUnavailable | None = None
        self._generation = 0

    def accept(self, record: Record) -> Waiting:
        """Takes `record` as the next one; the caller must see to it that `settle` hears of it.

        Raises:
            SequenceGap: its seq is not the next one.
            JournalUnavailable: the journal was closed or its writer broke down.
        """
        if self.closed is not None:
            raise JournalUnavailable(self.closed.reason, self.closed.detail)
        if record.seq != self.accepted + 1:
            raise SequenceGap(self.accepted + 1, record.seq)
        self.accepted = record.seq
        future = asyncio.get_running_loop().create_future()
        return Waiting(record=record, future=future, generation=self._generation)

    def settle(self, outcome: Outcome) -> None:
        """Wakes everybody in `outcome`; the first refusal of a generation starts the numbering over."""
        for waiting in outcome.stored:
            self.durable = waiting.record.seq
            if not waiting.future.done():
                waiting.future.set_result(None)
        for waiting, error in outcome.refused:
            # Stragglers of an older generation come in after new records were accepted, and must not undo
            # those.
            if waiting.generation == self._generation:
                self._generation += 1
                self.accepted = self.durable
            if not waiting.future.done():
                waiting.future.set_exception(error)


def refuse_all(batch: Iterable[Waiting], error: JournalError) -> Outcome:
    """The first of `batch` gets `error` itself, the others are refused behind it."""
    refused: list[tuple[Waiting, JournalError]] = []
    for waiting in batch:
        refused.append((waiting, refused_behind(waiting, error) if refused else error))
    return Outcome(refused=tuple(refused))
