"""A copy has its name when it is whole; what a killed program left of one is removed by the next."""

import sqlite3
from contextlib import closing
from errno import EACCES, ENOTEMPTY
from pathlib import Path

import pytest

from server.backup.copying import BackupProblem, copy_database, copy_file, write_file
from server.backup.partial import Purpose, Remains, in_one_piece, sweep
from tests.server.backup.killed import killed_while_copying
from tests.server.small_disk import disk_of


def test_a_folder_takes_its_name_when_all_went_well(tmp_path: Path) -> None:
    """And until then it has another."""
    target = tmp_path / "done"
    with in_one_piece(target, Purpose.BACKUP) as folder:
        write_file(folder / "a", b"a")
        assert not target.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["done"]
    assert (target / "a").read_bytes() == b"a"


def test_a_folder_that_went_wrong_is_gone(tmp_path: Path) -> None:
    """Whatever went wrong, and the error is itself."""

    def wrong() -> None:
        with in_one_piece(tmp_path / "done", Purpose.BACKUP) as folder:
            write_file(folder / "a", b"a")
            raise KeyError

    with pytest.raises(KeyError):
        wrong()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_appeared_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """The copy gives way."""
    target = tmp_path / "done"

    def late() -> None:
        with in_one_piece(target, Purpose.BACKUP) as folder:
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
            in_one_piece(disk / "done", Purpose.BACKUP) as folder,
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
        in_one_piece(disk, Purpose.BACKUP),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["disk"]


def test_an_error_names_the_place_that_was_asked_for(tmp_path: Path) -> None:
    """The hidden folder is gone by the time that anybody reads of it."""

    def refused() -> None:
        with in_one_piece(tmp_path / "done", Purpose.BACKUP) as folder:
            raise PermissionError(EACCES, "Permission denied", str(folder / "journal.db"))

    with pytest.raises(PermissionError) as caught:
        refused()
    assert caught.value.filename == str(tmp_path / "done" / "journal.db")


@pytest.mark.parametrize("purpose", Purpose)
def test_what_a_killed_program_left_is_removed_by_the_next(tmp_path: Path, purpose: Purpose) -> None:
    """Whatever name that one was to have; what is named otherwise is somebody's own."""
    (tmp_path / ".mine.partial-notours").mkdir()
    hidden = killed_while_copying(tmp_path / "first", purpose)
    assert (hidden / "keys").exists()
    assert sweep(tmp_path / "second") == (Remains(path=hidden, removed=True),)
    assert [path.name for path in tmp_path.iterdir()] == [".mine.partial-notours"]


def test_a_copy_that_is_being_made_is_left_alone(tmp_path: Path) -> None:
    """Two may be made in one place at the same time."""
    with in_one_piece(tmp_path / "one", Purpose.BACKUP) as one:
        write_file(one / "keys", b"k")
        assert sweep(tmp_path / "two") == ()
        with in_one_piece(tmp_path / "two", Purpose.BACKUP) as two:
            write_file(two / "keys", b"k")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_what_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds keys, and lies out of sight."""
    hidden = killed_while_copying(tmp_path / "first", Purpose.BACKUP)

    def refuses(_path: object, *_rest: object, **_named: object) -> None:
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr("server.backup.partial.rmtree", refuses)
    assert sweep(tmp_path / "second") == (Remains(path=hidden, removed=False),)


def test_where_nothing_can_be_listed_nothing_is_found(tmp_path: Path) -> None:
    """The copy itself says what is wrong with the place."""
    assert sweep(tmp_path / "no" / "such") == ()
