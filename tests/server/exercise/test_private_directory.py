"""A directory that goes with its process, and what a killed one leaves."""

import os
import tempfile
from pathlib import Path

import pytest

from server.exercise.private_directory import LOCK_NAME, PREFIX, private_directory

LONG_AGO = (1_000_000_000, 1_000_000_000)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where directories are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(parent: Path, name: str, *, lock: bool = True) -> Path:
    """What a killed demonstration left long ago."""
    directory = parent / f"{PREFIX}{name}"
    directory.mkdir()
    (directory / "journal.db").write_text("x")
    if lock:
        (directory / LOCK_NAME).touch()
    os.utime(directory, LONG_AGO)
    return directory


def test_it_is_there_for_its_owner_alone_and_goes_with_all_it_holds(temporary: Path) -> None:
    """Also when what happened in it went wrong."""

    def goes_wrong() -> None:
        with private_directory() as directory:
            assert directory.stat().st_mode & 0o777 == 0o700
            (directory / "deep").mkdir()
            (directory / "deep" / "file").touch()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        goes_wrong()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_one_left_is_removed_by_the_next(temporary: Path) -> None:
    """Its lock is free, because the kernel let go of it."""
    abandoned = left(temporary, "killed")
    with private_directory():
        assert not abandoned.exists()


def test_a_living_one_is_left_alone(temporary: Path) -> None:
    """However old it is."""
    with private_directory() as living:
        os.utime(living, LONG_AGO)
        with private_directory():
            assert living.exists()


def test_what_is_young_or_has_no_lock_is_left_alone(temporary: Path) -> None:
    """It may be about to be locked, or be somebody else's."""
    unknown = left(temporary, "unknown", lock=False)
    young = left(temporary, "young")
    os.utime(young)
    with private_directory():
        assert unknown.exists()
        assert young.exists()
