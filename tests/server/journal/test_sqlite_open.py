"""Opening a journal: what is refused, with which words, and what the files look like."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import (
    JournalDamaged,
    JournalInUse,
    JournalTooNew,
    JournalUnavailable,
    NotAJournal,
    Reason,
    WrongWorld,
)
from server.journal.schema import FILE_NAME, connect
from server.journal.trouble import unavailable
from tests.server.journal.make import ROOT, append_all, filled, opened, record


def _spoil(data_dir: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


async def test_only_the_owner_may_look_at_the_files(tmp_path: Path) -> None:
    """The directory too, when the journal makes it."""
    data_dir = tmp_path / "a" / "data"
    async with opened(data_dir) as journal:
        await journal.append(record(1))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in data_dir.iterdir()}
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    names = ["journal.db", "journal.db-shm", "journal.db-wal", "journal.lock"]
    assert modes == dict.fromkeys(names, 0o600)


async def test_an_open_directory_is_left_alone_but_reported(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It may serve others: the administrator decides."""
    tmp_path.chmod(0o755)
    async with opened(tmp_path):
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert "chmod 700" in caplog.text


async def test_a_closed_journal_is_one_file(tmp_path: Path) -> None:
    """Beside the lock: whoever copies it then has everything."""
    async with opened(tmp_path) as journal:
        await journal.append(record(1))
        await asyncio.gather(*(journal.records(0, 9) for _ in range(20)))
    assert {path.name for path in tmp_path.iterdir()} == {"journal.db", "journal.lock"}


async def test_a_reopened_journal_goes_on(tmp_path: Path) -> None:
    """Records, commands, checkpoint, the history's id: all there."""
    first = [record(seq, command=seq, incidents=(4,)) for seq in range(1, 6)]
    async with opened(tmp_path) as journal:
        await append_all(journal, first)
        await journal.save_checkpoint(3, b"state")
        history = journal.history
    async with opened(tmp_path) as journal:
        assert (journal.world, journal.history, journal.last_seq) == ("live", history, 5)
        assert await journal.records(0, 9) == tuple(first)
        assert await journal.of_incident(4, 9) == tuple(first)
        assert await journal.find_command("centralist-1", 4) == 4
        assert await journal.newest_checkpoint() == (3, b"state")
        await journal.append(record(6))
        assert journal.last_seq == 6


async def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    """Written ahead, synced at every commit: the promise behind "durable"."""
    seen: list[object] = []
    async with opened(tmp_path) as journal:
        await journal.writer.do(
            lambda connection: seen.extend(
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode")
            )
        )
    assert seen == [2, "wal"]


async def test_another_world_is_refused(tmp_path: Path) -> None:
    """Live and exercise never mix."""
    await filled(tmp_path, [record(1)])
    with pytest.raises(WrongWorld, match=r"journal\.db.*'live'.*'exercise'.*own directory"):
        async with opened(tmp_path, world="exercise"):
            pass
    async with opened(tmp_path) as journal:
        assert journal.last_seq == 1


async def test_a_newer_journal_is_refused(tmp_path: Path) -> None:
    """Both versions are named."""
    await filled(tmp_path, [record(1)])
    _spoil(tmp_path, "PRAGMA user_version=7")
    with pytest.raises(JournalTooNew, match=r"version 7.*version 2.*newer server"):
        async with opened(tmp_path):
            pass


async def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    """And left as it was."""
    _spoil(tmp_path, "CREATE TABLE recipe (name)")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(NotAJournal, match="another program"):
        async with opened(tmp_path):
            pass
    assert (tmp_path / FILE_NAME).read_bytes() == before


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """And left as it was."""
    (tmp_path / FILE_NAME).write_text("a letter" * 500)
    with pytest.raises(NotAJournal, match=r"no database.*another data directory"):
        async with opened(tmp_path):
            pass
    assert (tmp_path / FILE_NAME).read_text() == "a letter" * 500


async def test_a_directory_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """With the path in the error."""
    (tmp_path / "data").write_text("")
    with pytest.raises(JournalUnavailable, match=r"cannot open .*data/journal\.db") as caught:
        async with opened(tmp_path / "data"):
            pass
    assert caught.value.reason == Reason.IO_ERROR


@pytest.mark.parametrize("file", [None, b""])
async def test_a_log_without_its_file_is_refused(tmp_path: Path, file: bytes | None) -> None:
    """SQLite would silently throw the log away."""
    (tmp_path / (FILE_NAME + "-wal")).write_bytes(b"precious")
    if file is not None:
        (tmp_path / FILE_NAME).write_bytes(file)
    with pytest.raises(JournalDamaged, match="missing or empty"):
        async with opened(tmp_path):
            pass
    assert (tmp_path / (FILE_NAME + "-wal")).read_bytes() == b"precious"


async def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    """A power cut during the very first start leaves one."""
    (tmp_path / FILE_NAME).write_bytes(b"")
    async with opened(tmp_path) as journal:
        assert journal.last_seq == 0


async def test_two_openers_never_share_a_journal(tmp_path: Path) -> None:
    """The second is told who has it, in the same process or another; the first is not disturbed."""
    script = (
        "import asyncio, pathlib, sys\n"
        "from tests.server.journal.make import opened\n"
        "async def main():\n"
        "    async with opened(pathlib.Path(sys.argv[1])):\n"
        "        print('open', flush=True); sys.stdin.read()\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(JournalInUse, match=f"process {process.pid}:") as caught:
            async with opened(tmp_path):
                pass
        assert caught.value.pid == process.pid
        process.stdin.close()
    async with opened(tmp_path) as journal:
        with pytest.raises(JournalInUse):
            async with opened(tmp_path):
                pass
        await journal.append(record(1))


async def test_a_refused_opening_lets_go_of_the_directory(tmp_path: Path) -> None:
    """Trying again with the right world works in the same process."""
    await filled(tmp_path, [])
    for _ in range(2):
        with pytest.raises(WrongWorld):
            async with opened(tmp_path, world="exercise"):
                pass
    async with opened(tmp_path):
        pass


async def test_a_reading_connection_cannot_write(tmp_path: Path) -> None:
    """And SQLite's word for it is understood."""
    await filled(tmp_path, [])
    with (
        closing(connect(tmp_path / FILE_NAME, writing=False)) as connection,
        pytest.raises(sqlite3.OperationalError) as caught,
    ):
        connection.execute("DELETE FROM record")
    assert unavailable(caught.value).reason == Reason.READ_ONLY
