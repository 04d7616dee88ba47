"""The pieces of a snapshot back into a board, and how a piece is made up; `snapshot_writer` makes them.

Rows come in the order in which a centralist wants them: how the board is ordered where that was ever
switched, the ten most urgent incidents, the units, the other open incidents, the closed ones, and last the
timelines in the same order. One zlib stream runs through all rows, so that a street is spelled out once. It
is cut into *stretches*, each of which ends on a flush: what has arrived can be shown while the rest is
under way. A part carries one stretch, or as many as its link likes to have in one frame.
"""

import zlib
from datetime import datetime
from typing import Any

from attrs import evolve

from protocol.errors import NotMsgpack, TooDeep, UnknownTag, WrongShape
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.moment import MAX_MS, to_ms
from protocol.model.order import Order
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.wire.coders import Shared, coder_of
from protocol.wire.messages import SnapshotPart
from protocol.wire.packing import unpack_all

MAX_PART_BYTES = 4_000_000
"""Of rows, unpacked. The largest row, an incident with everything at its bound, is about a million."""

BASE_STEP_MS = 1 << 22
"""Times in rows are relative to a whole number of these, 70 minutes each, which the first row names. Rows
that are written relative to the newest change would all be other rows after every change."""

MAX_BASE_STEPS = MAX_MS // BASE_STEP_MS
"""The end of the year 9999."""

HEAD, UNIT, INCIDENT, ENTRIES, CLOSED, ORDER, EMERGENCY = 0, 1, 2, 3, 4, 5, 6
_LAST_KIND = EMERGENCY
UNIT_CODER = coder_of(Unit)
INCIDENT_CODER = coder_of(Incident)
ENTRIES_CODER = coder_of(tuple[Entry, ...])
EMERGENCY_CODER = coder_of(Emergency)
ORDER_CODER = coder_of(tuple[Order, datetime, Name, Text])


class SnapshotReader:
    """Puts parts together; `board` grows with each and equals the sender's when `complete`."""

    def __init__(self, seq: int, at: datetime) -> None:
        self.board = Board(seq=seq, at=at)
        self.complete = False
        self._shared = Shared(base_ms=to_ms(at), skips_unknown=True)
        self._inflate = zlib.decompressobj(-15)
        self._next_index = 0

    def read(self, part: SnapshotPart) -> None:
        """Takes the next part. Raises WrongShape when it is not the next or cannot be read."""
        if part.index != self._next_index or self.complete:
            raise WrongShape("$.index", str(self._next_index), part.index)
        if part.index + part.stretches > part.count:
            raise WrongShape("$.stretches", f"at most {part.count - part.index}", part.stretches)
        for index, row in enumerate(self._rows(part)):
            try:
                self._take(row)
            except WrongShape as error:
                raise error.within(f"$.packed[{index}]") from error
        self._next_index += part.stretches
        self.complete = self._next_index == part.count

    def _rows(self, part: SnapshotPart) -> list[Any]:
        try:
            stream = self._inflate.decompress(part.packed, MAX_PART_BYTES)
            if self._inflate.unconsumed_tail:
                raise WrongShape("$.packed", f"at most {MAX_PART_BYTES} bytes of rows", part.packed)
            return unpack_all(stream)
        except (zlib.error, NotMsgpack, TooDeep) as error:
            raise WrongShape("$.packed", f"rows ({error})", part.packed) from error

    def _take(self, row: Any) -> None:
        board = self.board
        match row:
            case [0, last_incident, last_unit, *base] if _are_counts(last_incident, last_unit, *base):
                self._begin(base)
                self.board = evolve(board, last_incident=last_incident, last_unit=last_unit)
            case [4, [*closed]] if _are_counts(*closed):
                self.board = evolve(board, closed=tuple(closed))
            case [5, raw]:
                order, since, by, why = ORDER_CODER.read(raw, self._shared)
                self.board = evolve(board, order=order, order_since=since, order_by=by, order_why=why)
            case [6, raw]:
                need = EMERGENCY_CODER.read(raw, self._shared)
                self.board = evolve(board, emergencies=board.emergencies.set(need.unit, need))
            case [1, raw]:
                unit = UNIT_CODER.read(raw, self._shared)
                self.board = evolve(board, units=board.units.set(unit.id, unit))
            case [2, raw]:
                incident = INCIDENT_CODER.read(raw, self._shared)
                self.board = evolve(board, incidents=board.incidents.set(incident.number, incident))
            case [3, number, raw] if type(number) is int and number in board.incidents:
                incident = board.incidents[number]
                entries = ENTRIES_CODER.read(raw, self._shared)
                incident = evolve(incident, entries=incident.entries + entries)
                self.board = evolve(board, incidents=board.incidents.set(number, incident))
            case [int(kind), *_] if kind > _LAST_KIND:
                raise UnknownTag("[0]", "a row of this version", kind)
            case _:
                raise WrongShape("", "a row of a snapshot", row)

    def _begin(self, base: list[int]) -> None:
        """Times are relative to the base that the first row names; in version 1 to the board's own time."""
        if len(base) > 1 or any(steps > MAX_BASE_STEPS for steps in base):
            raise WrongShape("", "a row of a snapshot", base)
        for steps in base:
            self._shared = self._shared._replace(base_ms=steps * BASE_STEP_MS)


def _are_counts(*values: Any) -> bool:
    return all(type(value) is int and value >= 0 for value in values)
