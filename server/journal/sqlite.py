"""The journal of a real server: one SQLite file in its data directory, written ahead and synced at every
commit.

Joins the parts: lock, schema, check at opening; then `Writer` appends and `Readers` read. The room's event
loop calls it and is never blocked by the disk.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from protocol.wire import VERSION
from server.journal.check import check_tail, newest_sound_checkpoint
from server.journal.errors import JournalDamaged, JournalUnavailable, Reason
from server.journal.intake import Intake
from server.journal.interface import check_checkpoint, check_page
from server.journal.lock import DirectoryLock
from server.journal.migrations import SCHEMA_VERSION
from server.journal.readers import Readers
from server.journal.record import MAX_INT, Record
from server.journal.rows import COLUMNS, Row, RowDamaged, checkpoint_checksum, from_row
from server.journal.schema import FILE_NAME, Meta, open_file, read_meta
from server.journal.stretches import go_on
from server.journal.trouble import unreadable
from server.journal.writer import Writer

log = logging.getLogger(__name__)


@frozen(kw_only=True)
class _Opened:
    lock: DirectoryLock
    connection: sqlite3.Connection
    meta: Meta
    last_seq: int


def _open(data_dir: Path, world: str, now_ms: int) -> _Opened:
    path = data_dir / FILE_NAME
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if data_dir.stat().st_mode & 0o077:
            log.warning("others may look into %s: chmod 700 keeps them out", data_dir)
        lock = DirectoryLock(data_dir)
        try:
            connection, _ = open_file(path, world=world, now_ms=now_ms)
            try:
                last_seq = check_tail(connection, path, now_ms=now_ms)
                go_on(connection, path, VERSION, last_seq=last_seq, now_ms=now_ms)
                # A record that was set aside has begun another history.
                meta = read_meta(connection, path, SCHEMA_VERSION)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
    except sqlite3.Error as error:
        raise unreadable(error, path) from error
    except OSError as error:
        raise JournalUnavailable(Reason.IO_ERROR, f"cannot open {path}: {error}") from error
    return _Opened(lock=lock, connection=connection, meta=meta, last_seq=last_seq)


class SqliteJournal:
    """See `server.journal.interface.Journal`; made by `open`."""

    def __init__(self, path: Path, opened: _Opened) -> None:
        self.path = path
        self.world = opened.meta.world
        self.history = opened.meta.history
        self._lock = opened.lock
        self._intake = Intake(opened.last_seq)
        self.writer = Writer(opened.connection, self._intake)
        self._readers = Readers(path)
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    async def open(cls, data_dir: Path, *, world: str, now_ms: int) -> "SqliteJournal":
        """The journal in `data_dir`, made for `world` at `now_ms` (UTC, milliseconds since 1970) if there
        is none.

        Raises:
            JournalInUse, WrongWorld, JournalTooNew, NotAJournal, JournalDamaged, JournalUnavailable:
                each names the file and what to do; nothing was changed but a torn newest record set aside.
        """
        return cls(data_dir / FILE_NAME, await asyncio.to_thread(_open, data_dir, world, now_ms))

    @property
    def last_seq(self) -> int:
        return self._intake.durable

    @property
    def next_seq(self) -> int:
        return self._intake.accepted + 1

    def accept(self, record: Record) -> "asyncio.Future[None]":
        waiting = self._intake.accept(record)
        self.writer.put(waiting)
        return waiting.future

    async def append(self, record: Record) -> None:
        await asyncio.shield(self.accept(record))

    async def records(self, after_seq: int, limit: int) -> tuple[Record, ...]:
        check_page(after_seq, limit)
        due = max(0, min(limit, self.last_seq - after_seq))
        if not due:
            await self._readers.ask(lambda connection: None)
            return ()
        rows = await self._readers.ask(
            lambda connection: connection.execute(
                f"SELECT {COLUMNS} FROM record r WHERE seq > ? ORDER BY seq LIMIT ?", (after_seq, due)
            ).fetchall()
        )
        found = tuple(self._record(row) for row in rows)
        for seq, record in enumerate(found, after_seq + 1):
            if record.seq != seq:
                raise JournalDamaged(self.path, seq, f"record {seq} is missing, {record.seq} follows")
        if len(found) != due:
            missing = after_seq + len(found) + 1
            raise JournalDamaged(
                self.path, missing, f"record {missing} is missing, {self.last_seq} was the newest"
            )
        return found

    async def of_incident(self, number: int, limit: int, *, after_seq: int = 0) -> tuple[Record, ...]:
        check_page(after_seq, limit)
        rows = await self._readers.ask(
            lambda connection: connection.execute(
                f"SELECT t.seq, {COLUMNS} FROM touches t LEFT JOIN record r ON r.seq = t.seq "
                "WHERE t.incident = ? AND t.seq > ? ORDER BY t.seq LIMIT ?",
                (number, after_seq, min(limit, MAX_INT)),
            ).fetchall()
        )
        for seq, found, *_ in rows:
            if found is None:
                raise JournalDamaged(self.path, seq, f"it is missing, incident {number} refers to it")
        return tuple(self._record(row[1:]) for row in rows)

    def _record(self, row: Row) -> Record:
        try:
            return from_row(row)
        except RowDamaged as error:
            seq = row[0] if isinstance(row[0], int) else None
            raise JournalDamaged(self.path, seq, str(error)) from error

    async def find_command(self, by: str, command: int) -> int | None:
        row = await self._readers.ask(
            lambda connection: connection.execute(
                "SELECT seq FROM record WHERE by = ? AND command = ? AND command > 0", (by, command)
            ).fetchone()
        )
        return None if row is None else row[0]

    async def recent_commands(self, limit: int) -> Sequence[tuple[str, int, int]]:
        check_page(0, limit)
        rows: list[tuple[str, int, int]] = await self._readers.ask(
            lambda connection: connection.execute(
                "SELECT by, command, seq FROM record WHERE command > 0 ORDER BY seq DESC LIMIT ?",
                (min(limit, MAX_INT),),
            ).fetchall()
        )
        return rows[::-1]

    async def save_checkpoint(self, seq: int, body: bytes) -> None:
        check_checkpoint(seq, self.last_seq)
        crc = checkpoint_checksum(seq, body)

        def save(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)", (seq, body, crc))
            connection.execute(
                "DELETE FROM checkpoint WHERE seq NOT IN "
                "(SELECT seq FROM checkpoint ORDER BY seq DESC LIMIT 2)"
            )

        await self.writer.do(save)

    async def newest_checkpoint(self) -> tuple[int, bytes] | None:
        return await self._readers.ask(newest_sound_checkpoint)

    async def close(self) -> None:
        if self._closing is None:
            if self._intake.closed is None:
                self._intake.closed = JournalUnavailable(Reason.CLOSED)
            self._closing = asyncio.get_running_loop().run_in_executor(None, self._stop)
        # Shielded: a second caller, or one that is cancelled, must not leave the file half closed.
        await asyncio.shield(self._closing)

    def _stop(self) -> None:
        # Readers first: the last connection to go moves the log into the file, and only the writer's can.
        self._readers.stop()
        self.writer.stop()
        self._lock.release()
