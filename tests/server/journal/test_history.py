"""The id of a history: of its own, and another one when another begins."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.journal.history import begin_history, new_history
from server.journal.schema import FILE_NAME
from server.journal.verify import verify
from tests.server.journal.make import filled, opened, record


def test_no_two_are_alike() -> None:
    """And each fits where a console says it, in the handshake: at most 40 characters, no colon."""
    found = {new_history() for _ in range(1_000)}
    assert len(found) == 1_000
    assert all(len(each) == 16 and each.isalnum() for each in found)


async def test_another_begins_and_the_records_stay(tmp_path: Path) -> None:
    """What it is the history of is the same up to here."""
    await filled(tmp_path, [record(1)])
    before = verify(tmp_path).meta
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        history = begin_history(connection)
    async with opened(tmp_path) as journal:
        assert journal.history == history != before.history
        assert await journal.records(0, 9) == (record(1),)
    assert verify(tmp_path).meta.created_ms == before.created_ms
