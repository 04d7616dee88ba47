"""A journal of an earlier version adds up to the board that it added up to then."""

from pathlib import Path

import pytest

from server.journal.sqlite import SqliteJournal
from server.room.saved_board import as_change, load_board
from tests.fixtures.of_version import VERSIONS, data_of, lost, plain, told_of


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_board_is_what_it_was(version: int, tmp_path: Path) -> None:
    """From all its records, and by way of the checkpoint that this version makes of them."""
    journal = await SqliteJournal.open(data_of(version, tmp_path), world="Waterdam", now_ms=0)
    try:
        board = await load_board(journal)
    finally:
        await journal.close()
    assert lost(plain(board), told_of(version, "board")) == []


@pytest.mark.parametrize("version", VERSIONS)
async def test_every_change_reads_as_it_did(version: int, tmp_path: Path) -> None:
    """By whom, when, and each fact with every field that it had."""
    journal = await SqliteJournal.open(data_of(version, tmp_path), world="Waterdam", now_ms=0)
    try:
        changes = [as_change(record) for record in await journal.records(0, 1_000)]
    finally:
        await journal.close()
    now = [
        {
            "seq": change.seq,
            "at": change.at.isoformat(),
            "by": change.by,
            "facts": [{"fact": type(fact).__name__, **plain(fact)} for fact in change.facts],
        }
        for change in changes
    ]
    assert lost(now, told_of(version, "changes")) == []
