"""A file system so small that it is soon full; mounted for one test, as only root can."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mount(*arguments: str) -> None:
    """Raises CalledProcessError."""
    subprocess.run(["mount", *arguments], check=True, capture_output=True, text=True)


@contextmanager
def disk_of(size: str, disk: Path) -> Iterator[Path]:
    """A disk of this size ("1m") at this path, which is made; skips where none can be mounted."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    disk.mkdir(mode=0o700)
    try:
        mount("-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(disk))
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        pytest.skip(f"cannot mount here: {error}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)
