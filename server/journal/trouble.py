"""SQLite's errors in the journal's own words; every sqlite3.Error passes here before it leaves the
package."""

import os
import sqlite3
from pathlib import Path

from server.journal.errors import JournalDamaged, JournalError, JournalUnavailable, Reason

_REASONS = {
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_IOERR: Reason.IO_ERROR,
    sqlite3.SQLITE_CANTOPEN: Reason.IO_ERROR,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_BUSY: Reason.BUSY,
    sqlite3.SQLITE_LOCKED: Reason.BUSY,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
}


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code, -1 for an error that Python's own wrapper raised."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code & 0xFF if code >= 0 else -1


def unavailable(error: sqlite3.Error) -> JournalUnavailable:
    """Why nothing could be stored."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    reason = _REASONS.get(primary_code(error), Reason.BROKEN)
    if getattr(error, "sqlite_errorcode", -1) == sqlite3.SQLITE_IOERR_SHMSIZE:
        reason = Reason.DISK_FULL
    return JournalUnavailable(reason, f"{error} ({name})")


def unreadable(error: sqlite3.Error, path: Path, seq: int | None = None) -> JournalError:
    """Why nothing could be read: damage (from record `seq`, if known), or a disk that may come back."""
    answer = unavailable(error)
    if answer.reason is Reason.DAMAGED:
        return JournalDamaged(path, seq, answer.detail)
    if answer.reason is Reason.IO_ERROR and _is_full(path):
        return JournalUnavailable(Reason.DISK_FULL, answer.detail)
    return answer


def _is_full(path: Path) -> bool:
    """True when nothing more can be written beside the file: then that is what the error means."""
    try:
        left = os.statvfs(path.parent)
    except OSError:
        return False
    return left.f_bavail == 0 or left.f_favail == 0
