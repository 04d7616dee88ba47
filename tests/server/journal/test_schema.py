"""The journal file: who it is for is read before anything is written in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import JournalDamaged, JournalTooNew, NotAJournal, WrongWorld
from server.journal.migrations import SCHEMA_VERSION
from server.journal.schema import APPLICATION_ID, FILE_NAME, connect, identify, open_file, read_meta


def _made(data: Path, world: str = "live") -> Path:
    path = data / FILE_NAME
    connection, _ = open_file(path, world=world, now_ms=5)
    connection.close()
    return path


def _spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_new_file_says_what_it_is_and_for_whom(tmp_path: Path) -> None:
    """A reading connection finds it again; nobody else may look into it."""
    path = _made(tmp_path)
    with closing(connect(path, writing=False)) as connection:
        assert identify(connection, path) == SCHEMA_VERSION
        meta = read_meta(connection, path, SCHEMA_VERSION)
    assert (meta.world, meta.created_ms) == ("live", 5)
    assert path.stat().st_mode & 0o077 == 0


def test_opened_again_it_is_the_same_history(tmp_path: Path) -> None:
    """The time of the second opening changes nothing."""
    path = _made(tmp_path)
    metas = []
    for now_ms in (6, 7):
        connection, meta = open_file(path, world="live", now_ms=now_ms)
        connection.close()
        metas.append(meta)
    assert metas[0] == metas[1]
    assert metas[0].created_ms == 5


def test_another_world_s_file_is_left_byte_for_byte(tmp_path: Path) -> None:
    """Before anything is written it is refused."""
    path = _made(tmp_path, "live")
    before = path.read_bytes()
    with pytest.raises(WrongWorld) as caught:
        open_file(path, world="exercise", now_ms=6)
    assert (caught.value.found, caught.value.wanted) == ("live", "exercise")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("PRAGMA application_id=7", NotAJournal),
        (f"PRAGMA user_version={SCHEMA_VERSION + 1}", JournalTooNew),
        ("PRAGMA user_version=-1", JournalDamaged),
        ("DELETE FROM meta WHERE key = 'world'", JournalDamaged),
        ("DELETE FROM meta WHERE key = 'history'", JournalDamaged),
    ],
)
def test_a_file_that_says_something_else_is_refused(
    tmp_path: Path, statement: str, error: type[Exception]
) -> None:
    """Each in its own word, for what helps differs."""
    path = _made(tmp_path)
    _spoil(path, statement)
    with pytest.raises(error):
        open_file(path, world="live", now_ms=6)


def test_an_empty_database_becomes_a_journal_and_a_foreign_one_does_not(tmp_path: Path) -> None:
    """A power cut while it was made leaves the former."""
    path = tmp_path / FILE_NAME
    path.touch()
    connection, meta = open_file(path, world="live", now_ms=9)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert meta.created_ms == 9
    connection.close()
    other = tmp_path / "other.db"
    _spoil(other, "CREATE TABLE theirs (x)")
    with pytest.raises(NotAJournal, match="another program"):
        open_file(other, world="live", now_ms=9)
