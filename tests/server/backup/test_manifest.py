"""What a backup says of itself is read back as it was, or refused in words."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from server.backup.copying import BackupProblem
from server.backup.manifest import FILE_NAME, Manifest, as_json, read_manifest

MANIFEST = Manifest(
    world="Waterdam",
    history="5c1d9f0e2b7a4438",
    version=2,
    made_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
    records=417,
    sha256_by_name={"journal.db": "0" * 64, "lijsten/eigen.csv": "f" * 64},
)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Every field of it."""
    (tmp_path / FILE_NAME).write_bytes(as_json(MANIFEST))
    assert read_manifest(tmp_path) == MANIFEST


def test_a_folder_without_it_is_no_backup(tmp_path: Path) -> None:
    """It is written last: a copy that was cut short has none."""
    with pytest.raises(BackupProblem, match=r"is no backup: there is no backup\.json in it"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"records": -1},
        {"records": "veel"},
        {"made_at": "gisteren"},
        {"version": None},
        {"sha256": {"../elsewhere": "0" * 64}},
        {"sha256": {"/etc/passwd": "0" * 64}},
        {"sha256": {"": "0" * 64}},
        {"sha256": {"journal.db": "short"}},
        {"world": 7},
    ],
    ids=str,
)
def test_what_is_damaged_is_said(tmp_path: Path, change: dict[str, Any]) -> None:
    """And no file is ever read or written outside of the backup."""
    said = {**json.loads(as_json(MANIFEST)), **change}
    (tmp_path / FILE_NAME).write_text(json.dumps(said))
    with pytest.raises(BackupProblem, match=r"backup\.json is damaged .*use another backup"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"{}"])
def test_what_is_no_manifest_is_said(tmp_path: Path, content: bytes) -> None:
    """Half a file, too."""
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(BackupProblem, match="is damaged"):
        read_manifest(tmp_path)


def test_a_backup_of_a_later_format_is_said(tmp_path: Path) -> None:
    """With what to do."""
    said = {**json.loads(as_json(MANIFEST)), "format": 2}
    (tmp_path / FILE_NAME).write_text(json.dumps(said))
    with pytest.raises(BackupProblem, match=r"format 2, and 1 is read here: .*newer openlijn-server"):
        read_manifest(tmp_path)
