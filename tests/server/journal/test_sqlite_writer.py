"""The writing thread: its log stays small, and its end, foreseen or not, leaves nobody waiting."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import JournalDamaged, JournalUnavailable, Reason
from server.journal.schema import FILE_NAME
from tests.server.journal.make import LONGEST_S, append_all, opened, record


@pytest.mark.parametrize(
    ("body_bytes", "records", "at_once"),
    [(100_000, 300, 20), (10, 4000, 5)],
)
async def test_the_log_stays_small(tmp_path: Path, body_bytes: int, records: int, at_once: int) -> None:
    """It is moved into the file while the server runs."""
    body = bytes(body_bytes)
    async with opened(tmp_path) as journal:
        largest = 0
        for first in range(1, records, at_once):
            batch = [record(seq, command=seq, body=body) for seq in range(first, first + at_once)]
            assert set(await append_all(journal, batch)) == {None}
            largest = max(largest, (tmp_path / f"{FILE_NAME}-wal").stat().st_size)
    assert largest < 12_000_000


async def test_a_writer_that_breaks_down_leaves_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that waited is refused, and all that comes; closing and opening again mends it."""
    seen: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", seen.append)

    def fail(_: sqlite3.Connection) -> None:
        raise RuntimeError("nobody foresaw this")

    async with opened(tmp_path) as journal, asyncio.timeout(LONGEST_S):
        await journal.append(record(1))
        job, *errors = await asyncio.gather(
            journal.writer.do(fail),
            *(journal.append(record(seq)) for seq in range(2, 1200)),
            return_exceptions=True,
        )
        assert isinstance(job, JournalUnavailable)
        assert job.reason == Reason.BROKEN
        assert {type(error) for error in errors if error is not None} == {JournalUnavailable}
        with pytest.raises(JournalUnavailable, match="broke down"):
            await journal.append(record(journal.next_seq))
        with pytest.raises(JournalUnavailable, match="broke down"):
            await journal.save_checkpoint(1, b"")
        assert await journal.records(0, 1) == (record(1),)
        stored = journal.last_seq
    assert [str(one.exc_value) for one in seen] == ["nobody foresaw this"]
    async with opened(tmp_path) as journal:
        assert journal.last_seq == stored
        await journal.append(record(stored + 1))


async def test_a_page_that_ends_too_early_is_noticed(tmp_path: Path) -> None:
    """The journal knows how many records there must be."""
    async with opened(tmp_path) as journal:
        await append_all(journal, [record(seq) for seq in range(1, 6)])
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other, other:
            other.execute("DELETE FROM record WHERE seq > 3")
        with pytest.raises(JournalDamaged, match="record 4 is missing"):
            await journal.records(0, 9)


async def test_another_program_that_holds_the_file_is_waited_for_and_then_reported(tmp_path: Path) -> None:
    """Somebody's open database browser stops nothing for good."""
    async with opened(tmp_path) as journal:
        with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalUnavailable) as caught:
                await journal.append(record(1))
            assert caught.value.reason == Reason.BUSY
            other.execute("ROLLBACK")
        await journal.append(record(1))
        assert journal.last_seq == 1
