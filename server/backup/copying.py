"""Files and databases copied whole and synced, each for its owner alone; with the checksum of what was
written. The folder in which they come to lie is `partial`'s.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from protocol.errors import OpenlijnError
from server.journal.schema import connect
from server.journal.trouble import unreadable

CHUNK_BYTES = 1 << 20


class BackupProblem(OpenlijnError):
    """A backup was not made or not put back, and nothing of it was left behind: what, where, what to do."""


def copy_file(source: Path, target: Path) -> str:
    """Copies `source` to `target`, which is not there yet; its SHA-256. Raises OSError."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as read, _made(target) as written:
        while chunk := read.read(CHUNK_BYTES):
            digest.update(chunk)
            written.write(chunk)
    return digest.hexdigest()


def write_file(target: Path, content: bytes) -> None:
    """Writes `target`, which is not there yet. Raises OSError."""
    with _made(target) as written:
        written.write(content)


def checksum(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_database(source: Path, target: Path) -> None:
    """Copies a database as it is at one moment, also while another process writes it; as one single file.

    Raises JournalDamaged, JournalUnavailable; OSError.
    """
    with _made(target):
        pass
    try:
        with (
            closing(connect(source, writing=False)) as read,
            closing(connect(target, writing=True)) as written,
        ):
            # In one go: whoever copies it page by page begins anew at every commit of the other process.
            read.backup(written, pages=-1)
            written.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.Error as error:
        raise unreadable(error, source) from error
    with target.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _made(path: Path) -> Iterator[IO[bytes]]:
    """A new file, on the disk when the block ends."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with open(os.open(path, flags, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
