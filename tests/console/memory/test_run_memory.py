"""One run keeps each wish and each text with its history, and finds what the last one left."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve

from console.memory.folders import every_folder, folder_of
from console.memory.run_memory import RunMemory
from console.memory.typed import Typed, TypedIn, TypedLine
from protocol.address import read_address
from protocol.commands.timeline import JoinLine
from protocol.session.origin import Origin
from protocol.session.outbox import Wish
from tests.console.memory.typings import AT, EXERCISE, LIVE

ANNA = read_address("ws://anna@127.0.0.1:8765")
AGAIN = evolve(EXERCISE, history="restored")


def _memory(state: Path) -> RunMemory:
    return RunMemory(ANNA, state=state, clock=lambda: AT)


def _wish(id: int, origin: Origin | None) -> Wish:
    return Wish(id=id, command=JoinLine(incident=id), made_at=AT, origin=origin)


def _typed(origin: Origin | None, text: str = "brand", *, hours: float = 0) -> Typed:
    line = TypedLine(typed_in=TypedIn.COMMAND, text=text, at=AT + timedelta(hours=hours))
    return Typed(origin=origin, lines=(line,))


def _left(memory: RunMemory) -> dict[Origin | None, tuple[tuple[int, ...], tuple[str, ...]]]:
    return {
        None if each.owner is None else each.owner.origin: (
            tuple(wish.id for wish in each.wishes),
            each.typed.texts if each.typed is not None else (),
        )
        for each in memory.left
    }


def test_what_is_kept_lies_with_its_history(tmp_path: Path) -> None:
    """Wishes and text of each are found apart, after a death without a word."""
    memory = _memory(tmp_path)
    memory.put(_wish(1, None))
    memory.keep_typed(_typed(None, "te vroeg"))
    for id, origin in ((2, EXERCISE), (3, LIVE), (4, AGAIN)):
        memory.enter(origin)
        memory.put(_wish(id, origin))
        memory.keep_typed(_typed(origin, str(id)))
    assert memory.folder == folder_of(tmp_path, "anna", AGAIN)
    memory.abandon()
    assert _left(_memory(tmp_path)) == {
        None: ((1,), ("te vroeg",)),
        EXERCISE: ((2,), ("2",)),
        LIVE: ((3,), ("3",)),
        AGAIN: ((4,), ("4",)),
    }


def test_an_end_without_anything_to_keep_leaves_no_file(tmp_path: Path) -> None:
    """Everything was answered and sent."""
    memory = _memory(tmp_path)
    memory.put(_wish(1, None))
    memory.enter(LIVE)
    memory.put(_wish(2, LIVE))
    memory.keep_typed(_typed(LIVE))
    memory.answered(1)
    memory.answered(2)
    memory.keep_typed(Typed(origin=LIVE))
    memory.close()
    assert [path for folder in every_folder(tmp_path) for path in folder.iterdir()] == []


def test_an_end_with_something_keeps_it(tmp_path: Path) -> None:
    """A wish without an answer, or a text that was not sent."""
    memory = _memory(tmp_path)
    memory.enter(LIVE)
    memory.put(_wish(2, LIVE))
    memory.close()
    memory = _memory(tmp_path)
    assert _left(memory) == {LIVE: ((2,), ())}
    memory.left[0].forget_wishes()
    memory.enter(LIVE)
    memory.keep_typed(_typed(LIVE))
    memory.close()
    assert _left(_memory(tmp_path)) == {LIVE: ((), ("brand",))}


def test_a_wish_that_is_sent_elsewhere_lies_there_alone(tmp_path: Path) -> None:
    """It was made before any welcome, and somebody said that it was meant for here."""
    memory = _memory(tmp_path)
    memory.put(_wish(1, None))
    memory.enter(LIVE)
    memory.put(_wish(1, LIVE))
    memory.abandon()
    assert _left(_memory(tmp_path)) == {LIVE: ((1,), ())}


def test_what_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    """So that it is forgotten a shift after somebody last touched it, whatever else is typed; by the clock of
    this machine, for that of an exercise may stand days away.
    """
    times = [AT]
    memory = RunMemory(ANNA, state=tmp_path, clock=lambda: times[-1])
    memory.enter(LIVE)
    memory.keep_typed(_typed(LIVE, hours=-1000))
    times.append(AT + timedelta(hours=5))
    other = TypedLine(typed_in=TypedIn.FILTER, text="noord", at=AT + timedelta(hours=-1000))
    memory.keep_typed(Typed(origin=LIVE, lines=(*_typed(LIVE).lines, other)))
    memory.abandon()
    [left] = _memory(tmp_path).left
    assert left.typed is not None
    assert [line.at - AT for line in left.typed.lines] == [timedelta(0), timedelta(hours=5)]


def test_back_in_a_history_its_file_is_written_on(tmp_path: Path) -> None:
    """Two servers that take turns at one address cost two pairs of files."""
    memory = _memory(tmp_path)
    for n in range(3):
        for origin in (EXERCISE, LIVE):
            memory.enter(origin)
            memory.keep_typed(_typed(origin, str(n)))
    memory.abandon()
    assert _left(_memory(tmp_path)) == {EXERCISE: ((), ("2",)), LIVE: ((), ("2",))}


def _full(*_given: object, **_named: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["mkdir", "open", "write"])
@pytest.mark.parametrize("before", [None, LIVE], ids=["before any welcome", "live before"])
def test_a_wish_never_lies_with_another_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Origin | None, call: str
) -> None:
    """The disk is full at the welcome of an exercise: what is wished and typed there is not read back as live
    or as of no world, and what was typed before stands there still; once there is room all lies in its place.
    """
    memory = _memory(tmp_path)
    if before is not None:
        memory.enter(before)
    memory.keep_typed(_typed(before, "eerst"))
    with monkeypatch.context() as patch:
        patch.setattr(f"pathlib.Path.{call}" if call == "mkdir" else f"os.{call}", _full)
        memory.enter(EXERCISE)
        memory.put(_wish(1, EXERCISE))
        memory.keep_typed(_typed(EXERCISE))
        said = memory.trouble
        assert said is not None
        assert said.key == "state-unwritable"
        assert memory.kept() == (0, 1)
        died = tmp_path.with_name(tmp_path.name + "-died")
    shutil.copytree(tmp_path, died)
    assert _left(_memory(died)) == {before: ((), ("eerst",))}
    memory.try_again()
    assert (memory.trouble, memory.kept()) == (None, (1, 2))
    memory.abandon()
    assert _left(_memory(tmp_path)) == {before: ((), ("eerst",)), EXERCISE: ((1,), ("brand",))}


def test_a_folder_that_takes_nothing_from_the_start_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run goes on in memory, and what was made till then is written as soon as that is possible."""
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", _full)
        memory = _memory(tmp_path)
        assert memory.trouble is not None
        memory.put(_wish(1, None))
        memory.put(_wish(2, None))
        memory.answered(1)
        memory.try_again()
        assert memory.trouble is not None
    memory.close()
    assert _left(_memory(tmp_path)) == {None: ((2,), ())}


