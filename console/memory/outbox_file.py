"""Unanswered wishes on disk, so that nothing typed is lost when the console dies.

One file a run and history, in the folder of the account, readable by its owner alone and locked while the
console lives; the lock covers what is typed in the file beside it too. The first line says whose it is. For
each wish and each answer a line is added; with the last answer only the first stays, and at the end the file
goes.

A line is written to the system at once, so it survives the death of the program; it is not synced to the
disk, which would stall the screen at every command.
"""

import contextlib
import fcntl
import json
import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import field, frozen
from attrs.validators import instance_of, optional

from console.memory.typed_codec import origin_in, origin_row
from console.memory.unwritable import unwritable
from console.texts.trouble import Trouble
from protocol.errors import BadMessage
from protocol.session.origin import Origin
from protocol.session.outbox import Wish
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Do

VERSION = 1
SUFFIX = ".wishes"


def new_first_id() -> int:
    """Where the ids of a run's wishes begin: runs of one account do not meet, and all fit 63 bits."""
    return (secrets.randbits(31) << 32) + 1


@frozen(kw_only=True)
class Owner:
    """Whose wishes a file holds: its first line."""

    account: str = field(validator=instance_of(str))
    address: str = field(validator=instance_of(str))
    """The mark of the address at which they were made (`folders.address_mark`)."""

    origin: Origin | None = field(default=None, validator=optional(instance_of(Origin)))
    """The history in which they were made; None before any welcome."""


class OutboxFile:
    """The wishes of this run and history without an answer. Raises OSError when it cannot be written."""

    def __init__(self, folder: Path, owner: Owner) -> None:
        self.owner = owner
        self.trouble: Trouble | None = None
        """Why the last line could not be written, and wishes live in memory alone; None when all is well."""

        self._waiting: set[int] = set()
        self._unwritten: list[bytes] = []
        """Lines for which there was no room."""

        self._torn = False
        self.path = folder / f"{secrets.token_hex(8)}{SUFFIX}"
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC
        self._file = os.open(self.path, flags, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        first = _line(_owner_row(owner))
        self._first_bytes = len(first)
        try:
            _write(self._file, first)
        except OSError:
            self.remove()
            self.let_go()
            raise

    @property
    def waiting(self) -> frozenset[int]:
        """The ids of the wishes without an answer."""
        return frozenset(self._waiting)

    @property
    def kept(self) -> frozenset[int]:
        """The ids of the wishes without an answer that are on the disk."""
        return self.waiting - {json.loads(line).get("id") for line in self._unwritten}

    def put(self, wish: Wish) -> None:
        """Remember a wish until its answer."""
        frame = encode(Do(id=wish.id, command=wish.command))
        self._waiting.add(wish.id)
        self._append({"id": wish.id, "at": wish.made_at.isoformat(), "do": frame.hex()})

    def answered(self, id: int) -> None:
        """Its answer came, or somebody forgets it."""
        if id not in self._waiting:
            return
        self._waiting.discard(id)
        if self._waiting:
            self._append({"answered": id})
        else:
            os.ftruncate(self._file, self._first_bytes)
            self._unwritten, self._torn, self.trouble = [], False, None

    def remove(self) -> None:
        """Away with it: nothing in it waits."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()

    def let_go(self) -> None:
        """Let go of the file as it is, as a death would."""
        os.close(self._file)

    def try_again(self) -> None:
        """Write the lines for which there was no room, if there is now."""
        if not self._unwritten:
            return
        content = b"".join(self._unwritten)
        try:
            # After half a line the next one begins afresh.
            _write(self._file, b"\n" + content if self._torn else content)
        except OSError as error:
            self._torn = True
            self.trouble = unwritable(error, self.path.parent)
        else:
            self._unwritten, self._torn, self.trouble = [], False, None

    def _append(self, row: dict[str, Any]) -> None:
        """Add a line. A full disk must not stop the work: the wish goes out, and `trouble` tells."""
        self._unwritten.append(_line(row))
        self.try_again()


@frozen(kw_only=True)
class WishesRead:
    """What stands in a file of wishes."""

    owner: Owner | None
    """None for a file of the first release, which did not say."""

    wishes: tuple[Wish, ...]
    """Those without an answer, oldest first."""

    foreign: bool
    """True when something in it is of a version that is not known here: the file must stay."""


def read_wishes(content: bytes) -> WishesRead:
    """What stands in the content of a file; a line that is not whole was never sent, and is none."""
    owner: Owner | None = None
    rows: dict[int, dict[str, Any]] = {}
    for line in content.split(b"\n"):
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if not isinstance(row, dict):
            continue
        if "answered" in row:
            rows.pop(row["answered"], None)
        elif "account" in row:
            owner = _owner_in(row)
            if owner is None:
                return WishesRead(owner=None, wishes=(), foreign=True)
        elif isinstance(row.get("id"), int):
            rows[row["id"]] = row
    origin = None if owner is None else owner.origin
    wishes = [_wish_in(row, origin) for row in rows.values()]
    return WishesRead(
        owner=owner, wishes=tuple(wish for wish in wishes if wish is not None), foreign=None in wishes
    )


def answered_line(id: int) -> bytes:
    """The line that says that a wish is answered or forgotten; by itself, whatever stands before."""
    return b"\n" + _line({"answered": id})


def _wish_in(row: dict[str, Any], origin: Origin | None) -> Wish | None:
    """The wish in a row; None for one that this version cannot read."""
    try:
        message = decode_up(bytes.fromhex(row["do"]), now_ms=0)
        at = datetime.fromisoformat(row["at"])
    except (ValueError, KeyError, TypeError, BadMessage):
        return None
    if not isinstance(message, Do) or message.id != row["id"]:
        return None
    return Wish(id=message.id, command=message.command, made_at=at, origin=origin)


def _owner_row(owner: Owner) -> dict[str, Any]:
    return {
        "version": VERSION,
        "account": owner.account,
        "address": owner.address,
        "origin": origin_row(owner.origin),
    }


def _owner_in(row: dict[str, Any]) -> Owner | None:
    """None for an owner that this version cannot read."""
    try:
        if row["version"] != VERSION:
            return None
        return Owner(account=row["account"], address=row["address"], origin=origin_in(row["origin"]))
    except (KeyError, TypeError, ValueError):
        return None


def _write(file: int, content: bytes) -> None:
    """All of it, or an error: the system may take less than it was given without one."""
    written = os.write(file, content)
    if written < len(content):
        raise OSError(f"only {written} of {len(content)} bytes")


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row).encode() + b"\n"
