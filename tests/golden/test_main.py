"""The command shows what differs and asks; it writes when it is told to, and only then."""

from pathlib import Path

import pytest

from tests.golden import __main__ as program
from tests.golden import golden
from tests.golden.golden import Golden


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A golden file in which "b" stands where the code says "c"."""
    file = tmp_path / "letters.txt"
    file.write_text("a\nb\n")
    letters = Golden(name="letters", read=lambda: "a\nc\n", asks="Is c right?")
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    monkeypatch.setattr(program, "GOLDEN", (letters,))
    return file


def test_a_difference_is_shown_with_what_it_asks(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the file stays as it was."""
    assert program.main([]) == 1
    said = capsys.readouterr().out
    assert "-b\n+c" in said
    assert "Is c right?" in said
    assert kept.read_text() == "a\nb\n"


def test_it_writes_when_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It still says what was decided by that, and is still afterwards."""
    assert program.main(["--write"]) == 0
    assert "Is c right?" in capsys.readouterr().out
    assert kept.read_text() == "a\nc\n"
    assert program.main([]) == 0
    assert capsys.readouterr().out == ""


def test_it_takes_no_other_word(kept: Path) -> None:
    """A slip of the finger writes nothing."""
    assert program.main(["--wirte"]) == 2
    assert kept.read_text() == "a\nb\n"


def test_a_file_that_is_not_there_differs_in_every_line(kept: Path) -> None:
    """A new golden file is reviewed whole."""
    kept.unlink()
    assert program.main([]) == 1
