"""Reading threads: they never write, and say in the journal's words what went wrong."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.journal.errors import JournalDamaged, JournalUnavailable, Reason
from server.journal.readers import Readers
from server.journal.schema import FILE_NAME
from tests.server.journal.make import filled, record


@pytest.fixture
async def readers(tmp_path: Path) -> AsyncIterator[Readers]:
    """Readers of a journal of two records."""
    await filled(tmp_path, [record(1), record(2)])
    made = Readers(tmp_path / FILE_NAME)
    yield made
    made.stop()


def _count(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("SELECT count(*) FROM record").fetchone()
    return int(found)


async def test_a_question_is_answered_off_the_loop(readers: Readers) -> None:
    """Which therefore never waits for the disk."""
    asked_in: list[int] = []

    def ask(connection: sqlite3.Connection) -> int:
        asked_in.append(threading.get_ident())
        return _count(connection)

    assert await asyncio.gather(*(readers.ask(ask) for _ in range(5))) == [2] * 5
    assert threading.get_ident() not in asked_in
    assert len(set(asked_in)) <= 2


async def test_nobody_writes_through_it(readers: Readers) -> None:
    """The connection itself refuses, whatever the question."""
    with pytest.raises(JournalUnavailable) as caught:
        await readers.ask(lambda connection: connection.execute("DELETE FROM record"))
    assert caught.value.reason is Reason.READ_ONLY
    assert await readers.ask(_count) == 2


async def test_after_the_end_it_is_closed(readers: Readers) -> None:
    """And ending twice does nothing more."""
    await readers.ask(_count)
    readers.stop()
    readers.stop()
    with pytest.raises(JournalUnavailable) as caught:
        await readers.ask(_count)
    assert caught.value.reason is Reason.CLOSED


async def test_a_spoilt_file_is_damage_and_one_that_is_gone_is_a_failing_disk(
    tmp_path: Path,
) -> None:
    """The first will not mend by itself; the second may come back."""
    (tmp_path / "spoilt.db").write_bytes(b"no database at all" * 100)
    spoilt, gone = Readers(tmp_path / "spoilt.db"), Readers(tmp_path / "gone.db")
    with pytest.raises(JournalDamaged):
        await spoilt.ask(_count)
    with pytest.raises(JournalUnavailable) as caught:
        await gone.ask(_count)
    assert caught.value.reason is Reason.IO_ERROR
    spoilt.stop()
    gone.stop()
