"""Lines typed before, kept in the folder of the account in this world, newest last, for the next time.

Read once, when the world is known; a line is appended when it was accepted. Several consoles may write the
same file, each under its lock. Walks only through the lines that begin with what was already typed. Never
holds more than MOST for long, and no line for longer than what was typed may be kept.
"""

import contextlib
import fcntl
import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from attrs import frozen

from console.command.typed_before import Past

MOST = 1_000
FILE_NAME = "lines"


@frozen(kw_only=True)
class _Line:
    at: datetime
    text: str


class KeptPast(Past):
    """A past that is written down, and searched by its beginning."""

    def __init__(self, path: Path, *, since: datetime, clock: Callable[[], datetime]) -> None:
        """The lines that were accepted since then. Raises OSError when the file cannot be written."""
        self._path = path
        self._clock = clock
        self._begins_with = ""
        super().__init__(tuple(line.text for line in forget_lines(path, since=since)))

    def add(self, line: str) -> None:
        """A line that was accepted: to be had back, also the next time."""
        super().add(line)
        row = json.dumps({"at": self._clock().isoformat(), "line": " ".join(line.splitlines())})
        # A full disk must not stop the work; the line is still in this run's past.
        with contextlib.suppress(OSError), _locked(self._path) as file:
            end = os.lseek(file, 0, os.SEEK_END)
            # Behind half a line, which a full disk leaves, the next one begins afresh.
            torn = end > 0 and os.pread(file, 1, end - 1) != b"\n"
            os.write(file, (b"\n" if torn else b"") + row.encode() + b"\n")

    def rewind(self) -> None:
        """Back to the near end."""
        super().rewind()
        self._begins_with = ""

    def older(self, typed: str) -> str | None:
        """The line before that begins as what was typed; None when there is none."""
        if self._place is None:
            self._begins_with = typed
        place, unfinished = self._place, self._unfinished
        while (line := super().older(typed)) is not None:
            if line.startswith(self._begins_with) and line != typed:
                return line
        self._place, self._unfinished = place, unfinished
        return None

    def newer(self) -> str | None:
        """The line after that begins so; at the end the one that was being typed."""
        while (line := super().newer()) is not None:
            if self._place is None or line.startswith(self._begins_with):
                return line
        return None


def forget_lines(path: Path, *, since: datetime) -> tuple[_Line, ...]:
    """The lines that were accepted since then, at most MOST; the others are forgotten on the disk too.

    Raises OSError.
    """
    if not path.exists():
        return ()
    with _locked(path) as file:
        with os.fdopen(os.dup(file), "rb") as reading:
            reading.seek(0)
            content = reading.read()
        rows = [(line, row) for line in content.splitlines() if (row := _line_in(line)) is not None]
        kept = [(line, row) for line, row in rows if row.at >= since][-MOST:]
        fresh = b"".join(line + b"\n" for line, _ in kept)
        if fresh != content:
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, fresh)
    return tuple(row for _, row in kept)


def _line_in(line: bytes) -> _Line | None:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        row = json.loads(line)
        at, text = datetime.fromisoformat(row["at"]), row["line"]
        if at.tzinfo is not None and isinstance(text, str):
            return _Line(at=at, text=text)
    return None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, which nobody else writes meanwhile."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)
