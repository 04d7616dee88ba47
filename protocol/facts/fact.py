"""The base of every fact."""

from protocol.about import About
from protocol.model.board import Board
from protocol.word import Word


class Fact(Word, root=True):
    """What happened, past tense, final. Who and when stand in the change that carries it."""

    __slots__ = ()

    def about_on(self, board: Board) -> About:
        """Whom it concerns on the board before it: what it names, and what that board knows beside.

        A class whose fold reaches further than its fields says so in an `about_on` of its own.
        """
        return self.about()
