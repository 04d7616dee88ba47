"""The one thread that writes the journal file: takes what waits, commits it together, tells the event loop.

The batch grows with the load by itself: while one commit waits for the disk, the next batch gathers. Owns
the writing connection from start to stop; after a failed commit it erases what that may have left in the
log.
"""

import asyncio
import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVarTuple, Unpack

from attrs import frozen

from server.journal.errors import CommandRepeated, JournalError, JournalUnavailable, Reason
from server.journal.intake import Intake, Outcome, Waiting, refuse_all, refused_behind
from server.journal.rows import to_row
from server.journal.trouble import unavailable

log = logging.getLogger(__name__)

Facts = TypeVarTuple("Facts")

MAX_BATCH = 500
BACKFILL_RECORDS = 1000
BACKFILL_BYTES = 4 * 1024 * 1024


@frozen(kw_only=True, eq=False)
class Job:
    """Work other than appending, run between two batches in a transaction of its own."""

    work: Callable[[sqlite3.Connection], None]
    future: "asyncio.Future[None]"


class Writer:
    """Made and used on the event loop; names with an underscore run in the thread, but for `_break_down`."""

    def __init__(self, connection: sqlite3.Connection, intake: Intake) -> None:
        self._connection = connection
        self._intake = intake
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[Waiting | Job | None] = queue.SimpleQueue()
        self._last_seq = intake.durable
        self._cause: JournalError = JournalUnavailable(Reason.BROKEN)
        self._unfilled_records = 0
        self._unfilled_bytes = 0
        # A daemon: a process that dies without closing must not hang here, and the file survives it.
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=True)
        self._thread.start()

    def put(self, waiting: Waiting) -> None:
        """Stores a record soon; its future tells."""
        self._queue.put(waiting)

    async def do(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Runs `work` in a transaction. Raises JournalUnavailable."""
        if self._intake.closed is not None:
            raise JournalUnavailable(self._intake.closed.reason, self._intake.closed.detail)
        future = self._loop.create_future()
        self._queue.put(Job(work=work, future=future))
        await future

    def stop(self) -> None:
        """Finishes what waits, closes the connection and joins the thread: call it off the loop."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        taken: list[Waiting | Job | None] = []
        try:
            while None not in taken:
                taken = self._take()
                for kind, group in groupby(taken, type):
                    if kind is Waiting:
                        self._append([one for one in group if isinstance(one, Waiting)])
                    else:
                        for one in group:
                            if isinstance(one, Job):
                                self._do(one)
        except BaseException:
            self._tell(self._break_down, taken)
            raise
        finally:
            self._connection.close()

    def _take(self) -> list[Waiting | Job | None]:
        taken = [self._queue.get()]
        with contextlib.suppress(queue.Empty):
            while len(taken) < MAX_BATCH:
                taken.append(self._queue.get_nowait())
        return taken

    def _append(self, batch: Sequence[Waiting]) -> None:
        following: list[Waiting] = []
        left_over: list[Waiting] = []
        for waiting in batch:
            follows = waiting.record.seq == self._last_seq + len(following) + 1
            (following if follows else left_over).append(waiting)
        if left_over:
            refused = tuple((waiting, refused_behind(waiting, self._cause)) for waiting in left_over)
            self._tell(self._intake.settle, Outcome(refused=refused))
        if following:
            self._store(following)

    def _store(self, batch: Sequence[Waiting]) -> None:
        records = [waiting.record for waiting in batch]
        touches = [(number, record.seq) for record in records for number in record.incidents]
        try:
            with self._transaction() as connection:
                connection.executemany("INSERT INTO record VALUES (?,?,?,?,?,?,?)", map(to_row, records))
                connection.executemany("INSERT INTO touches VALUES (?,?)", touches)
        except sqlite3.IntegrityError as error:
            self._store_up_to_repeated(batch, error)
        except sqlite3.Error as error:
            self._refuse(batch, unavailable(error))
        else:
            self._last_seq = records[-1].seq
            self._tell(self._intake.settle, Outcome(stored=tuple(batch)))
            self._unfilled_records += len(records)
            self._unfilled_bytes += sum(len(record.body) for record in records)
            if self._unfilled_records >= BACKFILL_RECORDS or self._unfilled_bytes >= BACKFILL_BYTES:
                self._backfill("PASSIVE")

    def _store_up_to_repeated(self, batch: Sequence[Waiting], error: sqlite3.Error) -> None:
        earlier: dict[tuple[str, int], int] = {}
        for place, waiting in enumerate(batch):
            by, command = waiting.record.by, waiting.record.command
            if not command:
                continue
            row = self._connection.execute(
                "SELECT seq FROM record WHERE by = ? AND command = ? AND command > 0", (by, command)
            ).fetchone()
            seq = earlier.get((by, command)) if row is None else row[0]
            if seq is not None:
                if place:
                    self._store(batch[:place])
                # When the beginning could not be stored, the numbers behind it do not follow either.
                stored = self._last_seq == waiting.record.seq - 1
                self._refuse(
                    batch[place:],
                    CommandRepeated(by, command, seq) if stored else refused_behind(waiting, self._cause),
                )
                return
            earlier[by, command] = waiting.record.seq
        self._refuse(batch, JournalUnavailable(Reason.DAMAGED, str(error)))

    def _refuse(self, batch: Sequence[Waiting], error: JournalError) -> None:
        self._cause = error
        if isinstance(error, JournalUnavailable):
            log.error("records %d to %d refused: %s", batch[0].record.seq, batch[-1].record.seq, error)
            self._erase_remains(error)
        self._tell(self._intake.settle, refuse_all(batch, error))

    def _do(self, job: Job) -> None:
        try:
            with self._transaction() as connection:
                job.work(connection)
        except sqlite3.Error as failure:
            error = unavailable(failure)
            self._erase_remains(error)
            self._tell(_finish, job.future, error)
        else:
            self._tell(_finish, job.future, None)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _erase_remains(self, error: JournalUnavailable) -> None:
        # A commit whose sync failed lies complete in the log and would come back to life after a crash.
        if error.reason is not Reason.BUSY:
            self._backfill("TRUNCATE")

    def _backfill(self, mode: str) -> None:
        """Moves the log into the file; what does not fit now is moved later."""
        try:
            self._connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
        except sqlite3.Error as error:
            log.warning("the log could not be moved into the journal file yet: %s", error)
        self._unfilled_records = 0
        self._unfilled_bytes = 0

    def _tell(self, report: Callable[[Unpack[Facts]], None], *facts: *Facts) -> None:
        # A loop that is closed has nobody left to tell; the records are safe all the same.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(report, *facts)

    def _break_down(self, taken: Sequence[Waiting | Job | None]) -> None:
        """On the loop, after the thread died of an unforeseen error: nobody may wait for ever."""
        error = JournalUnavailable(Reason.BROKEN, "the writer thread broke down: restart the server")
        log.critical("%s", error)
        self._intake.closed = error
        left = list(taken)
        while not self._queue.empty():
            left.append(self._queue.get_nowait())
        self._intake.settle(refuse_all([one for one in left if isinstance(one, Waiting)], error))
        for one in left:
            if isinstance(one, Job):
                _finish(one.future, error)


def _finish(future: "asyncio.Future[None]", error: JournalError | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
