"""A folder where no data can be kept is refused in words, before anything is made."""

import os
from pathlib import Path

import pytest

from server.ops.data_folder import DataFolderUnusable, check_data_folder


def _refused(directory: Path) -> str:
    with pytest.raises(DataFolderUnusable) as caught:
        check_data_folder(directory)
    return str(caught.value)


def test_a_folder_that_is_there_or_can_be_made_is_well(tmp_path: Path) -> None:
    """Looking makes nothing."""
    check_data_folder(tmp_path)
    check_data_folder(tmp_path / "een" / "twee")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Neither itself, nor with a folder below it; nor is a link to nowhere."""
    file = tmp_path / "bestand"
    file.write_text("van gisteren")
    assert _refused(file) == f"{file} is no folder: move it away, or name another folder with --data"
    assert _refused(file / "data") == (
        f"there can be no folder {file / 'data'}, for {file} is a file: name another folder with --data"
    )
    (tmp_path / "link").symlink_to(tmp_path / "weg")
    assert "is no folder" in _refused(tmp_path / "link")


def test_a_folder_without_the_right_to_write_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system says; whoever tests this may be allowed everything."""
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != tmp_path)
    assert _refused(tmp_path) == (
        f"this user may not read and write in {tmp_path}: give it the right, "
        "or name another folder with --data"
    )
    assert _refused(tmp_path / "data") == (
        f"this user may not make {tmp_path / 'data'} in {tmp_path}: make it and give this user the right, "
        "or name another folder with --data"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may write everywhere is refused nothing")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """Really, and not as a test says."""
    tmp_path.chmod(0o500)
    assert "may not make" in _refused(tmp_path / "data")
    tmp_path.chmod(0o700)
