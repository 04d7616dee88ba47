"""The console's log on disk."""

import logging
import stat
from pathlib import Path

import pytest

from console.paint.guard import Guard
from console.shell.fault_log import FILE_NAME, fault_log


def _fails() -> None:
    raise KeyError("12.03")


def test_a_fault_is_in_the_file_with_its_traceback(tmp_path: Path) -> None:
    """Which is its owner's alone, in a folder that is so too."""
    state = tmp_path / "state"
    with fault_log(state) as path:
        Guard().runs("panel board", _fails)
        logging.getLogger("console.net").info("an ordinary word")
    assert path is not None
    said = path.read_text("utf-8")
    assert path == state / FILE_NAME
    assert "panel board failed" in said
    assert "KeyError: '12.03'" in said
    assert "ordinary" not in said
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_without_a_place_for_it_the_console_runs_all_the_same(tmp_path: Path) -> None:
    """A file lies where its folder should be."""
    (tmp_path / "state").write_text("")
    with fault_log(tmp_path / "state"):
        assert Guard().runs("panel board", _fails) is False


def test_behind_the_console_nothing_is_logged_any_more(tmp_path: Path) -> None:
    """The next program in this process has a log of its own."""
    with fault_log(tmp_path) as path:
        pass
    Guard().runs("panel board", _fails)
    assert path is not None
    assert path.read_text("utf-8") == ""


def test_of_a_run_of_which_nothing_is_kept_there_is_no_log(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do its faults come onto the terminal, where the picture is."""
    monkeypatch.chdir(tmp_path)
    with fault_log(None) as path:
        assert Guard().runs("panel board", _fails) is False
    assert (path, list(tmp_path.iterdir()), capsys.readouterr().err) == (None, [], "")
