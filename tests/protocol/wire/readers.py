"""Consoles that come in at different moments and read one run of changes, each in the form it can read."""

from protocol.wire.deltas import DeltaReader, Written
from protocol.wire.frames import decode_down
from protocol.wire.messages import Delta


class Latecomer:
    """A console that is there from the change after `seq` on.

    Which form it gets is decided as a hub decides it: the known form from the first generation on that begins
    where it already was.
    """

    def __init__(self, seq: int, at_ms: int) -> None:
        self.joined_after = seq
        self.reader = DeltaReader(seq, at_ms)
        self.read: list[Delta] = []

    def can_read_known(self, written: Written) -> bool:
        """True when it has had the whole generation."""
        return self.joined_after <= written.generation_after

    def hear(self, written: Written) -> None:
        """Read the change in the form that fits."""
        frame = written.known if self.can_read_known(written) else written.plain
        message = decode_down(frame, self.reader, now_ms=0)
        assert isinstance(message, Delta)
        self.read.append(message)
