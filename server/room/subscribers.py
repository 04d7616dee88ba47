"""Who hears of every change, each apart: what one of them cannot bear, the others do not feel.

Told by the room, once for every durable change, in order; who came first hears it first. A subscriber
that must not miss a change says how it is set right after it failed. Decides nothing and keeps no change.
"""

from collections.abc import Callable

from attrs import frozen

from protocol.change import Change
from protocol.model.board import Board
from server.faults.faults import Faults, Part


def _nothing(_board: Board) -> None:
    """For one that misses nothing by a fault: it looks at the newest board anyway."""


@frozen
class Subscriber:
    """A part of the server that hears of changes."""

    part: Part
    hear: Callable[[Change, Board], None]
    """Gets the change, and the board with it."""

    set_right: Callable[[Board], None] = _nothing
    """After a fault in `hear`: begin anew from this board."""


class Subscribers:
    """All subscribers of one room."""

    def __init__(self, faults: Faults) -> None:
        self.all: list[Subscriber] = []
        """In the order in which they hear."""

        self._faults = faults

    def add(self, subscriber: Subscriber) -> None:
        """From the next change on it hears of each, behind those who were added before it."""
        self.all.append(subscriber)

    def tell(self, change: Change, board: Board) -> None:
        """The change to each of them; `board` is the board with it. Raises nothing of theirs."""
        for each in self.all:
            with self._faults.contained(each.part) as hearing:
                each.hear(change, board)
            if hearing.failed:
                with self._faults.contained(each.part):
                    each.set_right(board)
