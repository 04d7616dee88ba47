"""What is typed and not sent, on disk: one file, a line for each state, the last whole one counts.

Written by one run, whose wishes file beside it holds the lock; read by the next. A line goes to the system at
once, so it survives the death of the program; it is not synced, which would stall the hand at every word. A
full disk stops nobody from typing: `trouble` tells, and the next state is tried again.
"""

import contextlib
import os
from pathlib import Path

from console.memory.typed import NOTHING, Typed
from console.memory.typed_codec import ReadBack, last_whole, line_for
from console.memory.unwritable import unwritable
from console.texts.trouble import Trouble

SUFFIX = ".typed"
MOST_BYTES = 64 * 1024
"""Beyond this the file is begun anew with its last state alone."""


class TypedFile:
    """The states of one run in one history."""

    def __init__(self, path: Path) -> None:
        """Nothing is on disk before there is something to keep."""
        self.path = path
        self.trouble: Trouble | None = None
        """Why the last state could not be written; None when all is well."""

        self._written = NOTHING
        self._bytes = 0
        self._torn = False

    @property
    def typed(self) -> Typed:
        """The last state that is on disk."""
        return self._written

    def put(self, typed: Typed) -> None:
        """This is what is typed now. Writes nothing when it stands there already."""
        if typed == self._written and self.trouble is None:
            return
        try:
            self._put(typed)
        except OSError as error:
            self.trouble = unwritable(error, self.path.parent)
        else:
            self.trouble, self._written = None, typed

    def _put(self, typed: Typed) -> None:
        if typed.empty:
            with contextlib.suppress(FileNotFoundError):
                self.path.unlink()
            self._bytes, self._torn = 0, False
            return
        line = line_for(typed)
        # What was sent or wiped out does not lie about in an earlier state.
        is_less = len(typed.texts) < len(self._written.texts)
        if self._bytes and (is_less or self._bytes + len(line) > MOST_BYTES):
            replace_file(self.path, line)
            self._bytes, self._torn = len(line), False
            return
        # Behind half a line the next one begins afresh.
        self._append(b"\n" + line if self._torn else line)

    def _append(self, line: bytes) -> None:
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            written = os.write(file, line)
            self._bytes += written
            self._torn = written < len(line)
            if self._torn:
                raise OSError(f"only {written} of {len(line)} bytes")
        except OSError:
            self._torn = True
            raise
        finally:
            os.close(file)


def read_typed(path: Path) -> ReadBack:
    """What an earlier run left in this file; nothing where there is no file. Raises OSError."""
    try:
        return last_whole(path.read_bytes())
    except FileNotFoundError:
        return ReadBack()


def replace_file(path: Path, content: bytes) -> None:
    """The file with this content alone, in one step: it is the old one or the new one. Raises OSError."""
    fresh = path.with_name(path.name + ".new")
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(file, "wb") as writing:
            writing.write(content)
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
