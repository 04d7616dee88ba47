"""A snapshot of the board, cut for each console into frames as large as its link likes them.

Made by `snapshots`, held by the `Peer` until all of it was given to the link. On a weak link a stretch a
frame, so that a change never waits behind a long one; on a fast one many, for there each frame costs more
than its bytes.
"""

from attrs import frozen

from protocol.wire.frames import encode
from protocol.wire.messages import SnapshotPart
from protocol.wire.snapshot_writer import Stretch

MOST_PART_ROWS_BYTES = 1_000_000
"""Of rows in one frame, unpacked: far below what a reader takes, however well they compress."""


@frozen(kw_only=True)
class Snapshot:
    """A board at a change, ready to be cut into frames."""

    seq: int
    at_ms: int
    """When that change was made, in ms since 1970."""

    board_seq: int
    """The newest change of the board that it was made of; its audience may have seen nothing of the last."""

    stretches: tuple[Stretch, ...]


class SnapshotFrames:
    """What remains of a snapshot for one console."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._stretches = snapshot.stretches
        self._next = 0

    def next(self, most_bytes: int) -> bytes | None:
        """The next frame: one stretch, or several while they stay within so many bytes. None at the end."""
        first, count = self._next, len(self._stretches)
        if first == count:
            return None
        # What is most urgent travels alone, so that it is on the screen as soon as can be.
        most = 1 if first == 0 else self._fitting(first, most_bytes)
        self._next = first + most
        packed = b"".join(stretch.packed for stretch in self._stretches[first : self._next])
        return encode(SnapshotPart(index=first, count=count, packed=packed, stretches=most))

    def _fitting(self, first: int, most_bytes: int) -> int:
        """How many stretches from this one on go into one frame; at least one."""
        packed_bytes = rows_bytes = 0
        for place in range(first, len(self._stretches)):
            stretch = self._stretches[place]
            packed_bytes += len(stretch.packed)
            rows_bytes += stretch.rows_bytes
            if packed_bytes > most_bytes or rows_bytes > MOST_PART_ROWS_BYTES:
                return max(1, place - first)
        return len(self._stretches) - first
