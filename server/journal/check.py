"""The look at the newest records that every opening takes, and the setting aside of one that a power cut
tore.

Reads from the newest sound checkpoint on, so its time does not grow with the journal; `verify` reads
everything. Moves at most the very newest record, into the table `torn`; damage anywhere before it stops the
opening.
"""

import logging
import sqlite3
from pathlib import Path

from server.journal.errors import JournalDamaged
from server.journal.history import begin_history
from server.journal.rows import COLUMNS, RowDamaged, checkpoint_checksum, from_row
from server.journal.schema import COMMAND_INDEX
from server.journal.trouble import unreadable

log = logging.getLogger(__name__)


def check_tail(connection: sqlite3.Connection, path: Path, *, now_ms: int) -> int:
    """Seq of the newest sound record, 0 when there is none.

    Raises:
        JournalDamaged: a record before the newest is damaged or missing.
        JournalUnavailable: the disk fails.
    """
    try:
        last_seq = _last_seq(connection)
        damage = _first_damage(connection, path, last_seq)
        if damage is None:
            return last_seq
        seq, reason = damage
        if seq != last_seq:
            raise JournalDamaged(path, seq, reason)
        set_aside_from(connection, seq, reason=reason, now_ms=now_ms)
        log.warning(
            "record %d, the newest of %s, was damaged (%s): set aside in table torn, going on after %d",
            seq,
            path,
            reason,
            seq - 1,
        )
        damage = _first_damage(connection, path, seq - 1)
        if damage is not None:
            raise JournalDamaged(path, *damage)
    except sqlite3.Error as error:
        raise unreadable(error, path) from error
    return seq - 1


def newest_sound_checkpoint(connection: sqlite3.Connection) -> tuple[int, bytes] | None:
    """(seq, body) of the newest checkpoint whose checksum holds; each one that is passed over is logged."""
    for seq, body, crc in connection.execute("SELECT seq, body, crc FROM checkpoint ORDER BY seq DESC"):
        checkpoint = sound_checkpoint((seq, body, crc))
        if checkpoint is not None:
            return checkpoint
        log.warning("the checkpoint after record %d is damaged: the older one is used", seq)
    return None


def sound_checkpoint(row: tuple[int, object, object]) -> tuple[int, bytes] | None:
    """(seq, body) of a row (seq, body, crc) whose checksum holds, else None."""
    seq, body, crc = row
    if isinstance(body, bytes) and checkpoint_checksum(seq, body) == crc:
        return seq, body
    return None


def set_aside_from(connection: sqlite3.Connection, seq: int, *, reason: str, now_ms: int) -> int:
    """Moves record `seq` and all after it to table `torn`, and drops the checkpoints that hold them. Another
    history begins, for their numbers will be given again.

    Returns how many were moved. Raises sqlite3.Error, and has changed nothing then.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        moved = connection.execute(
            "INSERT INTO torn SELECT ?, ?, * FROM record WHERE seq >= ?", (now_ms, reason, seq)
        ).rowcount
        # A damaged row no longer matches its entry in the index, which SQLite would refuse to delete one by
        # one.
        connection.execute("DROP INDEX record_command")
        for table in ("record", "touches", "checkpoint"):
            connection.execute(f"DELETE FROM {table} WHERE seq >= ?", (seq,))
        connection.execute("DELETE FROM stretch WHERE first_seq >= ?", (seq,))
        begin_history(connection)
        connection.execute(COMMAND_INDEX)
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return moved


def _last_seq(connection: sqlite3.Connection) -> int:
    (newest,) = connection.execute("SELECT max(seq) FROM record").fetchone()
    return newest or 0


def _first_damage(connection: sqlite3.Connection, path: Path, last_seq: int) -> tuple[int, str] | None:
    """(seq, reason) of the first damaged or missing record after the newest sound checkpoint."""
    checkpoint = newest_sound_checkpoint(connection)
    covered = 0 if checkpoint is None else checkpoint[0]
    if covered > last_seq:
        raise JournalDamaged(path, last_seq + 1, f"a checkpoint was made after record {covered}")
    # The newest record is looked at even when a checkpoint covers it: it is the one a power cut hits.
    expected = min(covered, max(last_seq - 1, 0)) + 1
    rows = connection.execute(f"SELECT {COLUMNS} FROM record r WHERE seq >= ? ORDER BY seq", (expected,))
    try:
        for row in rows:
            if row[0] != expected:
                return expected, f"record {expected} is missing, {row[0]} follows"
            try:
                from_row(row)
            except RowDamaged as damaged:
                return expected, str(damaged)
            expected += 1
    except sqlite3.Error as error:
        raise unreadable(error, path, expected) from error
    if expected != last_seq + 1:
        return expected, f"record {expected} is missing, the newest is {last_seq}"
    return None
