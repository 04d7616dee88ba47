"""Getting a damaged journal going again, on a person's word: everything from one record on is set aside.

For the command line, after `verify` named the record and the directory was copied. Moves records into the
table `torn`, where they stay readable; never runs by itself.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.journal.check import set_aside_from
from server.journal.lock import DirectoryLock
from server.journal.schema import FILE_NAME, open_file
from server.journal.trouble import unreadable


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
    path = data_dir / FILE_NAME
    lock = DirectoryLock(data_dir)
    try:
        connection, _ = open_file(path, world=world, now_ms=now_ms)
        with closing(connection):
            return set_aside_from(connection, first_seq, reason=reason, now_ms=now_ms)
    except sqlite3.Error as error:
        raise unreadable(error, path) from error
    finally:
        lock.release()
