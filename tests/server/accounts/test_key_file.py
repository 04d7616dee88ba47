"""A key of the data directory."""

import stat
from pathlib import Path

import pytest

from server.accounts.key_file import KEY_BYTES, key_in


def test_a_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    """The second time it is the same."""
    path = tmp_path / "melder.key"
    key = key_in(path)
    assert len(key) == KEY_BYTES
    assert key_in(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_half_a_key_is_replaced(tmp_path: Path) -> None:
    """A full disk leaves an empty file, and with that anybody could forge."""
    path = tmp_path / "melder.key"
    path.write_bytes(b"half")
    assert len(key_in(path)) == KEY_BYTES
    assert [each.name for each in tmp_path.iterdir()] == ["melder.key"]


def test_two_directories_have_two_keys(tmp_path: Path) -> None:
    """What opens one world opens no other."""
    (tmp_path / "b").mkdir()
    assert key_in(tmp_path / "a.key") != key_in(tmp_path / "b" / "a.key")


def test_a_directory_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """By the system's own words."""
    with pytest.raises(OSError, match="nergens"):
        key_in(tmp_path / "nergens" / "melder.key")
