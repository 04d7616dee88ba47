"""A directory that goes when its process goes: made for a demonstration, locked while it lives.

Removed at the end of the context. A process that is killed with -9 cannot remove anything; what it left is
known by its lock, which the kernel has let go of, and is removed by the next demonstration.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "openlijn-demo-"
LOCK_NAME = "demo.lock"

YOUNG_S = 60.0
"""A directory younger than this may not have got its lock yet."""


@contextmanager
def private_directory() -> Iterator[Path]:
    """A new directory that only its owner can enter. Raises OSError when none can be made."""
    directory = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = os.open(directory / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _remove_abandoned(directory.parent)
        yield directory
    finally:
        shutil.rmtree(directory)
        os.close(lock)


def _remove_abandoned(parent: Path) -> None:
    """What killed demonstrations of this user left behind."""
    for path in parent.glob(f"{PREFIX}*/{LOCK_NAME}"):
        try:
            found = path.parent.lstat()
            if found.st_uid != os.getuid() or time.time() - found.st_mtime < YOUNG_S:
                continue
            lock = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            continue  # gone meanwhile, or not ours to touch
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path.parent, ignore_errors=True)
        except BlockingIOError:
            pass  # alive
        finally:
            os.close(lock)
