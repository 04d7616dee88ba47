"""Files and databases arrive whole, for their owner alone."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from server.backup.copying import checksum, copy_database, copy_file, write_file
from server.journal.errors import JournalDamaged


def test_a_file_is_copied_for_its_owner_alone(tmp_path: Path) -> None:
    """Whatever its own mode; with the checksum of what was written, which is what was read."""
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    (tmp_path / "a").chmod(0o644)
    sum_ = copy_file(tmp_path / "a", tmp_path / "deep" / "er" / "a")
    copied = tmp_path / "deep" / "er" / "a"
    assert copied.read_bytes() == b"x" * 3_000_000
    assert sum_ == checksum(copied) == checksum(tmp_path / "a")
    assert stat.S_IMODE(copied.stat().st_mode) == 0o600


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither by a copy nor by a new file."""
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    with pytest.raises(FileExistsError):
        copy_file(tmp_path / "a", tmp_path / "b")
    with pytest.raises(FileExistsError):
        write_file(tmp_path / "b", b"c")
    assert (tmp_path / "b").read_text() == "b"


def test_a_database_is_copied_with_what_stands_in_its_log(tmp_path: Path) -> None:
    """Which a copy of the file alone loses; the copy is one file."""
    with closing(sqlite3.connect(tmp_path / "a", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (7)")
        (tmp_path / "copies").mkdir()
        copy_database(tmp_path / "a", tmp_path / "copies" / "b")
        (tmp_path / "copies" / "by cp").write_bytes((tmp_path / "a").read_bytes())
    with closing(sqlite3.connect(tmp_path / "copies" / "b")) as connection:
        assert connection.execute("SELECT x FROM t").fetchall() == [(7,)]
    with closing(sqlite3.connect(tmp_path / "copies" / "by cp")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == ["b", "by cp"]


def test_a_database_that_is_none_is_said(tmp_path: Path) -> None:
    """By its path."""
    (tmp_path / "a").write_bytes(b"a letter" * 999)
    with pytest.raises(JournalDamaged, match=f"{tmp_path / 'a'} is damaged"):
        copy_database(tmp_path / "a", tmp_path / "b")
