"""The archive file knows its own, and asks of the right journal."""

import sqlite3
from pathlib import Path

import pytest

from server.archive.errors import NotUsable
from server.archive.schema import FILE_NAME, connect, discard, open_file


def test_a_new_file_can_be_opened_again(tmp_path: Path) -> None:
    """By the same journal only."""
    path = tmp_path / FILE_NAME
    open_file(path, "h").close()
    open_file(path, "h").close()
    with pytest.raises(NotUsable, match="another journal"):
        open_file(path, "other")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """It says what it found."""
    path = tmp_path / FILE_NAME
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NotUsable, match="application id 0x0"):
        open_file(path, "h")


def test_readers_cannot_write(tmp_path: Path) -> None:
    """A question changes nothing."""
    path = tmp_path / FILE_NAME
    open_file(path, "h").close()
    reader = connect(path, writing=False)
    try:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DELETE FROM incident")
    finally:
        reader.close()


def test_discarding_takes_the_log_too(tmp_path: Path) -> None:
    """An old log beside a new file would be taken for its own; nothing there is fine."""
    path = tmp_path / FILE_NAME
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).touch()
    discard(path)
    discard(path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_an_earlier_version_is_not_gone_on_with(tmp_path: Path) -> None:
    """Its cases lack what this version counts; the journal has everything."""
    path = tmp_path / FILE_NAME
    earlier = open_file(path, "h")
    earlier.execute("PRAGMA user_version=1")
    earlier.close()
    with pytest.raises(NotUsable, match="version 1"):
        open_file(path, "h")
