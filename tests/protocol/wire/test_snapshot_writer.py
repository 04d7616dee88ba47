"""A writer of snapshots writes anew only what changes touched, and what it keeps is never out of date."""

from attrs import evolve
from hypothesis import given, settings

from protocol.change import Change
from protocol.facts.incidents import PriorityChanged
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitStatusSet
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms, to_ms
from protocol.model.priority import Priority
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.messages import SnapshotPart
from protocol.wire.snapshot import BASE_STEP_MS, SnapshotReader
from protocol.wire.snapshot_writer import SnapshotWriter, Stretch
from tests.histories import histories
from tests.protocol.make import OPENED, SIGNED_ON, then, told


def read(board: Board, stretches: tuple[Stretch, ...]) -> Board:
    """The board that these stretches make, all in one part behind the first."""
    reader = SnapshotReader(board.seq, board.at)
    count = len(stretches)
    reader.read(SnapshotPart(index=0, count=count, packed=stretches[0].packed))
    if count > 1:
        rest = b"".join(each.packed for each in stretches[1:])
        reader.read(SnapshotPart(index=1, count=count, packed=rest, stretches=count - 1))
    assert reader.complete
    return reader.board


class Counted(SnapshotWriter):
    """Counts the incidents that are written anew."""

    def __init__(self) -> None:
        super().__init__(self._breath)
        self.written = 0

    def _breath(self) -> None:
        self.written += 1

    def since_last(self) -> int:
        """How many since this was asked last."""
        written, self.written = self.written, 0
        return written


def test_after_one_change_one_incident_is_written_anew() -> None:
    """Whether a field of it changed, its timeline, or what a unit does there."""
    writer, board = Counted(), told(*(evolve(OPENED, incident=number) for number in range(1, 31)), SIGNED_ON)
    writer.write(board)
    assert writer.since_last() == 30
    for fact in (
        PriorityChanged(incident=7, priority=Priority.P1),
        EntryAdded(incident=8, text=Text("een regel")),
    ):
        board = then(board, fact)
        assert read(board, writer.write(board)) == board
        assert writer.since_last() == 1
    board = then(board, UnitStatusSet(unit=1, status=UnitStatus.EN_ROUTE))
    assert read(board, writer.write(board)) == board
    assert writer.since_last() == 0


def test_times_are_good_beyond_the_base_of_the_rows() -> None:
    """Every seventy minutes everything is written relative to another moment, and reads the same."""
    writer, board = Counted(), told(OPENED, evolve(OPENED, incident=2))
    writer.write(board)
    writer.since_last()
    later = evolve(board, at=from_ms(to_ms(board.at) + BASE_STEP_MS))
    assert read(later, writer.write(later)) == later
    assert writer.since_last() == 2


@given(histories(max_steps=20))
@settings(max_examples=40)
def test_whatever_was_written_before_a_snapshot_is_its_board(history: tuple[Change, ...]) -> None:
    """At every step of a history, by one writer that goes along."""
    writer, board = SnapshotWriter(), Board()
    for each in history:
        board = fold(board, each)
        assert read(board, writer.write(board)) == board


def test_a_writer_that_goes_along_writes_the_same_as_a_fresh_one() -> None:
    """To the byte: what is kept changes nothing."""
    writer, board = SnapshotWriter(), told(OPENED)
    for number in range(2, 20):
        board = then(board, evolve(OPENED, incident=number), EntryAdded(incident=1, text=Text("regel")))
        assert writer.write(board) == SnapshotWriter().write(board)
