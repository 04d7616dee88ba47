"""Repair on a person's word: what is derived is made anew, what is damaged is set aside and can be read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import JournalInUse, WrongWorld
from server.journal.repair import Mended, mend_derived, set_aside
from server.journal.schema import FILE_NAME
from server.journal.verify import verify
from tests.server.journal.make import filled, opened, record

FIVE = tuple(record(seq, command=seq, incidents=(seq, 9)) for seq in range(1, 6))


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A sound journal of five records and a saved board."""
    await filled(tmp_path, FIVE)
    async with opened(tmp_path) as journal:
        await journal.save_checkpoint(3, b"board")
    return tmp_path


def _spoil(data: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


async def test_what_is_derived_is_made_anew_from_the_records(data: Path) -> None:
    """Each record is found under its incidents and no other; a damaged board is dropped; no record moves."""
    _spoil(
        data,
        "DELETE FROM touches WHERE seq < 3",
        "INSERT INTO touches VALUES (77, 4)",
        "UPDATE checkpoint SET crc = 0",
    )
    assert mend_derived(data, world="live", now_ms=9) == Mended(index_entries=10, checkpoints=1)
    assert verify(data).findings == ()
    async with opened(data) as journal:
        assert await journal.records(0, 9) == FIVE
        assert await journal.newest_checkpoint() is None
        assert await journal.of_incident(77, 9) == ()


async def test_a_sound_board_is_kept(data: Path) -> None:
    """Making anew loses nothing."""
    assert mend_derived(data, world="live", now_ms=9).checkpoints == 0
    async with opened(data) as journal:
        assert await journal.newest_checkpoint() == (3, b"board")


async def test_what_is_set_aside_can_be_read_and_the_journal_goes_on(data: Path) -> None:
    """From the first one named on, in another history; the reason stands beside it."""
    before = verify(data).meta.history
    assert set_aside(data, world="live", first_seq=4, reason="on a person's word", now_ms=9) == 2
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        torn = connection.execute("SELECT seq, reason, set_aside_ms FROM torn ORDER BY seq").fetchall()
    assert torn == [(4, "on a person's word", 9), (5, "on a person's word", 9)]
    async with opened(data) as journal:
        assert journal.history != before
        await journal.append(FIVE[3])
        assert journal.last_seq == 4


def test_a_number_that_no_record_has_is_refused(data: Path) -> None:
    """And setting aside what is not there moves nothing."""
    with pytest.raises(ValueError, match="first_seq must be 1 or more"):
        set_aside(data, world="live", first_seq=0, reason="x", now_ms=9)
    assert set_aside(data, world="live", first_seq=6, reason="x", now_ms=9) == 0
    assert verify(data).records == 5


async def test_it_is_never_done_beside_a_server_nor_in_another_world(data: Path) -> None:
    """And a refused repair lets go of the directory."""
    async with opened(data):
        with pytest.raises(JournalInUse):
            mend_derived(data, world="live", now_ms=9)
    with pytest.raises(WrongWorld):
        set_aside(data, world="exercise", first_seq=1, reason="x", now_ms=9)
    assert mend_derived(data, world="live", now_ms=9).index_entries == 10
