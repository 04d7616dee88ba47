"""Getting a damaged journal going again, on a person's word, after `verify` said what is wrong.

What is derived from the records (the index of incidents, saved boards) is made anew or dropped; records are
never mended: from a damaged one on they are moved into the table `torn`, where they stay readable. Never runs
by itself, nor beside a server.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from attrs import frozen

from server.journal.check import set_aside_from, sound_checkpoint
from server.journal.lock import DirectoryLock
from server.journal.schema import FILE_NAME, open_file
from server.journal.trouble import unreadable


@frozen(kw_only=True)
class Mended:
    """What was derived wrongly and is right now."""

    index_entries: int
    """How many entries the index of incidents has now."""

    checkpoints: int
    """How many damaged saved boards were dropped."""


def set_aside(data_dir: Path, *, world: str, first_seq: int, reason: str, now_ms: int) -> int:
    """Moves record `first_seq` (>= 1) and all after it out of the journal of `world`; how many were moved.

    Raises:
        JournalInUse: a server runs on it.
        WrongWorld, NotAJournal, JournalTooNew, JournalDamaged, JournalUnavailable: it cannot be opened or the
            damage is in SQLite's own pages, where only a copy helps.
        OSError: the directory cannot be written.
    """
    if first_seq < 1:
        raise ValueError(f"first_seq must be 1 or more, got {first_seq}")
    with _opened(data_dir, world, now_ms) as connection:
        return set_aside_from(connection, first_seq, reason=reason, now_ms=now_ms)


def mend_derived(data_dir: Path, *, world: str, now_ms: int) -> Mended:
    """Makes the index of incidents anew from the records, and drops saved boards that are damaged.

    Raises: as `set_aside`.
    """
    with _opened(data_dir, world, now_ms) as connection:
        rows = connection.execute("SELECT seq, body, crc FROM checkpoint").fetchall()
        damaged = [(row[0],) for row in rows if sound_checkpoint(row) is None]
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.executemany("DELETE FROM checkpoint WHERE seq = ?", damaged)
            connection.execute("DELETE FROM touches")
            made = connection.execute(
                "INSERT INTO touches SELECT CAST(j.value AS INTEGER), r.seq FROM record r, "
                "json_each('[' || r.incidents || ']') j"
            ).rowcount
            connection.execute("REINDEX")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return Mended(index_entries=made, checkpoints=len(damaged))


@contextmanager
def _opened(data_dir: Path, world: str, now_ms: int) -> Iterator[sqlite3.Connection]:
    path = data_dir / FILE_NAME
    lock = DirectoryLock(data_dir)
    try:
        connection, _ = open_file(path, world=world, now_ms=now_ms)
        with closing(connection):
            yield connection
    except sqlite3.Error as error:
        raise unreadable(error, path) from error
    finally:
        lock.release()
