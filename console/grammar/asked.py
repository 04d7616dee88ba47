"""What completion is asked: the words of a line before the cursor, and what they name. Pure."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from console.actions.action import TAILS, Action, Arg, ArgKind, Selection
from console.grammar import find
from console.grammar.candidates import Candidate, Completion
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.unit import Unit


@frozen(kw_only=True)
class Asked:
    """The line of one action, up to the word that is being typed."""

    action: Action
    given: Sequence[Word]
    begun: Word
    """The word at the cursor; empty between two words."""

    line: str
    units: tuple[Unit, ...]
    """Units that are named."""

    numbers: tuple[int, ...]
    """Incidents that are named."""

    selected: int | None
    """The incident that is selected; it counts where none is named."""

    @property
    def incident(self) -> int | None:
        """The one that is meant: the last named."""
        return self.numbers[-1] if self.numbers else self.selected

    @property
    def first_incident(self) -> int | None:
        """The one that another stands beside: the first named."""
        return self.numbers[0] if self.numbers else self.selected

    @property
    def free_text(self) -> list[Arg]:
        """Arguments that run to the end of the line."""
        return [arg for arg in self.action.args if arg.kind in TAILS and arg.kind is not ArgKind.STATUS]

    @property
    def marked_text(self) -> list[Arg]:
        """The same, when each begins with a mark of its own; so other words may still come before it."""
        free_text = self.free_text
        return free_text if all(arg.words for arg in free_text) else []

    @property
    def runs_into_text(self) -> bool:
        """True when what is being typed may be the beginning of free text."""
        return bool(self.free_text) and bool(self.given) and not self.marked_text

    @property
    def wants_number(self) -> bool:
        """Before free text a number is offered only when it is asked for, or nothing is selected."""
        return not self.free_text or self.begun.text.startswith("#") or self.selected is None

    def completion(self, found: Iterable[Candidate], start: int | None = None) -> Completion:
        """These from the word being typed on, or from `start`; of two alike one, in the later place."""
        only = {candidate.text: candidate for candidate in reversed(tuple(found))}
        begins = self.begun.start if start is None else start
        return Completion(start=begins, end=self.begun.end, candidates=tuple(reversed(only.values())))


def read_asked(
    action: Action, given: Sequence[Word], begun: Word, line: str, board: Board, selection: Selection
) -> Asked:
    """What the words before the cursor name on this board."""
    units = [unit for word in given for unit in find.units_meant(word.text, board)]
    read = [find.number(word.text) for word in given if board.unit_called(word.text) is None]
    return Asked(
        action=action,
        given=given,
        begun=begun,
        line=line,
        units=tuple(units),
        numbers=tuple(number for number in read if number is not None and number in board.incidents),
        selected=selection.incident,
    )