def test_forgetting_what_was_typed_elsewhere_touches_nothing_here(tmp_path: Path) -> None:
    """Also where this run never was in that history."""
    memory = _memory(tmp_path)
    memory.enter(LIVE)
    memory.keep_typed(_typed(LIVE))
    memory.keep_typed(Typed(origin=EXERCISE))
    memory.abandon()
    assert _left(_memory(tmp_path)) == {LIVE: ((), ("brand",))}


def test_trouble_of_any_file_is_said_until_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the wishes as of the text."""
    memory = _memory(tmp_path)
    real = os.write

    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    keeps: tuple[Callable[[], None], ...] = (
        lambda: memory.put(_wish(1, None)),
        lambda: memory.keep_typed(_typed(None)),
    )
    for keep in keeps:
        monkeypatch.setattr(os, "write", full)
        keep()
        assert memory.trouble is not None
        monkeypatch.setattr(os, "write", real)
        keep()
        assert memory.trouble is None
    memory.abandon()


def test_where_there_can_be_no_folder_at_all_that_is_said_too(tmp_path: Path) -> None:
    """And nothing stops: neither at the start nor at the end."""
    (tmp_path / "state").write_text("")
    memory = _memory(tmp_path / "state")
    assert memory.trouble is not None
    memory.enter(LIVE)
    memory.put(_wish(1, LIVE))
    memory.close()
    assert (memory.kept(), memory.left) == ((0, 0), [])


def test_typed_lines_of_everybody_are_forgotten_after_a_shift(tmp_path: Path) -> None:
    """Whoever starts a console sweeps; also what the first release kept by user of the machine."""
    ben = folder_of(tmp_path, "ben", LIVE)
    ben.mkdir(parents=True)
    old, new = ((AT - timedelta(hours=hours)).isoformat() for hours in (13, 1))
    (ben / "lines").write_text(
        f'{{"at": "{old}", "line": "log mes"}}\n{{"at": "{new}", "line": "koppel 1"}}\n'
    )
    for name, hours in (("lines", 13), ("duty.json", 1)):
        path = tmp_path / name
        path.write_text("log mes\n")
        at_s = (AT - timedelta(hours=hours)).timestamp()
        os.utime(path, (at_s, at_s))
    memory = _memory(tmp_path)
    assert "mes" not in (ben / "lines").read_text()
    assert "koppel 1" in (ben / "lines").read_text()
    assert not (tmp_path / "lines").exists()
    assert (tmp_path / "duty.json").exists()
    memory.abandon()


def test_the_lines_before_are_those_of_this_world(tmp_path: Path) -> None:
    """Of this account in it; before any welcome, and where they cannot be read, those of this run alone."""
    memory = _memory(tmp_path)
    memory.line_history().add("te vroeg")
    memory.enter(EXERCISE)
    memory.line_history().add("koppel 12.03")
    assert memory.line_history().lines == ("koppel 12.03",)
    memory.enter(LIVE)
    assert memory.line_history().lines == ()
    assert memory.folder is not None
    (memory.folder / "lines").mkdir()
    assert memory.line_history().lines == ()
    memory.abandon()


def test_what_is_kept_is_counted(tmp_path: Path) -> None:
    """For the word at the end, behind the screen."""
    memory = _memory(tmp_path)
    assert memory.kept() == (0, 0)
    memory.put(_wish(1, None))
    memory.enter(LIVE)
    memory.put(_wish(2, LIVE))
    memory.keep_typed(_typed(LIVE))
    assert memory.kept() == (2, 1)
    memory.abandon()
