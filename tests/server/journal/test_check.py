"""The look at the newest records: at most the very newest is set aside, and it says how far all is sound."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.check import check_tail, newest_sound_checkpoint, set_aside_from, sound_checkpoint
from server.journal.errors import JournalDamaged
from server.journal.rows import checkpoint_checksum, to_row
from server.journal.schema import FILE_NAME, open_file
from tests.server.journal.make import record

PATH = Path("journal.db")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Of a journal with five sound records."""
    made, _ = open_file(tmp_path / FILE_NAME, world="live", now_ms=1)
    with closing(made):
        rows = [to_row(record(seq, command=seq)) for seq in range(1, 6)]
        made.executemany("INSERT INTO record VALUES (?,?,?,?,?,?,?)", rows)
        yield made


def _save(connection: sqlite3.Connection, seq: int, *, sound: bool = True) -> None:
    crc = checkpoint_checksum(seq, b"board") + (not sound)
    connection.execute("INSERT INTO checkpoint VALUES (?, ?, ?)", (seq, b"board", crc))


def _tear(connection: sqlite3.Connection, seq: int) -> None:
    connection.execute("UPDATE record SET body = x'00' WHERE seq = ?", (seq,))


def _torn(connection: sqlite3.Connection) -> list[int]:
    return [seq for (seq,) in connection.execute("SELECT seq FROM torn ORDER BY seq")]


def test_all_sound_is_all_kept(connection: sqlite3.Connection) -> None:
    """An empty journal is sound up to nothing."""
    assert check_tail(connection, PATH, now_ms=9) == 5
    connection.execute("DELETE FROM record")
    assert check_tail(connection, PATH, now_ms=9) == 0
    assert _torn(connection) == []


@pytest.mark.parametrize("saved", [None, 3, 5])
def test_the_newest_is_set_aside_when_it_is_torn(connection: sqlite3.Connection, saved: int | None) -> None:
    """Also when a saved board covers it: it is the one that a power cut hits."""
    if saved is not None:
        _save(connection, saved)
    _tear(connection, 5)
    assert check_tail(connection, PATH, now_ms=9) == 4
    assert _torn(connection) == [5]


def test_damage_before_the_newest_stops_and_moves_nothing(connection: sqlite3.Connection) -> None:
    """That is a person's decision; a sound board after it is trusted."""
    _tear(connection, 3)
    with pytest.raises(JournalDamaged) as caught:
        check_tail(connection, PATH, now_ms=9)
    assert caught.value.seq == 3
    assert _torn(connection) == []
    _save(connection, 4)
    assert check_tail(connection, PATH, now_ms=9) == 5


def test_a_board_of_records_that_are_not_there_is_damage(connection: sqlite3.Connection) -> None:
    """Records were lost, however sound those before them are."""
    _save(connection, 7)
    with pytest.raises(JournalDamaged, match="a checkpoint was made after record 7") as caught:
        check_tail(connection, PATH, now_ms=9)
    assert caught.value.seq == 6


def test_the_newest_sound_board_is_taken(connection: sqlite3.Connection) -> None:
    """A damaged one is passed over, and what is no bytes is none."""
    assert newest_sound_checkpoint(connection) is None
    _save(connection, 2)
    _save(connection, 4, sound=False)
    assert newest_sound_checkpoint(connection) == (2, b"board")
    assert sound_checkpoint((2, "board", checkpoint_checksum(2, b"board"))) is None


def test_setting_aside_takes_along_what_was_derived_and_begins_another_history(
    connection: sqlite3.Connection,
) -> None:
    """Their numbers and their commands are given again."""
    history = "SELECT value FROM meta WHERE key = 'history'"
    before = connection.execute(history).fetchone()
    connection.executemany("INSERT INTO touches VALUES (1, ?)", [(seq,) for seq in range(1, 6)])
    _save(connection, 2)
    _save(connection, 4)
    assert set_aside_from(connection, 3, reason="torn", now_ms=9) == 3
    assert _torn(connection) == [3, 4, 5]
    for table, left in (("record", 2), ("touches", 2), ("checkpoint", 1)):
        assert connection.execute(f"SELECT count(*), max(seq) FROM {table}").fetchone() == (left, 2)
    assert connection.execute(history).fetchone() != before
    connection.execute("INSERT INTO record VALUES (?,?,?,?,?,?,?)", to_row(record(3, command=3)))
