"""One server per data directory."""

import os
from pathlib import Path

import pytest

from server.journal.errors import JournalInUse
from server.journal.lock import NAME, DirectoryLock


def test_a_second_one_is_refused_and_hears_who_holds_it(tmp_path: Path) -> None:
    """In this process as in another."""
    first = DirectoryLock(tmp_path)
    with pytest.raises(JournalInUse) as caught:
        DirectoryLock(tmp_path)
    assert (caught.value.path, caught.value.pid) == (tmp_path, os.getpid())
    first.release()


def test_a_released_directory_is_free_and_its_file_stays(tmp_path: Path) -> None:
    """Releasing twice does nothing more; it does not let go of the next one's lock."""
    first = DirectoryLock(tmp_path)
    first.release()
    assert (tmp_path / NAME).exists()
    second = DirectoryLock(tmp_path)
    first.release()
    with pytest.raises(JournalInUse):
        DirectoryLock(tmp_path)
    second.release()


def test_who_holds_it_is_unknown_where_the_file_does_not_say(tmp_path: Path) -> None:
    """On a full disk the name could not be written; the lock holds all the same."""
    first = DirectoryLock(tmp_path)
    (tmp_path / NAME).write_bytes(b"")
    with pytest.raises(JournalInUse) as caught:
        DirectoryLock(tmp_path)
    assert caught.value.pid is None
    first.release()


def test_a_directory_that_is_not_there_is_the_system_s_own_error(tmp_path: Path) -> None:
    """It is no other server."""
    with pytest.raises(FileNotFoundError):
        DirectoryLock(tmp_path / "gone")
