"""Files and databases arrive whole, or not at all."""

import sqlite3
import stat
from contextlib import closing
from errno import ENOTEMPTY
from pathlib import Path

import pytest

from server.backup.copying import BackupProblem, checksum, copy_database, copy_file, in_one_piece, write_file
from server.journal.errors import JournalDamaged
from tests.server.small_disk import disk_of


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


def test_a_folder_takes_its_name_when_all_went_well(tmp_path: Path) -> None:
    """And until then it has another."""
    target = tmp_path / "done"
    with in_one_piece(target, "partial-1") as folder:
        write_file(folder / "a", b"a")
        assert not target.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["done"]
    assert (target / "a").read_bytes() == b"a"


def test_a_folder_that_went_wrong_is_gone(tmp_path: Path) -> None:
    """Whatever went wrong, and the error is itself."""

    def wrong() -> None:
        with in_one_piece(tmp_path / "done", "partial-1") as folder:
            write_file(folder / "a", b"a")
            raise KeyError

    with pytest.raises(KeyError):
        wrong()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_appeared_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """The copy gives way."""
    target = tmp_path / "done"

    def late() -> None:
        with in_one_piece(target, "partial-1") as folder:
            write_file(folder / "a", b"a")
            target.mkdir()
            (target / "mine").write_text("mine")

    with pytest.raises(OSError) as caught:
        late()
    assert caught.value.errno == ENOTEMPTY
    assert [path.name for path in target.iterdir()] == ["mine"]
    assert [path.name for path in tmp_path.iterdir()] == ["done"]


@pytest.mark.root
@pytest.mark.parametrize("what", ["a file", "a database"])
def test_a_full_disk_is_said_and_nothing_stays(tmp_path: Path, what: str) -> None:
    """Half a copy is taken for a whole one sooner or later."""
    with closing(sqlite3.connect(tmp_path / "a", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (zeroblob(3000000))")
    copy = copy_file if what == "a file" else copy_database
    with disk_of("1m", tmp_path / "disk") as disk:
        with (
            pytest.raises(BackupProblem, match=f"the disk of {disk} is full: nothing of it was kept"),
            in_one_piece(disk / "done", "partial-1") as folder,
        ):
            copy(tmp_path / "a", folder / "a")
        assert list(disk.iterdir()) == []


@pytest.mark.root
def test_a_mount_point_is_no_place_for_a_folder_to_take_its_name(tmp_path: Path) -> None:
    """It is said what is."""
    words = "is where a disk is mounted: name a folder on that disk"
    with (
        disk_of("1m", tmp_path / "disk") as disk,
        pytest.raises(BackupProblem, match=words),
        in_one_piece(disk, "partial-1"),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["disk"]
