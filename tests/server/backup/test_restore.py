"""A backup put back: all of it, under a history of its own, or nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from protocol.wire import VERSION
from server.backup.copying import BackupProblem
from server.backup.make import make_backup
from server.backup.restore import restore
from server.journal.errors import JournalInUse
from server.journal.verify import verify
from tests.fixtures.of_version import data_of, told_of
from tests.server.journal.make import filled, opened, record

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WORLD = "Waterdam"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a small world."""
    make_backup(data_of(1, tmp_path / "data"), tmp_path / "backup", NOW)
    return tmp_path / "backup"


async def test_everything_is_back_under_another_history(backup: Path, tmp_path: Path) -> None:
    """Every record and every file; the world goes on behind the last of them."""
    restored = restore(backup, tmp_path / "back", NOW)
    before = verify(tmp_path / "data")
    async with opened(tmp_path / "back", WORLD) as journal:
        assert journal.history == restored.history != before.meta.history
        assert journal.last_seq == before.records == len(told_of(1, "changes"))
        await journal.append(record(journal.next_seq))
    for name in ("accounts.json", "openlijn.toml"):
        assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "data" / name).read_bytes()
    assert verify(tmp_path / "back").findings == ()


def test_each_time_it_is_put_back_is_a_history_of_its_own(backup: Path, tmp_path: Path) -> None:
    """Two servers from one backup give the same numbers to different changes."""
    histories = {restore(backup, tmp_path / name, NOW).history for name in ("one", "two", "three")}
    assert len(histories) == 3


def test_the_backup_is_left_as_it_was(backup: Path, tmp_path: Path) -> None:
    """It may be needed again."""
    before = {path.name: path.read_bytes() for path in backup.iterdir()}
    restore(backup, tmp_path / "back", NOW)
    assert {path.name: path.read_bytes() for path in backup.iterdir()} == before


async def test_an_empty_folder_is_filled(backup: Path, tmp_path: Path) -> None:
    """Also one in which a server once was, of which only the lock is left."""
    await filled(tmp_path / "back", [record(1)])
    for path in (tmp_path / "back").iterdir():
        if path.name != "journal.lock":
            path.unlink()
    restore(backup, tmp_path / "back", NOW)
    assert verify(tmp_path / "back").meta.world == WORLD


async def test_never_under_a_running_server(backup: Path, tmp_path: Path) -> None:
    """It is told who has it, and nothing is touched."""
    async with opened(tmp_path / "back") as journal:
        await journal.append(record(1))
        with pytest.raises(JournalInUse, match="stop that server first"):
            restore(backup, tmp_path / "back", NOW)
        assert await journal.records(0, 9) == (record(1),)


def test_nothing_is_overwritten(backup: Path, tmp_path: Path) -> None:
    """A folder with anything in it is moved away by a person, who is told how."""
    before = (tmp_path / "data" / "journal.db").read_bytes()
    with pytest.raises(
        BackupProblem, match=r"data is not empty \(accounts\.json, .*mv .*data .*data\.before"
    ):
        restore(backup, tmp_path / "data", NOW)
    assert (tmp_path / "data" / "journal.db").read_bytes() == before
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(BackupProblem, match="nothing is overwritten: name another"):
            restore(backup, tmp_path / name, NOW)


def test_a_place_that_will_not_do_is_said(backup: Path, tmp_path: Path) -> None:
    """What is wrong, where, and what to do."""
    for source, directory, words in (
        (tmp_path / "nowhere", tmp_path / "back", r"nowhere is no backup: there is no backup\.json in it"),
        (tmp_path / "data", tmp_path / "back", "data is no backup"),
        (backup, backup / "data", "lies inside the backup itself"),
        (backup, tmp_path / "no" / "such", "no is no folder: make it first"),
    ):
        with pytest.raises(BackupProblem, match=words):
            restore(source, directory, NOW)
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("name", ["journal.db", "accounts.json"])
@pytest.mark.parametrize("how", ["flipped", "cut short", "gone"])
def test_a_damaged_backup_is_named_and_not_put_back(
    backup: Path, tmp_path: Path, name: str, how: str
) -> None:
    """Not even the part of it that is sound."""
    content = bytearray((backup / name).read_bytes())
    content[len(content) // 2] ^= 1
    if how == "flipped":
        (backup / name).write_bytes(content)
    elif how == "cut short":
        (backup / name).write_bytes(content[: len(content) // 2])
    else:
        (backup / name).unlink()
    with pytest.raises(BackupProblem, match=f"{name} is .*: the backup is damaged, use another"):
        restore(backup, tmp_path / "back", NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "data"]


def test_a_backup_of_a_later_version_is_refused(backup: Path, tmp_path: Path) -> None:
    """Both versions are named."""
    said = json.loads((backup / "backup.json").read_text())
    (backup / "backup.json").write_text(json.dumps({**said, "version": VERSION + 1}))
    with pytest.raises(BackupProblem, match=rf"made by Openlijn 0\.{VERSION + 1}, and this is 0\.{VERSION}"):
        restore(backup, tmp_path / "back", NOW)
    assert not (tmp_path / "back").exists()
