"""The digest of a board: four bytes that differ when two boards differ, kept from one reckoning to the next.

Both ends of a link keep one: the server of what an audience may have, the console of what it has. Each
object is hashed with its place and in the form in which it travels, and the hashes are combined by exclusive
or, so that a changed object costs its own hash and no more. What changed is seen by the objects themselves
and not by what was told of them: a change that was told to nobody counts too. Left out are the number and the
time of the board, because one audience's newest change is not another's, and the words of lines that do not
come in the run of changes.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from itertools import zip_longest
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen
from immutables import Map

from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.order import Order
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.wire.coders import Coder, Shared, coder_of
from protocol.wire.packing import pack

DIGEST_BYTES = 4
"""One drift in four thousand million goes unseen until the next change; an idle hour has no room for more."""

MOST_HASHED = 400
"""Objects and lines of timelines hashed in one go, some ten milliseconds: a whole large board would stall."""

WORDS_APART = frozenset({Role.UNIT, Role.PARTNER})
"""Roles whose timelines do not come in the run of changes, but beside it, to those who are on the line."""

_HEAD, _UNIT, _EMERGENCY, _INCIDENT, _ENTRY = range(5)
_HEAD_CODER = coder_of(tuple[int, int, Order, datetime, Name, Text, tuple[int, ...]])
_INCIDENT_CODER = coder_of(Incident)
_ENTRY_CODER = coder_of(Entry)
_ALONE = Shared()
Kind = TypeVar("Kind")


class BoardDigest:
    """The digest of one board as that goes on."""

    def __init__(
        self,
        *,
        has_timelines: bool,
        seen: Callable[[Incident], Incident | None] = lambda incident: incident,
    ) -> None:
        """`seen` is an incident as the audience may have it; None for one that it may not have at all."""
        self._head: tuple[Any, ...] = ()
        self._head_hash = 0
        self._units: _Part[Unit] = _Part(_whole(_UNIT, coder_of(Unit)))
        self._emergencies: _Part[Emergency] = _Part(_whole(_EMERGENCY, coder_of(Emergency)))
        self._incidents = _Part(_by_lines(seen, has_timelines=has_timelines))

    def digest_of(self, board: Board, *, most: int | None = None) -> int | None:
        """The digest of the board; None when more changed than `most`: ask again, also of a later board.

        `most` is MOST_HASHED unless told. An incident's timeline is hashed in one go, beyond it if need be.
        """
        left = self._units.reckon(board.units, MOST_HASHED if most is None else most)
        left = self._emergencies.reckon(board.emergencies, left)
        left = self._incidents.reckon(board.incidents, left)
        if left < 0:
            return None
        return self._hash_of_head(board) ^ self._units.sum ^ self._emergencies.sum ^ self._incidents.sum

    def recheck(self, few: int) -> None:
        """Hash so many objects of each kind anew that are still the same ones, the next few each time.

        A frozen value can be changed where it lies, by a mistake or by bad memory, and stays the same object.
        """
        for part in (self._units, self._emergencies, self._incidents):
            part.recheck(few)

    def _hash_of_head(self, board: Board) -> int:
        """Of what is no object of its own: the counts, the order, the row of closed incidents."""
        order = board.order, board.order_since, board.order_by, board.order_why
        head = board.last_incident, board.last_unit, *order, board.closed
        if head != self._head:
            self._head, self._head_hash = head, _hash(_HEAD, _HEAD_CODER.write(head, _ALONE))
        return self._head_hash


@frozen
class _Hashed(Generic[Kind]):
    """An object of the board and its hash."""

    value: Kind
    hash: int
    entries: tuple[Entry, ...] = ()
    """The timeline that `entries_hash` is of: a new line must not cost all before it."""

    entries_hash: int = 0
    cost: int = 1
    """Objects and lines that were hashed for it."""

    @property
    def sum(self) -> int:
        """The object with its timeline."""
        return self.hash ^ self.entries_hash


class _Part(Generic[Kind]):
    """All objects of one kind."""

    def __init__(self, hashed: Callable[[int, Kind, _Hashed[Kind] | None], _Hashed[Kind]]) -> None:
        """`hashed` hashes an object, helped by what stood under its key before."""
        self.sum = 0
        self._hashed = hashed
        self._known: dict[int, _Hashed[Kind]] = {}
        self._taken: Map[int, Kind] | None = None
        """The objects of which `sum` is; None while some are not hashed."""

        self._to_recheck: list[int] = []
        """Keys whose turn comes in this round."""

    def reckon(self, objects: Map[int, Kind], left: int) -> int:
        """Hash what changed, up to `left`; what remains of it, below nought when it was not enough."""
        if left < 0 or objects is self._taken:
            return left
        self._taken = None
        known = self._known
        for key, value in objects.items():
            before = known.get(key)
            if before is not None and before.value is value:
                continue
            if left <= 0:
                return -1
            known[key] = now = self._hashed(key, value, before)
            self.sum ^= now.sum if before is None else now.sum ^ before.sum
            left -= now.cost
        if len(known) > len(objects):
            for key in [key for key in known if key not in objects]:
                self.sum ^= known.pop(key).sum
        self._taken = objects
        return max(left, 0)

    def recheck(self, few: int) -> None:
        """Hash the next few of them anew, though they are the same objects as before."""
        for _ in range(min(few, len(self._known))):
            if not self._to_recheck:
                self._to_recheck = list(self._known)
            key = self._to_recheck.pop()
            before = self._known.get(key)
            if before is not None:
                self._known[key] = now = self._hashed(key, before.value, None)
                self.sum ^= before.sum ^ now.sum


def _hash(kind: int, *raw: Any) -> int:
    # A checksum would not do: those of the same difference in two objects cancel each other out.
    return int.from_bytes(blake2b(pack([kind, *raw]), digest_size=DIGEST_BYTES).digest())


def _whole(kind: int, coder: Coder) -> Callable[[int, Kind, _Hashed[Kind] | None], _Hashed[Kind]]:
    def hashed(key: int, value: Kind, _before: _Hashed[Kind] | None) -> _Hashed[Kind]:
        return _Hashed(value, _hash(kind, key, coder.write(value, _ALONE)))

    return hashed


def _by_lines(
    seen: Callable[[Incident], Incident | None], *, has_timelines: bool
) -> Callable[[int, Incident, _Hashed[Incident] | None], _Hashed[Incident]]:
    def hashed(key: int, incident: Incident, before: _Hashed[Incident] | None) -> _Hashed[Incident]:
        shown = seen(incident)
        if shown is None:
            return _Hashed(incident, 0, cost=0)
        entries = shown.entries if has_timelines else ()
        then, entries_hash = ((), 0) if before is None else (before.entries, before.entries_hash)
        cost = 1
        for place, pair in enumerate(zip_longest(then, entries)):
            if pair[0] is not pair[1]:
                cost += 1
                for entry in filter(None, pair):
                    entries_hash ^= _hash(_ENTRY, key, place, _ENTRY_CODER.write(entry, _ALONE))
        line = shown.contact_line
        rest = evolve(shown, entries=(), contact_line=evolve(line, words=()) if line.words else line)
        whole = _hash(_INCIDENT, key, _INCIDENT_CODER.write(rest, _ALONE))
        return _Hashed(incident, whole, entries, entries_hash, cost)

    return hashed
