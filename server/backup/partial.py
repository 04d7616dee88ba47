"""The folder in which a copy grows: under a hidden name until it is whole, then under the one asked for.

Locked while somebody fills it. One that nobody holds is what a killed program left, with keys in it: the next
who makes a copy in the same place removes it, and says so. Errors name the place that a person typed, never
the hidden one.
"""

import fcntl
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from errno import EBUSY, EDQUOT, ENOSPC, EXDEV
from pathlib import Path
from shutil import rmtree

from attrs import frozen

from server.backup.copying import BackupProblem
from server.journal.errors import JournalUnavailable, Reason


class Purpose(StrEnum):
    """What is being made; the word stands in the hidden name."""

    BACKUP = "partial"
    RESTORE = "restoring"


@frozen(kw_only=True)
class Remains:
    """A folder that a killed program left half done."""

    path: Path
    removed: bool
    """False where the system lets nobody remove it: it is still there, keys and all."""


def sweep(beside: Path) -> tuple[Remains, ...]:
    """Removes what killed programs left in the folder of `beside`, whatever it was to become; by name.

    Leaves alone what somebody is filling, and every folder that is not named as ours are. Nothing is found
    where that folder cannot be listed.
    """
    try:
        there = sorted(beside.parent.iterdir())
    except OSError:
        return ()
    found = (path for path in there if _HIDDEN.fullmatch(path.name))
    swept = (_removed(path) for path in found if path.is_dir() and not path.is_symlink())
    return tuple(each for each in swept if each is not None)


@contextmanager
def in_one_piece(target: Path, purpose: Purpose) -> Iterator[Path]:
    """A folder beside `target` that takes its name when the block ends well, and is gone when it does not.

    `target` is not there, or empty. Raises BackupProblem where the disk is full or `target` is a mount point;
    OSError, in which `target` stands for the folder.
    """
    partial = target.with_name(f".{target.name}.{purpose}-{secrets.token_hex(4)}")
    lock: int | None = None
    try:
        lock = _made_and_held(partial)
        yield partial
        _sync_folders(partial)
        partial.rename(target)
        _sync(target.parent)
    except BaseException as error:
        rmtree(partial, ignore_errors=True)
        problem = _problem(error, target)
        if problem is not None:
            raise problem from error
        if isinstance(error, OSError):
            _name_the_target(error, partial, target)
        raise
    finally:
        if lock is not None:
            os.close(lock)


_HIDDEN = re.compile(rf"\..+\.({'|'.join(Purpose)})-[0-9a-f]{{8}}")


def _made_and_held(partial: Path) -> int:
    """The new folder under its lock, which ends with the program."""
    partial.mkdir(mode=0o700)
    lock = os.open(partial, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    # A disk over the network may lock no folder: then nobody is sure enough to remove one there either.
    with suppress(OSError):
        fcntl.flock(lock, fcntl.LOCK_EX)
    if not partial.exists():
        os.close(lock)
        raise BackupProblem(f"another copy into {partial.parent} tidied up in the same moment: try it again")
    return lock


def _removed(path: Path) -> Remains | None:
    """None for one that is being filled, or that is gone by itself."""
    try:
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError:
        return Remains(path=path, removed=False)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return None
    else:
        with suppress(OSError):
            rmtree(path)
        return Remains(path=path, removed=not path.exists())
    finally:
        os.close(lock)


def _problem(error: BaseException, target: Path) -> BackupProblem | None:
    """What a person can do about it; None for an error that says so itself, or that nobody foresaw."""
    number = error.errno if isinstance(error, OSError) else None
    full = isinstance(error, JournalUnavailable) and error.reason is Reason.DISK_FULL
    if full or number in (ENOSPC, EDQUOT):
        return BackupProblem(
            f"the disk of {target.parent} is full: nothing of it was kept. Make room, or name a folder on "
            "another disk"
        )
    if number in (EBUSY, EXDEV):
        return BackupProblem(f"{target} is where a disk is mounted: name a folder on that disk")
    return None


def _name_the_target(error: OSError, partial: Path, target: Path) -> None:
    """The hidden name is gone by the time that anybody reads it."""
    for attribute in ("filename", "filename2"):
        name = getattr(error, attribute)
        if isinstance(name, str | os.PathLike) and Path(name).is_relative_to(partial):
            setattr(error, attribute, str(target / Path(name).relative_to(partial)))


def _sync_folders(folder: Path) -> None:
    for inner in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        _sync(inner)


def _sync(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
