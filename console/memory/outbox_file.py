"""Unanswered wishes on disk, so that nothing typed is lost when the console dies.

One file a run and address, in the user's state directory, readable by its owner alone and locked while the
console lives. A line is added for each wish and for each answer; with the last answer the file becomes empty,
and at the end it goes. What an earlier run left is offered, never sent unasked: the world has moved on.

A line is written to the system at once, so it survives the death of the program; it is not synced to the
disk, which would stall the screen at every command.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import frozen
from platformdirs import user_state_path

from console.net.trouble import Trouble
from protocol.address import Address
from protocol.errors import BadMessage
from protocol.session.outbox import Wish
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Do

SUFFIX = ".wishes"


def new_first_id() -> int:
    """Where the ids of a run's wishes begin: runs of one account do not meet, and all fit 63 bits."""
    return (secrets.randbits(31) << 32) + 1


def state_directory() -> Path:
    """Where this program keeps its own files for this user."""
    return user_state_path("openlijn")


@frozen(kw_only=True)
class Left:
    """What an earlier run left unanswered, in one file."""

    path: Path
    wishes: tuple[Wish, ...]
    """Oldest first; never empty."""

    def discard(self) -> None:
        """Forget them for good; also once they were sent again, and are kept in the file of this run."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


class OutboxFile:
    """The wishes of this run that have no answer yet. Raises OSError when the state cannot be written."""

    def __init__(self, address: Address, directory: Path | None = None) -> None:
        self._directory = (directory or state_directory()) / "outbox"
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._mark = _mark(address)
        self.trouble: Trouble | None = None
        """Why the last line could not be written, and wishes live in memory alone; None when all is well."""

        self._waiting: set[int] = set()
        self._torn = False
        self.path = self._directory / f"{self._mark}-{secrets.token_hex(8)}{SUFFIX}"
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC
        self._file = os.open(self.path, flags, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def left(self) -> list[Left]:
        """What earlier runs for this address left, oldest first; nothing of a console that is alive."""
        paths = sorted(self._directory.glob(f"{self._mark}-*{SUFFIX}"), key=_changed_at)
        found = []
        for path in paths:
            if path == self.path:
                continue
            wishes = _read_if_abandoned(path)
            if wishes:
                found.append(Left(path=path, wishes=wishes))
        return found

    def put(self, wish: Wish) -> None:
        """Remember a wish until its answer."""
        frame = encode(Do(id=wish.id, command=wish.command))
        self._waiting.add(wish.id)
        self._append({"id": wish.id, "at": wish.made_at.isoformat(), "do": frame.hex()})

    def answered(self, id: int) -> None:
        """Its answer came: forget it."""
        if id not in self._waiting:
            return
        self._waiting.discard(id)
        if self._waiting:
            self._append({"answered": id})
        else:
            os.ftruncate(self._file, 0)

    def close(self) -> None:
        """The end of this run. The file stays only when something is unanswered."""
        if not self._waiting:
            with contextlib.suppress(FileNotFoundError):
                self.path.unlink()
        os.close(self._file)

    def abandon(self) -> None:
        """Let go of the file as it is, as a death would."""
        os.close(self._file)

    def _append(self, row: dict[str, Any]) -> None:
        """Add a line. A full disk must not stop the work: the wish goes out, and `trouble` tells."""
        line = json.dumps(row).encode() + b"\n"
        try:
            # After half a line the next one begins afresh.
            self._torn = os.write(self._file, b"\n" + line if self._torn else line) < len(line)
        except OSError as error:
            self._torn = True
            self.trouble = Trouble(key="state-unwritable", args={"why": error.strerror or str(error)})
        else:
            self.trouble = None


def _mark(address: Address) -> str:
    """A file name for the address; it tells nobody where the server is."""
    return hashlib.sha256(str(address).encode()).hexdigest()[:16]


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _read_if_abandoned(path: Path) -> tuple[Wish, ...]:
    """The unanswered wishes of a file that nobody holds; an empty one is taken away."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            wishes = tuple(_unanswered(file.read()))
            if not wishes:
                path.unlink()
    except OSError:
        return ()
    return wishes


def _unanswered(content: bytes) -> Iterator[Wish]:
    wishes: dict[int, Wish] = {}
    for line in content.splitlines():
        # A line that was being written when the program died is not whole: it was not sent either.
        with contextlib.suppress(ValueError, KeyError, TypeError, BadMessage):
            row = json.loads(line)
            if "answered" in row:
                wishes.pop(row["answered"], None)
                continue
            message = decode_up(bytes.fromhex(row["do"]), now_ms=0)
            if isinstance(message, Do):
                at = datetime.fromisoformat(row["at"])
                wishes[message.id] = Wish(id=message.id, command=message.command, made_at=at)
    yield from wishes.values()
