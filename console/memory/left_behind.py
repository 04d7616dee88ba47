"""What an earlier run left behind in one pair of files: unanswered wishes, and what was typed and not sent.

Held under the lock of its wishes file from the moment it is found, so that two consoles are never offered the
same. Nothing of it goes by itself: a person sends it or forgets it, and what was typed is forgotten after a
shift. A file of a version that is not known here stays as it is; one that can only be read is offered all the
same, and stays: what becomes of it in this run is offered again by the next, and the server does it once.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from console.memory.folders import address_mark, every_folder
from console.memory.outbox_file import SUFFIX as WISHES
from console.memory.outbox_file import Owner, answered_line, read_wishes
from console.memory.typed import Typed
from console.memory.typed_codec import line_for
from console.memory.typed_file import SUFFIX as TYPED
from console.memory.typed_file import read_typed, replace_file
from console.memory.unwritable import only_to_be_read
from protocol.address import Address
from protocol.session.outbox import Wish

FIRST_RELEASE = "outbox"
"""The folder in which the first release kept the wishes of everybody."""


class LeftBehind:
    """One pair of files that nobody else holds."""

    def __init__(
        self, path: Path, lock: int, *, first_release: Owner | None = None, read_only: bool = False
    ) -> None:
        """`lock` is the open and locked file of wishes, `read_only` when it could be opened only for reading.

        Raises OSError when it cannot be read.
        """
        self._path = path
        self._lock = lock
        self.read_only = read_only
        """True when nothing can be marked or removed on the disk."""

        read = read_wishes(_content(lock))
        typed = read_typed(path.with_suffix(TYPED))
        self.owner = read.owner or first_release
        """Whose it is; None when this version cannot read that."""

        self.wishes: tuple[Wish, ...] = read.wishes
        """Those without an answer, oldest first."""

        self.typed: Typed | None = typed.typed
        """What was typed and not sent; None for nothing."""

        self._foreign_wishes = read.foreign
        self._foreign_typed = typed.foreign

    @property
    def empty(self) -> bool:
        """True when there is nothing of it that could be offered."""
        return not self.wishes and self.typed is None

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._path.parent

    def forget_wishes(self) -> None:
        """They were sent again, and are kept by this run now; or nobody wants them."""
        ids, self.wishes = [wish.id for wish in self.wishes], ()
        self._mark(ids)

    def answered(self, id: int) -> None:
        """It was sent by this run, and its answer came, whether or not this run could keep it."""
        rest = tuple(wish for wish in self.wishes if wish.id != id)
        if rest != self.wishes:
            self.wishes = rest
            self._mark([id])

    def forget_typed(self) -> None:
        """It stands on the desk again, or nobody wants it."""
        self.typed = None
        if not self._foreign_typed:
            self._wipe_typed()
        self._tidied()

    def forget_older_than(self, moment: datetime) -> None:
        """What was typed before that moment is forgotten, on the disk too."""
        if self.typed is None:
            return
        fresh = self.typed.since(moment)
        if fresh.empty:
            self.forget_typed()
        elif fresh != self.typed:
            self.typed = fresh
            with contextlib.suppress(OSError):
                replace_file(self._path.with_suffix(TYPED), line_for(fresh))

    def let_go(self) -> None:
        """Somebody else may have it."""
        self._tidied()
        os.close(self._lock)

    def _mark(self, ids: list[int]) -> None:
        """On the disk they are not offered again."""
        if not self._tidied():
            # A full disk: they are offered once more, and the server does none of them twice.
            with contextlib.suppress(OSError):
                os.lseek(self._lock, 0, os.SEEK_END)
                os.write(self._lock, b"".join(map(answered_line, ids)))

    def _wipe_typed(self) -> None:
        """Where the folder lets nothing go its file can be emptied still."""
        typed = self._path.with_suffix(TYPED)
        with contextlib.suppress(OSError):
            try:
                typed.unlink(missing_ok=True)
            except PermissionError:
                os.truncate(typed, 0)

    def _tidied(self) -> bool:
        """The files go with the last that was in them. True when they are gone."""
        if not self.empty or self._foreign_wishes or self._foreign_typed:
            return False
        try:
            self._path.unlink()
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True


def left_behind(
    state: Path, address: Address, *, since: datetime, but: Path | None = None
) -> list[LeftBehind]:
    """What earlier runs of this account left, oldest first; nothing of a console that is alive.

    What anybody typed before `since` is forgotten on the way. `but` is this run's own file.
    """
    mark = address_mark(address)
    of_first_release = Owner(account=address.name, address=mark)
    found = []
    for path in sorted(_files(state, mark), key=_changed_at):
        if path == but:
            continue
        first = of_first_release if path.parent.name == FIRST_RELEASE else None
        each = _held(path, first)
        if each is None:
            continue
        each.forget_older_than(since)
        if each.empty or each.owner is None or each.owner.account != address.name:
            each.let_go()
        else:
            found.append(each)
    return found


def _files(state: Path, mark: str) -> Iterator[Path]:
    for folder in every_folder(state):
        yield from folder.glob(f"*{WISHES}")
    yield from (state / FIRST_RELEASE).glob(f"{mark}-*{WISHES}")


def _held(path: Path, first_release: Owner | None) -> LeftBehind | None:
    """The file under its lock; None when somebody else has it, or it is gone or unreadable."""
    read_only = False
    try:
        try:
            lock = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            if not only_to_be_read(error):
                raise
            lock, read_only = os.open(path, os.O_RDONLY | os.O_CLOEXEC), True
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_ino != path.stat().st_ino:
            raise FileNotFoundError(path)
        return LeftBehind(path, lock, first_release=first_release, read_only=read_only)
    except OSError:
        os.close(lock)
        return None


def _content(file: int) -> bytes:
    with os.fdopen(os.dup(file), "rb") as reading:
        reading.seek(0)
        return reading.read()


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
