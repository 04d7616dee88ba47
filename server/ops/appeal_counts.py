"""How many questions a world asked and how they ended, for /metrics: the room's figure of the law of sounds.

Told of every change; keeps the board before it. Counts by kind and by end, and nothing about a person.
"""

from collections.abc import Callable

from protocol.change import Change
from protocol.model.appeal import Appeal
from protocol.model.board import Board


class AppealCounts:
    """Compares each board with the one before, where a change touched it."""

    def __init__(self, board: Board, count: Callable[[str, str], None]) -> None:
        """`count` is told the kind of an appeal, and `asked`, `answered` or `closed`."""
        self._board = board
        self._count = count

    def changed(self, change: Change, board: Board) -> None:
        """The board has this change now."""
        before, self._board = self._board, board
        for number in {*change.incidents(before), *change.incidents(board)}:
            had, has = _appeals(before, number), _appeals(board, number)
            for appeal in has:
                if appeal.kind not in {each.kind for each in had}:
                    self._count(appeal.kind.key, "asked")
            incident = board.incidents.get(number)
            end = "answered" if incident is not None and incident.is_open else "closed"
            for appeal in had:
                if appeal.kind not in {each.kind for each in has}:
                    self._count(appeal.kind.key, end)

    def begin_anew(self, board: Board) -> None:
        """After a fault: from this board on."""
        self._board = board


def _appeals(board: Board, number: int) -> tuple[Appeal, ...]:
    incident = board.incidents.get(number)
    return () if incident is None else incident.appeals
