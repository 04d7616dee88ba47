"""A backup: what is in it, and what keeps it from being made."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from protocol.wire import VERSION
from server.backup.copying import BackupProblem
from server.backup.make import make_backup
from server.backup.manifest import read_manifest
from server.journal.errors import JournalError
from server.journal.schema import FILE_NAME as JOURNAL
from server.journal.verify import verify
from tests.fixtures.of_version import data_of, told_of
from tests.server.journal.make import append_all, filled, opened, record

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of a small world."""
    return data_of(1, tmp_path / "data")


def test_everything_is_in_it_and_it_says_what(data: Path, tmp_path: Path) -> None:
    """Each file as it is, with its checksum; the data is left as it was."""
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    made = make_backup(data, tmp_path / "backup", NOW)
    assert read_manifest(tmp_path / "backup") == made.manifest
    names = {"journal.db", "accounts.json", "openlijn.toml"}
    assert set(made.manifest.sha256_by_name) == names
    assert {path.name for path in (tmp_path / "backup").iterdir()} == {*names, "backup.json"}
    assert (made.manifest.world, made.manifest.records) == ("Waterdam", len(told_of(1, "changes")))
    assert (made.manifest.version, made.manifest.made_at) == (VERSION, NOW)
    assert made.manifest.history == verify(data).meta.history
    assert before.items() <= {path.name: path.read_bytes() for path in data.iterdir()}.items()


async def test_what_is_acknowledged_before_is_in_it(tmp_path: Path) -> None:
    """Also what stands in the log alone, of a server that goes on writing."""
    async with opened(tmp_path / "data") as journal:
        await append_all(journal, [record(seq) for seq in range(1, 31)])
        assert make_backup(tmp_path / "data", tmp_path / "one", NOW).manifest.records == 30
        await append_all(journal, [record(31)])
    async with opened(tmp_path / "one") as journal:
        assert await journal.records(0, 99) == tuple(record(seq) for seq in range(1, 31))


def test_settings_that_are_wrong_are_copied_all_the_same(data: Path, tmp_path: Path) -> None:
    """A slip of the pen is no reason to have no backup; it is said."""
    (data / "openlijn.toml").write_text("[world]\nnaam = 'Waterdam'\n")
    made = make_backup(data, tmp_path / "backup", NOW)
    assert "naam" in made.unread_settings
    assert (tmp_path / "backup" / "openlijn.toml").read_text() == "[world]\nnaam = 'Waterdam'\n"


def test_a_place_that_will_not_do_is_said(data: Path, tmp_path: Path) -> None:
    """What is wrong, where, and what to do; nothing is made."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    before = sorted(tmp_path.rglob("*"))
    for directory, target, words in (
        (tmp_path / "nowhere", tmp_path / "new", "nowhere is no folder: name the data directory"),
        (tmp_path / "empty", tmp_path / "new", r"empty holds no journal\.db: name the data directory"),
        (data, tmp_path / "there", "there is there already, and nothing is overwritten: name a new folder"),
        (data, tmp_path / "link", "link is there already"),
        (data, data / "backup", "lies inside the data itself"),
        (data, data / "backups" / "one", "lies inside the data itself"),
        (data, tmp_path / "no" / "such" / "one", "such is no folder: make it first"),
    ):
        with pytest.raises(BackupProblem, match=words):
            make_backup(directory, target, NOW)
    assert sorted(tmp_path.rglob("*")) == before


async def test_a_damaged_journal_is_no_backup(tmp_path: Path) -> None:
    """It is found before anybody relies on it, named, and not kept."""
    await filled(
        tmp_path / "data", [record(seq, body=b"een lange regel %d" % seq * 9) for seq in range(1, 9)]
    )
    content = bytearray((tmp_path / "data" / JOURNAL).read_bytes())
    content[content.index(b"een lange regel 3") + 40] ^= 1
    (tmp_path / "data" / JOURNAL).write_bytes(content)
    words = r"journal\.db is damaged at record 3 .*not kept: .*journal verify --data"
    with pytest.raises(BackupProblem, match=words):
        make_backup(tmp_path / "data", tmp_path / "backup", NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("pragma", "words"),
    [
        ("application_id=7", "is not a journal: it is a database of another program"),
        ("user_version=99", "has schema version 99"),
        (None, "is damaged: it does not say which world it is for"),
    ],
)
async def test_what_is_wrong_with_the_journal_is_said_of_the_one_that_was_named(
    tmp_path: Path, pragma: str | None, words: str
) -> None:
    """Not of the copy, which lies under a hidden name and is gone."""
    await filled(tmp_path / "data", [record(1)])
    with closing(sqlite3.connect(tmp_path / "data" / JOURNAL)) as connection:
        connection.execute("DELETE FROM meta" if pragma is None else f"PRAGMA {pragma}")
        connection.commit()
    with pytest.raises(JournalError) as caught:
        make_backup(tmp_path / "data", tmp_path / "backup", NOW)
    assert str(caught.value).startswith(f"{tmp_path / 'data' / JOURNAL} {words}")
    assert ".partial" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_the_manifest_can_be_read_by_a_person(data: Path, tmp_path: Path) -> None:
    """It is JSON, one thing a line."""
    make_backup(data, tmp_path / "backup", NOW)
    said = json.loads((tmp_path / "backup" / "backup.json").read_text())
    assert said["made_at"] == "2026-11-21T12:00:00+00:00"
