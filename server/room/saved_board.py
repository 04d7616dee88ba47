"""The board at the last stop: from the newest checkpoint and the records after it, and back into one.

Read by `world` at the start, written now and then and at a clean stop, so that a start costs seconds and not
the whole history. A checkpoint is a snapshot as consoles get it, with its number and time.
"""

import logging

from protocol.change import Change
from protocol.errors import BadMessage, WrongShape
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms, to_ms
from protocol.model.text import Name
from protocol.wire import VERSION
from protocol.wire.frames import decode_facts
from protocol.wire.messages import SnapshotPart
from protocol.wire.packing import pack, unpack
from protocol.wire.snapshot import SnapshotReader
from protocol.wire.snapshot_writer import write_snapshot
from server.journal.interface import Journal
from server.journal.record import Record

log = logging.getLogger(__name__)

PAGE = 2_000
"""Records read at a time."""

MAX_CHECKPOINT_BYTES = 1 << 30


class ChangeUnreadable(BadMessage):
    """A record holds what this version has no word for, so nobody can say what the board is behind it."""

    def __init__(self, seq: int, why: BadMessage) -> None:
        super().__init__(
            f"change {seq} of the journal cannot be read by version {VERSION} ({why}): start the server that "
            "wrote it, `openlijn-server journal verify` says which version that was"
        )
        self.seq = seq


def as_change(record: Record) -> Change:
    """The change that a record holds. Raises ChangeUnreadable for a body that this version cannot read."""
    try:
        facts = decode_facts(record.body)
    except BadMessage as error:
        raise ChangeUnreadable(record.seq, error) from error
    return Change(seq=record.seq, at=from_ms(record.at_ms), by=Name(record.by), facts=facts)


def as_checkpoint(board: Board) -> bytes:
    """The board as bytes."""
    return pack([board.seq, to_ms(board.at), [part.packed for part in write_snapshot(board)]])


def from_checkpoint(body: bytes) -> Board:
    """The board that `as_checkpoint` wrote. Raises BadMessage."""
    match unpack(body, max_bytes=MAX_CHECKPOINT_BYTES, max_elements=1 << 24):
        case [int(seq), int(at_ms), [*parts]] if all(isinstance(part, bytes) for part in parts):
            pass
        case other:
            raise WrongShape("$", "[seq, ms, [part ...]]", other)
    try:
        reader = SnapshotReader(seq, from_ms(at_ms))
    except ValueError as error:
        raise WrongShape("$", f"a number and a time ({error})", [seq, at_ms]) from error
    for index, packed in enumerate(parts):
        reader.read(SnapshotPart(index=index, count=len(parts), packed=packed))
    return reader.board


async def load_board(journal: Journal) -> Board:
    """The board after the journal's last record. Raises JournalDamaged, ChangeUnreadable."""
    board = await _checkpointed(journal)
    while board.seq < journal.last_seq:
        for record in await journal.records(board.seq, PAGE):
            board = fold(board, as_change(record))
    return board


async def _checkpointed(journal: Journal) -> Board:
    """The board at the newest checkpoint, the empty one where there is none that can be read."""
    checkpoint = await journal.newest_checkpoint()
    if checkpoint is None:
        return Board()
    try:
        return from_checkpoint(checkpoint[1])
    except BadMessage as error:
        log.warning("the checkpoint at %s cannot be read, every record is: %s", checkpoint[0], error)
        return Board()
