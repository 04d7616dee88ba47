"""A board in small pieces, most urgent first, and the pieces back into a board.

Rows come in the order in which a centralist wants them: how the board is ordered where that was ever
switched, the ten most urgent incidents, the units, the other open incidents, the closed ones, and last the
timelines in the same order. Rows are cut into parts of about `PART_ROWS_BYTES`, and one zlib stream runs
through all parts, so that a street is spelled out once. Each part ends on a flush: what has arrived can be
shown while the rest is under way.
"""

import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from attrs import evolve

from protocol.errors import NotMsgpack, TooDeep, UnknownTag, WrongShape
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from protocol.model.order import Order
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.wire.coders import Shared, coder_of
from protocol.wire.messages import SnapshotPart
from protocol.wire.packing import pack, unpack_all

PART_ROWS_BYTES = 900
"""Of rows before compression, which makes about 400 bytes: a third of a second at 9,600 bit/s."""

FIRST_SHOWN = 10
"""How many of the most urgent incidents open the snapshot, in a part of their own."""

ENTRIES_A_ROW = 8

MAX_PART_BYTES = 4_000_000
"""Of rows, unpacked. The largest row, an incident with everything at its bound, is about a million."""

_HEAD, _UNIT, _INCIDENT, _ENTRIES, _CLOSED, _ORDER, _EMERGENCY = 0, 1, 2, 3, 4, 5, 6
_LAST_KIND = _EMERGENCY
_UNIT_CODER = coder_of(Unit)
_INCIDENT_CODER = coder_of(Incident)
_ENTRIES_CODER = coder_of(tuple[Entry, ...])
_EMERGENCY_CODER = coder_of(Emergency)
_ORDER_CODER = coder_of(tuple[Order, datetime, Name, Text])
_UNSWITCHED = Board()


def write_snapshot(board: Board) -> tuple[SnapshotPart, ...]:
    """The board in parts. Reading them all, in order, gives an equal board."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = [deflate.compress(b"".join(rows)) + deflate.flush(zlib.Z_SYNC_FLUSH) for rows in _grouped(board)]
    return tuple(
        SnapshotPart(index=index, count=len(packed), packed=part) for index, part in enumerate(packed)
    )


def _grouped(board: Board) -> Iterator[list[bytes]]:
    shared = Shared(base_ms=to_ms(board.at))
    open_ones = board.open_incidents()
    head = [_HEAD, board.last_incident, board.last_unit]
    first = (_incident_row(each, shared) for each in open_ones[:FIRST_SHOWN])
    needs = sorted(board.emergencies.values(), key=lambda each: each.at)
    urgent = (pack([_EMERGENCY, _EMERGENCY_CODER.write(each, shared)]) for each in needs)
    yield [pack(head), *urgent, *_order_row(board, shared), *first]
    rows: list[bytes] = []
    size = 0
    for row in _rest(board, open_ones, shared):
        if rows and size + len(row) > PART_ROWS_BYTES:
            yield rows
            rows, size = [], 0
        rows.append(row)
        size += len(row)
    if rows:
        yield rows


def _rest(board: Board, open_ones: list[Incident], shared: Shared) -> Iterator[bytes]:
    for unit in sorted(board.units.values(), key=lambda unit: unit.id):
        yield pack([_UNIT, _UNIT_CODER.write(unit, shared)])
    # By phase and not by the closed row alone: what is on the board must arrive, once, whatever led to it.
    place_by_number = {number: place for place, number in enumerate(board.closed)}
    closed = sorted(
        (incident for incident in board.incidents.values() if not incident.is_open),
        key=lambda incident: place_by_number.get(incident.number, -1),
        reverse=True,
    )
    for incident in open_ones[FIRST_SHOWN:]:
        yield _incident_row(incident, shared)
    if board.closed:
        yield pack([_CLOSED, list(board.closed)])
    for incident in closed:
        yield _incident_row(incident, shared)
    for incident in (*open_ones, *closed):
        for start in range(0, len(incident.entries), ENTRIES_A_ROW):
            some = incident.entries[start : start + ENTRIES_A_ROW]
            yield pack([_ENTRIES, incident.number, _ENTRIES_CODER.write(some, shared)])


def _order_row(board: Board, shared: Shared) -> list[bytes]:
    """One row, or none for a board whose order nobody ever switched."""
    switched = _order_of(board)
    return (
        [] if switched == _order_of(_UNSWITCHED) else [pack([_ORDER, _ORDER_CODER.write(switched, shared)])]
    )


def _order_of(board: Board) -> tuple[Order, datetime, Name, Text]:
    return board.order, board.order_since, board.order_by, board.order_why


def _incident_row(incident: Incident, shared: Shared) -> bytes:
    return pack([_INCIDENT, _INCIDENT_CODER.write(evolve(incident, entries=()), shared)])


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
        for index, row in enumerate(self._rows(part)):
            try:
                self._take(row)
            except WrongShape as error:
                raise error.within(f"$.packed[{index}]") from error
        self._next_index += 1
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
            case [0, last_incident, last_unit] if _are_counts(last_incident, last_unit):
                self.board = evolve(board, last_incident=last_incident, last_unit=last_unit)
            case [4, [*closed]] if _are_counts(*closed):
                self.board = evolve(board, closed=tuple(closed))
            case [5, raw]:
                order, since, by, why = _ORDER_CODER.read(raw, self._shared)
                self.board = evolve(board, order=order, order_since=since, order_by=by, order_why=why)
            case [6, raw]:
                need = _EMERGENCY_CODER.read(raw, self._shared)
                self.board = evolve(board, emergencies=board.emergencies.set(need.unit, need))
            case [1, raw]:
                unit = _UNIT_CODER.read(raw, self._shared)
                self.board = evolve(board, units=board.units.set(unit.id, unit))
            case [2, raw]:
                incident = _INCIDENT_CODER.read(raw, self._shared)
                self.board = evolve(board, incidents=board.incidents.set(incident.number, incident))
            case [3, number, raw] if type(number) is int and number in board.incidents:
                incident = board.incidents[number]
                entries = _ENTRIES_CODER.read(raw, self._shared)
                incident = evolve(incident, entries=incident.entries + entries)
                self.board = evolve(board, incidents=board.incidents.set(number, incident))
            case [int(kind), *_] if kind > _LAST_KIND:
                raise UnknownTag("[0]", "a row of this version", kind)
            case _:
                raise WrongShape("", "a row of a snapshot", row)


def _are_counts(*values: Any) -> bool:
    return all(type(value) is int and value >= 0 for value in values)
