"""Lines typed before, kept in a file of the user's own, newest last, for the next time.

Read once at the start; a line is appended when it was accepted. Several consoles may write the same file.
Walks only through the lines that begin with what was already typed. Never holds more than MOST for long.
"""

import os
from pathlib import Path

from console.command.typed_before import Past
from console.memory.outbox_file import state_directory

MOST = 1_000
FILE_NAME = "lines"


class KeptPast(Past):
    """A past that is written down, and searched by its beginning."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begins_with = ""
        super().__init__(_read(path))

    def add(self, line: str) -> None:
        """A line that was accepted: to be had back, also the next time."""
        super().add(line)
        _append(self._path, line)

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


def kept_past(directory: Path | None = None) -> Past:
    """The lines of this user; only of this run when there is nowhere to keep them."""
    path = (directory or state_directory()) / FILE_NAME
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _shorten(path)
        return KeptPast(path)
    except OSError:
        return Past()


def _read(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8", errors="replace").splitlines()[-MOST:])
    except FileNotFoundError:
        return ()


def _append(path: Path, line: str) -> None:
    row = " ".join(line.splitlines()).encode("utf-8", "replace") + b"\n"
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    except OSError:
        # A full disk must not stop the work; the line is still in this run's past.
        return
    try:
        os.write(file, row)
    except OSError:
        return
    finally:
        os.close(file)


def _shorten(path: Path) -> None:
    """At the start, a file that has grown to twice the most is cut to the newest lines."""
    lines = _read(path)
    if len(lines) < MOST or path.stat().st_size < 2 * sum(len(line.encode()) + 1 for line in lines):
        return
    fresh = path.with_suffix(".new")
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as writing:
        writing.writelines(f"{line}\n" for line in lines)
    fresh.replace(path)
