"""A data directory from a backup, as a history of its own.

Numbers that were given out after the backup will be given out again, so consoles begin anew, wishes of the
history before wait for a person's word, and tickets and melders' links of it open nothing.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from attrs import frozen

from protocol.model.moment import to_ms
from protocol.wire import VERSION
from server.backup.copying import BackupProblem, copy_file
from server.backup.manifest import Manifest, read_manifest
from server.backup.partial import Purpose, Remains, in_one_piece, sweep
from server.journal.history import begin_history
from server.journal.lock import NAME as LOCK
from server.journal.lock import DirectoryLock
from server.journal.schema import FILE_NAME as JOURNAL
from server.journal.schema import open_file
from server.journal.trouble import unreadable


@frozen(kw_only=True)
class Restored:
    """What was put back."""

    manifest: Manifest
    history: str
    """The one that begins."""

    remains: tuple[Remains, ...] = ()
    """What killed programs had left in the same place."""


def restore(source: Path, directory: Path, now: datetime) -> Restored:
    """Puts the backup in `source` back as the data directory `directory`, which is not there or empty.

    Raises:
        BackupProblem: it is no backup, a damaged or a newer one; something lies in the directory; the disk is
            full.
        JournalInUse: a server runs there.
        JournalError, OSError
    """
    manifest = read_manifest(source)
    if manifest.version > VERSION:
        raise BackupProblem(
            f"{source} was made by Openlijn 0.{manifest.version}, and this is 0.{VERSION}: take that one"
        )
    _check_place(source, directory)
    remains = sweep(directory)
    with in_one_piece(directory, Purpose.RESTORE) as folder:
        for name, wanted in manifest.sha256_by_name.items():
            _copy(source, folder, name, wanted)
        history = _begin(folder / JOURNAL, manifest.world, to_ms(now))
        (directory / LOCK).unlink(missing_ok=True)
    return Restored(manifest=manifest, history=history, remains=remains)


def _check_place(source: Path, directory: Path) -> None:
    if directory.resolve().is_relative_to(source.resolve()):
        raise BackupProblem(f"{directory} lies inside the backup itself: name a folder elsewhere")
    if not directory.parent.is_dir():
        raise BackupProblem(f"{directory.parent} is no folder: make it first")
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise BackupProblem(f"{directory} is no folder, and nothing is overwritten: name another")
    if not directory.exists():
        return
    if (directory / LOCK).exists():
        # Whose journal it is says so itself.
        DirectoryLock(directory).release()
    there = sorted(path.name for path in directory.iterdir() if path.name != LOCK)
    if there:
        raise BackupProblem(
            f"{directory} is not empty ({', '.join(there[:5])}{', …' if there[5:] else ''}), and nothing is "
            f"overwritten: move it away first (mv {directory} {directory}.before), or name another folder"
        )


def _copy(source: Path, folder: Path, name: str, wanted: str) -> None:
    try:
        found = copy_file(source / name, folder / name)
    except FileNotFoundError:
        raise BackupProblem(f"{source / name} is missing: the backup is damaged, use another") from None
    if found != wanted:
        raise BackupProblem(
            f"{source / name} is not what was backed up (its checksum is another): the backup is damaged, "
            "use another"
        )


def _begin(journal: Path, world: str, now_ms: int) -> str:
    """The history that begins in the journal, which was brought up to date first."""
    connection, _ = open_file(journal, world=world, now_ms=now_ms)
    with closing(connection):
        try:
            connection.execute("BEGIN IMMEDIATE")
            history = begin_history(connection)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise unreadable(error, journal) from error
    return history
