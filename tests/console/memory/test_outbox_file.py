"""Unanswered wishes survive the death of the console, and are never in two hands."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.memory.outbox_file import OutboxFile, new_first_id
from protocol.address import read_address
from protocol.commands.timeline import JoinLine
from protocol.session.outbox import Wish
from protocol.wire.limits import MAX_COMMAND_ID

ANNA = read_address("ws://anna@127.0.0.1:8765")
BEN = read_address("ws://ben@127.0.0.1:8765")
AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def _wish(id: int) -> Wish:
    return Wish(id=id, command=JoinLine(incident=id), made_at=AT)


def test_what_is_answered_is_forgotten(tmp_path: Path) -> None:
    """Of three wishes with one answer, two are left for the next run, oldest first."""
    first = OutboxFile(ANNA, tmp_path)
    for id in (1, 2, 3):
        first.put(_wish(id))
    first.answered(2)
    first.answered(99)
    first.abandon()
    [left] = OutboxFile(ANNA, tmp_path).left()
    assert left.wishes == (_wish(1), _wish(3))
    left.discard()
    assert OutboxFile(ANNA, tmp_path).left() == []


def test_a_clean_end_leaves_nothing(tmp_path: Path) -> None:
    """When everything is answered the file goes with the run."""
    file = OutboxFile(ANNA, tmp_path)
    file.put(_wish(1))
    file.answered(1)
    assert file.path.stat().st_size == 0
    file.close()
    assert list((tmp_path / "outbox").iterdir()) == []


def test_an_end_with_wishes_keeps_them(tmp_path: Path) -> None:
    """Leaving while something is unanswered keeps it for the next run."""
    file = OutboxFile(ANNA, tmp_path)
    file.put(_wish(1))
    file.close()
    assert [left.wishes for left in OutboxFile(ANNA, tmp_path).left()] == [(_wish(1),)]


def test_a_living_console_keeps_its_own(tmp_path: Path) -> None:
    """A second console on the same address is not offered what the first still waits for."""
    first = OutboxFile(ANNA, tmp_path)
    first.put(_wish(1))
    assert OutboxFile(ANNA, tmp_path).left() == []


def test_another_address_is_another_matter(tmp_path: Path) -> None:
    """What anna left is not offered to ben."""
    first = OutboxFile(ANNA, tmp_path)
    first.put(_wish(1))
    first.abandon()
    assert OutboxFile(BEN, tmp_path).left() == []


@pytest.mark.parametrize("tail", [b'{"id": 2, "at": "2026', b"\x00\xff\n", b"[]\n7\n", b'{"do": "zz"}\n'])
def test_a_torn_line_loses_only_itself(tmp_path: Path, tail: bytes) -> None:
    """A line that was being written at the death is skipped; the others are read."""
    first = OutboxFile(ANNA, tmp_path)
    first.put(_wish(1))
    first.abandon()
    with first.path.open("ab") as file:
        file.write(tail)
    assert [left.wishes for left in OutboxFile(ANNA, tmp_path).left()] == [(_wish(1),)]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """The file and its folder are the owner's alone, and do not name the server."""
    file = OutboxFile(ANNA, tmp_path / "state")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert "anna" not in file.path.name
    file.close()


def test_ids_of_runs_do_not_meet() -> None:
    """Each run has four thousand million ids of its own, all within the wire's limit."""
    firsts = {new_first_id() for _ in range(100)}
    assert len(firsts) == 100
    assert all(first >= 1 and first + 2**32 <= MAX_COMMAND_ID + 1 for first in firsts)


def test_a_full_disk_does_not_stop_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wish that cannot be written is no error, but known; half a line does not spoil the next."""
    file = OutboxFile(ANNA, tmp_path)
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
    file.abandon()
    assert [left.wishes for left in OutboxFile(ANNA, tmp_path).left()] == [(_wish(2),)]
