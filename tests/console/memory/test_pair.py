"""What one run keeps of one history lies in its own files, or in memory till these can be made."""

import errno
import os
from pathlib import Path

import pytest

from console.memory.outbox_file import Owner, read_wishes
from console.memory.pair import Pair
from protocol.commands.timeline import JoinLine
from protocol.session.outbox import Wish
from tests.console.memory.typings import AT, EXERCISE

OWNER = Owner(account="anna", address="0" * 16, origin=EXERCISE)


def _full(*_given: object, **_named: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_had_no_file_is_written_with_its_own_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no file before there is room for it, and what was answered till then is in none."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full)
        pair = Pair(tmp_path, OWNER)
        for id in (1, 2):
            pair.put(Wish(id=id, command=JoinLine(incident=id), made_at=AT, origin=EXERCISE))
        pair.answered(1)
        assert pair.kept == (0, 0)
        assert list(tmp_path.iterdir()) == []
        said = pair.trouble
        assert said is not None
    pair.try_again()
    assert (pair.trouble, pair.kept) == (None, (1, 0))
    assert pair.path is not None
    read = read_wishes(pair.path.read_bytes())
    assert (read.owner, [(wish.id, wish.origin) for wish in read.wishes]) == (OWNER, [(2, EXERCISE)])
    pair.answered(2)
    pair.close()
    assert list(tmp_path.iterdir()) == []
