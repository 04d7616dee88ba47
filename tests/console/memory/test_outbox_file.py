"""Unanswered wishes survive the death of the console, and say whose they are."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from console.memory.outbox_file import OutboxFile, Owner, WishesRead, answered_line, new_first_id, read_wishes
from protocol.commands.timeline import JoinLine
from protocol.session.origin import Origin
from protocol.session.outbox import Wish
from protocol.wire.limits import MAX_COMMAND_ID
from tests.console.memory.typings import AT, EXERCISE

ANNA = Owner(account="anna", address="0" * 16, origin=EXERCISE)


def _wish(id: int, origin: Origin | None = EXERCISE) -> Wish:
    return Wish(id=id, command=JoinLine(incident=id), made_at=AT, origin=origin)


def _read(file: OutboxFile) -> WishesRead:
    return read_wishes(file.path.read_bytes())


def test_what_is_answered_is_forgotten(tmp_path: Path) -> None:
    """Of three wishes with one answer two are left, oldest first, with the history they were made in."""
    file = OutboxFile(tmp_path, ANNA)
    for id in (1, 2, 3):
        file.put(_wish(id))
    file.answered(2)
    file.answered(99)
    assert file.waiting == {1, 3}
    file.let_go()
    assert _read(file) == WishesRead(owner=ANNA, wishes=(_wish(1), _wish(3)), foreign=False)


def test_with_the_last_answer_only_the_owner_stands_there(tmp_path: Path) -> None:
    """It does not grow in a shift."""
    file = OutboxFile(tmp_path, ANNA)
    empty = file.path.stat().st_size
    file.put(_wish(1))
    file.answered(1)
    assert file.path.stat().st_size == empty
    assert _read(file) == WishesRead(owner=ANNA, wishes=(), foreign=False)
    file.put(_wish(2))
    assert _read(file).wishes == (_wish(2),)
    file.remove()
    file.let_go()
    assert list(tmp_path.iterdir()) == []


def test_a_wish_from_before_any_welcome_is_of_no_history(tmp_path: Path) -> None:
    """Somebody is asked about it."""
    file = OutboxFile(tmp_path, Owner(account="anna", address="0" * 16))
    file.put(_wish(1, None))
    file.let_go()
    assert _read(file).wishes == (_wish(1, None),)


@pytest.mark.parametrize("tail", [b'{"id": 2, "at": "2026', b"\x00\xff\n", b"[]\n7\n", b'{"do": "zz"}\n'])
def test_a_torn_line_loses_only_itself(tmp_path: Path, tail: bytes) -> None:
    """A line that was being written at the death is skipped; the others are read."""
    file = OutboxFile(tmp_path, ANNA)
    file.put(_wish(1))
    file.let_go()
    with file.path.open("ab") as torn:
        torn.write(tail)
    assert _read(file) == WishesRead(owner=ANNA, wishes=(_wish(1),), foreign=False)
    with file.path.open("ab") as torn:
        torn.write(answered_line(1))
    assert _read(file).wishes == ()


@pytest.mark.parametrize(
    "row",
    [
        {"id": 2, "at": AT.isoformat(), "do": "94ffffffff"},
        {"id": 2, "at": AT.isoformat(), "do": {"later": 1}},
        {"id": 2, "when": 7},
    ],
)
def test_a_wish_that_is_not_known_here_is_not_lost(tmp_path: Path, row: dict[str, object]) -> None:
    """A later version wrote it: the file is to stay for that one, and the others are offered."""
    file = OutboxFile(tmp_path, ANNA)
    file.put(_wish(1))
    file.let_go()
    with file.path.open("ab") as more:
        more.write(json.dumps(row).encode() + b"\n")
    assert _read(file) == WishesRead(owner=ANNA, wishes=(_wish(1),), foreign=True)
    with file.path.open("ab") as more:
        more.write(answered_line(2))
    assert not _read(file).foreign


def test_a_file_of_a_later_version_is_not_read_at_all() -> None:
    """Nobody here knows what its lines mean."""
    owner = {"version": 2, "account": "anna", "address": "0" * 16, "origin": None}
    wish = {"id": 1, "at": AT.isoformat(), "do": ""}
    content = "\n".join(map(json.dumps, (owner, wish))).encode()
    assert read_wishes(content) == WishesRead(owner=None, wishes=(), foreign=True)


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """The file is the owner's alone, and its name tells nothing."""
    file = OutboxFile(tmp_path, ANNA)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert "anna" not in file.path.name
    file.let_go()


def test_ids_of_runs_do_not_meet() -> None:
    """Each run has four thousand million ids of its own, all within the wire's limit."""
    firsts = {new_first_id() for _ in range(100)}
    assert len(firsts) == 100
    assert all(first >= 1 and first + 2**32 <= MAX_COMMAND_ID + 1 for first in firsts)


def test_a_full_disk_does_not_stop_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wish that cannot be written is no error, but known; with room again it is written too."""
    file = OutboxFile(tmp_path, ANNA)
    real = os.write

    def full(descriptor: int, content: bytes) -> int:
        real(descriptor, content[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    file.put(_wish(1))
    assert file.trouble is not None
    assert file.trouble.key == "state-unwritable"
    monkeypatch.setattr(os, "write", real)
    file.put(_wish(2))
    assert file.trouble is None
    file.let_go()
    assert _read(file).wishes == (_wish(1), _wish(2))


def test_what_found_no_room_is_written_when_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without another wish, and once; what was answered meanwhile leaves nothing behind."""
    file = OutboxFile(tmp_path, ANNA)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda _file, _content: 0)
        file.put(_wish(1))
        file.try_again()
        assert _read(file).wishes == ()
    file.try_again()
    assert (file.trouble, _read(file).wishes) == (None, (_wish(1),))
    size = file.path.stat().st_size
    file.try_again()
    assert file.path.stat().st_size == size
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda _file, _content: 0)
        file.put(_wish(2))
        file.answered(1)
        file.answered(2)
    file.try_again()
    assert (file.trouble, _read(file).wishes) == (None, ())
    file.let_go()


def test_a_disk_that_is_full_from_the_start_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing is kept, and whoever starts the console says so."""
    monkeypatch.setattr(os, "write", lambda _descriptor, content: len(content) // 2)
    with pytest.raises(OSError):
        OutboxFile(tmp_path, ANNA)
    assert list(tmp_path.iterdir()) == []
