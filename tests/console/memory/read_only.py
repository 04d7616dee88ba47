"""A folder that became read-only, whoever runs the tests: the system refuses to change anything in it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Inside the block nothing below `folder` can be made, opened for writing, changed or removed."""
    inside = str(folder)
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((os, "unlink"), (os, "mkdir"), (os, "chmod"), (os, "replace"), (os, "truncate")):
            patch.setattr(owner, name, _refusing(getattr(owner, name), inside))
        patch.setattr(os, "open", _refusing(os.open, inside, unless_read=True))
        yield


def _refusing(real: Any, inside: str, *, unless_read: bool = False) -> Any:
    def refused(path: Any, *rest: Any, **named: Any) -> Any:
        reads = unless_read and not rest[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if not reads and str(path).startswith(inside):
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        return real(path, *rest, **named)

    return refused
