"""What is typed is on disk at once, in whole states; a full disk stops nobody."""

import errno
import os
import stat
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.memory.typed import NOTHING, Typed, TypedIn, TypedLine
from console.memory.typed_codec import line_for
from console.memory.typed_file import MOST_BYTES, TypedFile, read_typed, replace_file
from tests.console.memory.typings import AT, LIVE, typings


def _typing(text: str) -> Typed:
    return Typed(origin=LIVE, lines=(TypedLine(typed_in=TypedIn.COMMAND, text=text, at=AT),))


@given(st.lists(typings(), max_size=6))
def test_the_last_state_is_read(tmp_path_factory: pytest.TempPathFactory, states: list[Typed]) -> None:
    """Of every run of states; nothing typed is no file."""
    path = tmp_path_factory.mktemp("typed") / "a.typed"
    file = TypedFile(path)
    for each in states:
        file.put(each)
    last = states[-1] if states else NOTHING
    assert read_typed(path).typed == (None if last.empty else last)
    assert path.exists() is not last.empty


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """Also once it was begun anew."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    for n in range(2):
        file.put(_typing("x" * MOST_BYTES + str(n)))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    """A shift of typing is some kilobytes; the last state is always in it."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    for n in range(400):
        file.put(_typing("x" * 1_000 + str(n)))
        assert path.stat().st_size <= MOST_BYTES
    assert read_typed(path).typed == _typing("x" * 1_000 + "399")
    assert [each.name for each in tmp_path.iterdir()] == ["a.typed"]


def test_what_was_sent_does_not_lie_about(tmp_path: Path) -> None:
    """Nor in an earlier state of the file; the rest is there all the time."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    draft = TypedLine(typed_in=TypedIn.OPEN_LINE, number=7, text="mes gezien", at=AT)
    both = evolve(_typing("koppel"), lines=(*_typing("koppel").lines, draft))
    file.put(both)
    file.put(_typing("koppel 12"))
    assert "mes gezien" not in path.read_text()
    assert read_typed(path).typed == _typing("koppel 12")


def test_the_same_state_is_written_once(tmp_path: Path) -> None:
    """An hour of looking writes nothing."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    for _ in range(3):
        file.put(_typing("brand"))
    assert path.stat().st_size == len(line_for(_typing("brand")))


def test_a_full_disk_does_not_stop_the_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known, the last whole state stays, and the next is written when there is room again."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    file.put(_typing("brand"))
    real = os.write

    def full(descriptor: int, content: bytes) -> int:
        real(descriptor, content[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    file.put(_typing("brand op"))
    assert file.trouble is not None
    assert file.trouble.key == "state-unwritable"
    assert read_typed(path).typed == file.typed == _typing("brand")
    monkeypatch.setattr(os, "write", real)
    file.put(_typing("brand op"))
    assert file.trouble is None
    assert read_typed(path).typed == _typing("brand op")


def test_half_a_write_is_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may take less than it was given, without an error."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    file.put(_typing("brand"))
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, content[:7]))
    file.put(_typing("brand op"))
    assert file.trouble is not None
    assert read_typed(path).typed == _typing("brand")


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    """Nor is a half one left beside it."""
    path = tmp_path / "a"
    path.mkdir()
    with pytest.raises(OSError):
        replace_file(path, b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_is_kept_again_after_nothing_is_there(tmp_path: Path) -> None:
    """Sent, and then something else is typed."""
    path = tmp_path / "a.typed"
    file = TypedFile(path)
    for each in (_typing("a"), evolve(NOTHING, origin=LIVE), _typing("b")):
        file.put(each)
    assert read_typed(path).typed == _typing("b")
