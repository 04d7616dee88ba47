"""One server per data directory: an exclusive lock on `journal.lock`, which also names the holder.

Taken before the journal file is touched, released after it is closed. The kernel lets go of it when the
process dies, so nothing stale can stay behind. Never removes the file: a second opener could then lock
another one.
"""

import contextlib
import fcntl
import os
from pathlib import Path

from server.journal.errors import JournalInUse

NAME = "journal.lock"
_PID_WIDTH = 20


class DirectoryLock:
    """Held from construction to `release`.

    Raises:
        JournalInUse: another journal, in this process or another, holds it.
        OSError: the file cannot be made or opened.
    """

    def __init__(self, data_dir: Path) -> None:
        self._file = os.open(data_dir / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            # flock and not fcntl locks: those do not see a second opener in the same process.
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = self._holder()
            os.close(self._file)
            raise JournalInUse(data_dir, pid) from None
        except OSError:
            os.close(self._file)
            raise
        # On a full disk the name of the holder is missing from the message, which is no reason to stay down.
        with contextlib.suppress(OSError):
            os.pwrite(self._file, str(os.getpid()).ljust(_PID_WIDTH).encode(), 0)

    def _holder(self) -> int | None:
        text = os.pread(self._file, _PID_WIDTH, 0).strip()
        return int(text) if text.isdigit() else None

    def release(self) -> None:
        """Lets the next one in; calling it again does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
