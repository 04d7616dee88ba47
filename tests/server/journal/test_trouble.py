"""SQLite's errors in the journal's own words."""

import os
import sqlite3
from pathlib import Path

import pytest

from server.journal.errors import JournalDamaged, JournalUnavailable, Reason
from server.journal.trouble import primary_code, unavailable, unreadable

PATH = Path("journal.db")


def _error(code: int, name: str = "SQLITE_X") -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, Reason.DISK_FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, Reason.DISK_FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, Reason.IO_ERROR),
        (sqlite3.SQLITE_CANTOPEN, Reason.IO_ERROR),
        (sqlite3.SQLITE_READONLY_DBMOVED, Reason.READ_ONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Reason.BUSY),
        (sqlite3.SQLITE_CORRUPT, Reason.DAMAGED),
        (sqlite3.SQLITE_NOTADB, Reason.DAMAGED),
        (sqlite3.SQLITE_MISUSE, Reason.BROKEN),
    ],
)
def test_every_code_has_its_reason_and_an_extended_one_that_of_its_kind(code: int, reason: Reason) -> None:
    """What nobody foresaw is our own fault, which only a restart helps."""
    error = unavailable(_error(code, "SQLITE_NAME"))
    assert error.reason is reason
    assert error.detail == "as SQLite says it (SQLITE_NAME)"


def test_an_error_of_the_wrapper_has_no_code() -> None:
    """A misuse in Python is no trouble of the disk."""
    error = sqlite3.ProgrammingError("closed")
    assert primary_code(error) == -1
    assert unavailable(error).reason is Reason.BROKEN


def test_only_damage_is_damage_when_reading() -> None:
    """A busy or failing disk may come back: nobody is told to set records aside for it."""
    damaged = unreadable(_error(sqlite3.SQLITE_CORRUPT), PATH, 7)
    assert isinstance(damaged, JournalDamaged)
    assert (damaged.path, damaged.seq) == (PATH, 7)
    assert isinstance(unreadable(_error(sqlite3.SQLITE_BUSY), PATH, 7), JournalUnavailable)


def test_a_file_that_cannot_be_opened_on_a_full_disk_says_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that the disk is broken: what helps is to make room."""
    path = tmp_path / "journal.db"
    found = unreadable(_error(sqlite3.SQLITE_CANTOPEN), path)
    assert isinstance(found, JournalUnavailable)
    assert found.reason is Reason.IO_ERROR
    real = os.statvfs(tmp_path)
    full = os.statvfs_result((*real[:4], 0, *real[5:]))
    monkeypatch.setattr(os, "statvfs", lambda _path: full)
    found = unreadable(_error(sqlite3.SQLITE_CANTOPEN), path)
    assert isinstance(found, JournalUnavailable)
    assert found.reason is Reason.DISK_FULL
