"""Journals of earlier versions open in this one, and a power cut in the middle of it harms nothing."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.migrations import MIGRATIONS, SCHEMA_VERSION, migrate
from server.journal.schema import FILE_NAME
from server.journal.verify import verify
from tests.fixtures.of_version import VERSIONS, data_of, told_of
from tests.server.journal.make import ROOT, opened

WORLD = "Waterdam"


def _schema(data: Path) -> tuple[int, list[str]]:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        return version, [sql for (sql,) in rows]


def test_the_table_leads_from_every_version_to_this_one() -> None:
    """One step a version, none left out."""
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_journal_of_every_version_opens_with_every_record(version: int, tmp_path: Path) -> None:
    """Each change is there under its number, by whom and when it was; nothing of it was touched."""
    data = data_of(version, tmp_path)
    async with opened(data, WORLD) as journal:
        records = await journal.records(0, 1_000)
    told = told_of(version, "changes")
    assert [(each.seq, each.by) for each in records] == [(row["seq"], row["by"]) for row in told]
    assert verify(data).findings == ()


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_migrated_journal_is_made_as_a_new_one(version: int, tmp_path: Path) -> None:
    """The same tables and indexes, word by word."""
    old, new = data_of(version, tmp_path / "old"), tmp_path / "new"
    for data in (old, new):
        async with opened(data, WORLD):
            pass
    assert _schema(old) == _schema(new)


async def test_a_journal_of_the_first_version_keeps_the_name_of_its_history(tmp_path: Path) -> None:
    """A melder's code that was read out before the change of version still opens; a restart keeps it too."""
    data = data_of(1, tmp_path)
    history = told_of(1, "down")[-1]["hello"]["Openlijn-After"].split(":")[0]
    for _ in range(2):
        async with opened(data, WORLD) as journal:
            assert journal.history == history


async def test_every_new_journal_holds_a_history_of_its_own(tmp_path: Path) -> None:
    """Also those that were made in the same millisecond."""
    found = set()
    for name in ("one", "two", "three"):
        async with opened(tmp_path / name) as journal:
            found.add(journal.history)
    assert len(found) == 3


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
async def test_a_kill_in_the_middle_of_a_step_leaves_the_version_before_it(
    version: int, tmp_path: Path
) -> None:
    """Opening it again does the whole step."""
    data = data_of(1, tmp_path)
    script = (
        "import os, pathlib, signal, sys\n"
        "from server.journal import migrations, schema\n"
        "version = int(sys.argv[2])\n"
        "step = migrations.MIGRATIONS[version]\n"
        "def killed(connection):\n"
        "    step(connection)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "migrations.MIGRATIONS = {**migrations.MIGRATIONS, version: killed}\n"
        f"schema.open_file(pathlib.Path(sys.argv[1]), world={WORLD!r}, now_ms=0)\n"
    )
    child = subprocess.run(
        [sys.executable, "-c", script, str(data / FILE_NAME), str(version)], cwd=ROOT, check=False
    )
    assert child.returncode == -signal.SIGKILL
    assert _schema(data)[0] == version
    async with opened(data, WORLD) as journal:
        assert journal.last_seq == len(told_of(1, "changes"))
    assert _schema(data)[0] == SCHEMA_VERSION
    assert verify(data).findings == ()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    """A full disk, say: the error is SQLite's, and the file is as it was."""
    data = data_of(1, tmp_path)
    with closing(sqlite3.connect(data / FILE_NAME, isolation_level=None)) as connection:
        before = list(connection.iterdump())
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            migrate(connection, data / FILE_NAME, 1)
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


async def test_another_world_s_journal_is_not_brought_up_to_date(tmp_path: Path) -> None:
    """It is refused as it is."""
    data = data_of(1, tmp_path)
    before = (data / FILE_NAME).read_bytes()
    with pytest.raises(Exception, match=r"belongs to the world 'Waterdam'"):
        async with opened(data, "elders"):
            pass
    assert (data / FILE_NAME).read_bytes() == before
