"""Judges a rehearsal by what its link hears: what became of promises, feedback and closings, as facts.

Keeps a board of its own by folding every change, and looks at each incident just before it is closed. It
shares nothing with the player that wished it all.
"""

from collections import Counter
from collections.abc import Callable

from attrs import field, frozen

from protocol.change import Change
from protocol.facts.incidents import IncidentClosed
from protocol.facts.letting_go import FeedbackGiven
from protocol.facts.promises import PromiseBroken, PromiseKept, PromiseMade, PromiseMoved
from protocol.fold import fold
from protocol.model.board import Board
from protocol.rules.letting_go import missing_to_let_go
from protocol.session.events import Changed, Event


@frozen(kw_only=True)
class Judged:
    """What was heard while it was played, from whomever."""

    promises_made: int = 0
    promises_kept: int = 0
    promises_moved: int = 0
    promises_broken: int = 0
    feedbacks_given: int = 0
    feedbacks_impossible: int = 0
    closings: int = 0
    emergencies: int = 0
    """Of the closings, how many said that they passed over something."""

    unready: tuple[int, ...] = field(default=())
    """Numbers of the incidents that were closed while the guard missed something, in that order."""

    unheard: int = 0
    """Changes that were not heard, because the link was cut for too long; what they did is not judged."""


class Judge:
    """Hears one link. `begin` before anything is wished."""

    def __init__(self, board: Callable[[], Board]) -> None:
        """`board` is what the link knows, for the beginning and after a gap."""
        self._known = board
        self._board: Board | None = None
        self._counts: Counter[str] = Counter()
        self._unready: list[int] = []

    def begin(self) -> None:
        """From here on it counts."""
        self._board = self._known()

    def heard(self, event: Event) -> None:
        """An event of the link."""
        if self._board is None or not isinstance(event, Changed) or event.change.seq <= self._board.seq:
            return
        missed = event.change.seq - self._board.seq - 1
        if missed:
            # The link's board is at this change or past it.
            self._board = self._known()
            self._counts["unheard"] += missed + 1
            return
        self._judge(event.change, self._board)
        self._board = fold(self._board, event.change)

    def judged(self) -> Judged:
        """What was heard so far."""
        return Judged(unready=tuple(self._unready), **self._counts)

    def _judge(self, change: Change, before: Board) -> None:
        for fact in change.facts:
            match fact:
                case PromiseMade():
                    self._counts["promises_made"] += 1
                case PromiseKept():
                    self._counts["promises_kept"] += 1
                case PromiseMoved():
                    self._counts["promises_moved"] += 1
                case PromiseBroken():
                    self._counts["promises_broken"] += 1
                case FeedbackGiven(given=True):
                    self._counts["feedbacks_given"] += 1
                case FeedbackGiven():
                    self._counts["feedbacks_impossible"] += 1
                case IncidentClosed(incident=number, passed=passed):
                    self._counts["closings"] += 1
                    self._counts["emergencies"] += bool(passed)
                    if missing_to_let_go(before.incidents[number]):
                        self._unready.append(number)
                case _:
                    pass
