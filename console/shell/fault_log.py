"""The console's log: a file beside what it keeps on disk, because the screen is the picture's alone.

Takes what the link and the guards say of faults, with their tracebacks. Small, its owner's alone, and never
holds what people typed: only what the program says of itself. A disk that takes nothing costs the log, and
not the console.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from console.memory.folders import make_private

FILE_NAME = "console.log"
MOST_BYTES = 500_000
"""Of the file, and of the one before it that is kept."""


@contextmanager
def fault_log(state: Path | None) -> Iterator[Path | None]:
    """While the console runs, its log is this file in the folder `state`; None: it keeps none."""
    path = None if state is None else state / FILE_NAME
    handler = logging.NullHandler() if path is None else _handler(path)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(path: Path) -> logging.Handler:
    try:
        make_private(path.parent)
        handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
    except OSError:
        return logging.NullHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(f"%(asctime)s {os.getpid()} %(levelname)s %(name)s: %(message)s"))
    return handler
