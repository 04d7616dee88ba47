"""A board in small pieces, most urgent first; `snapshot` says in which order and puts them together again.

The rows of an incident or a unit are kept for as long as it is the same object, so that the next snapshot
writes anew only what changes touched. Whoever writes on a thread of its own may have the others breathe
between two incidents.
"""

import zlib
from collections.abc import Callable, Iterator
from datetime import datetime

from attrs import evolve, frozen

from protocol.by_identity import ByIdentity
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.moment import to_ms
from protocol.model.order import Order
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.wire.coders import Shared
from protocol.wire.messages import SnapshotPart
from protocol.wire.packing import pack
from protocol.wire.snapshot import (
    BASE_STEP_MS,
    CLOSED,
    EMERGENCY,
    EMERGENCY_CODER,
    ENTRIES,
    ENTRIES_CODER,
    HEAD,
    INCIDENT,
    INCIDENT_CODER,
    ORDER,
    ORDER_CODER,
    UNIT,
    UNIT_CODER,
)

STRETCH_ROWS_BYTES = 900
"""Of rows before compression, which makes about 400 bytes: a third of a second at 9,600 bit/s."""

FIRST_SHOWN = 10
"""How many of the most urgent incidents open the snapshot, in a stretch of their own."""

ENTRIES_A_ROW = 8

_UNSWITCHED = Board()


@frozen(kw_only=True)
class Stretch:
    """A run of rows, packed as the next piece of the one stream."""

    packed: bytes
    rows_bytes: int
    """Before compression: what it takes of a reader's memory."""


@frozen(kw_only=True)
class _Rows:
    """An incident, written."""

    head: bytes
    timeline: tuple[bytes, ...]


class SnapshotWriter:
    """Writes one board after another, in short time where little changed between two."""

    def __init__(self, breathe: Callable[[], None] = lambda: None) -> None:
        """`breathe` is called after each incident that is written anew."""
        self._breathe = breathe
        self._begin(0)

    def _begin(self, base_steps: int) -> None:
        """Rows that are relative to another moment are other rows."""
        self._base_steps = base_steps
        self._shared = Shared(base_ms=base_steps * BASE_STEP_MS)
        self._rows_by_incident = ByIdentity(self._written)
        self._row_by_unit = ByIdentity(self._unit_row)

    def write(self, board: Board) -> tuple[Stretch, ...]:
        """The board. Reading all stretches, in order, gives an equal one."""
        base_steps = to_ms(board.at) // BASE_STEP_MS
        if base_steps != self._base_steps:
            self._begin(base_steps)
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        stretches = []
        for rows in self._grouped(board):
            raw = b"".join(rows)
            packed = deflate.compress(raw) + deflate.flush(zlib.Z_SYNC_FLUSH)
            stretches.append(Stretch(packed=packed, rows_bytes=len(raw)))
        self._rows_by_incident.keep_only(board.incidents)
        self._row_by_unit.keep_only(board.units)
        return tuple(stretches)

    def _grouped(self, board: Board) -> Iterator[list[bytes]]:
        open_ones = board.open_incidents()
        needs = sorted(board.emergencies.values(), key=lambda each: each.at)
        yield [
            pack([HEAD, board.last_incident, board.last_unit, self._base_steps]),
            *(pack([EMERGENCY, EMERGENCY_CODER.write(each, self._shared)]) for each in needs),
            *self._order_row(board),
            *(self._rows(each).head for each in open_ones[:FIRST_SHOWN]),
        ]
        rows: list[bytes] = []
        size = 0
        for row in self._rest(board, open_ones):
            if rows and size + len(row) > STRETCH_ROWS_BYTES:
                yield rows
                rows, size = [], 0
            rows.append(row)
            size += len(row)
        if rows:
            yield rows

    def _rest(self, board: Board, open_ones: list[Incident]) -> Iterator[bytes]:
        for unit in sorted(board.units.values(), key=lambda unit: unit.id):
            yield self._row_by_unit.made_of(unit.id, unit)
        # By phase and not by the closed row alone: what is on the board must arrive, once, whatever led to
        # it.
        place_by_number = {number: place for place, number in enumerate(board.closed)}
        closed = sorted(
            (incident for incident in board.incidents.values() if not incident.is_open),
            key=lambda incident: place_by_number.get(incident.number, -1),
            reverse=True,
        )
        for incident in open_ones[FIRST_SHOWN:]:
            yield self._rows(incident).head
        if board.closed:
            yield pack([CLOSED, list(board.closed)])
        for incident in closed:
            yield self._rows(incident).head
        for incident in (*open_ones, *closed):
            yield from self._rows(incident).timeline

    def _rows(self, incident: Incident) -> _Rows:
        return self._rows_by_incident.made_of(incident.number, incident)

    def _written(self, incident: Incident) -> _Rows:
        shared = self._shared
        head = pack([INCIDENT, INCIDENT_CODER.write(evolve(incident, entries=()), shared)])
        cuts = range(0, len(incident.entries), ENTRIES_A_ROW)
        slices = (incident.entries[start : start + ENTRIES_A_ROW] for start in cuts)
        timeline = tuple(
            pack([ENTRIES, incident.number, ENTRIES_CODER.write(some, shared)]) for some in slices
        )
        self._breathe()
        return _Rows(head=head, timeline=timeline)

    def _unit_row(self, unit: Unit) -> bytes:
        return pack([UNIT, UNIT_CODER.write(unit, self._shared)])

    def _order_row(self, board: Board) -> list[bytes]:
        """One row, or none for a board whose order nobody ever switched."""
        switched = _order_of(board)
        if switched == _order_of(_UNSWITCHED):
            return []
        return [pack([ORDER, ORDER_CODER.write(switched, self._shared)])]


def _order_of(board: Board) -> tuple[Order, datetime, Name, Text]:
    return board.order, board.order_since, board.order_by, board.order_why


def write_snapshot(board: Board) -> tuple[SnapshotPart, ...]:
    """The board in parts of one stretch each, for once."""
    stretches = SnapshotWriter().write(board)
    return tuple(
        SnapshotPart(index=index, count=len(stretches), packed=stretch.packed)
        for index, stretch in enumerate(stretches)
    )
