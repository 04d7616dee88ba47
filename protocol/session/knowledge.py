"""The board as far as it has arrived here.

Fed by the session with snapshot parts and changes, in the order of the link. While a snapshot is under way,
changes that were made after it wait for its end, and are meanwhile shown on what is there: a new urgent
melding is on the screen before the rest of the board.
"""

from protocol.change import Change
from protocol.errors import BadMessage, OutOfStep
from protocol.fold import fold, fold_all
from protocol.fold.shown import with_entries, with_words
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.wire.messages import Shown, SnapshotPart, Welcome
from protocol.wire.snapshot import SnapshotReader


class Knowledge:
    """What is known of the board. `board` may always be shown; it is whole when `complete`."""

    def __init__(self) -> None:
        self.board = Board()
        self.complete = False
        """True once a whole board is known; stays true across cuts."""

        self.words_seq = 0
        """The newest change whose words of lines are here; 0 for none."""

        self._reader: SnapshotReader | None = None
        self._waiting: list[Change] = []
        self._words: list[Shown] = []

    @property
    def seq(self) -> int:
        """The number to resume after; 0 asks for a snapshot."""
        return self.board.seq if self.complete else 0

    def welcomed(self, welcome: Welcome) -> None:
        """Begin anew when a snapshot follows; else go on from the board we have."""
        if welcome.snapshot:
            self.complete = False
            self._waiting, self._words, self.words_seq = [], [], 0
            self._reader = SnapshotReader(welcome.seq, welcome.at)

    def check_resumed(self, welcome: Welcome, *, known: Welcome | None) -> None:
        """A welcome without a snapshot goes on where `known` and we are. Raises OutOfStep."""
        if not self.complete or welcome.seq != self.seq:
            raise OutOfStep(f"asked to resume after {self.seq}, welcomed at {welcome.seq}")
        if known is not None and welcome.history != known.history:
            raise OutOfStep(f"asked to resume in {known.history!r}, welcomed in {welcome.history!r}")

    def distrust(self) -> None:
        """It went wrong: shown as it is until a snapshot takes its place, and never resumed from."""
        self.complete, self.words_seq = False, 0

    def part(self, part: SnapshotPart) -> None:
        """Take a snapshot part. Raises BadMessage for one that is not expected, or that makes no board."""
        try:
            self._read(part)
        except ValueError as error:
            raise BadMessage(str(error)) from error

    def _read(self, part: SnapshotPart) -> None:
        reader = self._reader
        if reader is None:
            raise ValueError("a snapshot part without a snapshot")
        reader.read(part)
        self.board = fold_all(reader.board, self._waiting)
        for message in self._words:
            self.board = _with_shown(self.board, message)
        if reader.complete:
            self.complete = True
            self._reader, self._waiting, self._words = None, [], []

    def shown(self, message: Shown) -> None:
        """Take words of a line; they stand beside the changes and may come twice."""
        self.board = _with_shown(self.board, message)
        self.words_seq = max(self.words_seq, message.seq)
        if self._reader is not None:
            self._words.append(message)

    def change(self, change: Change) -> None:
        """Take a change that follows the last one."""
        if self._reader is not None:
            self._waiting.append(change)
        self.board = fold(self.board, change)


def _with_shown(board: Board, message: Shown) -> Board:
    with_them = with_words if message.line is LineKind.CONTACT else with_entries
    return with_them(board, message.incident, message.entries)
