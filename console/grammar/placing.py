"""Which stretch of an unfinished line is a place that is being typed. Pure."""

from attrs import frozen

from console.actions.action import TAILS, Action, ArgKind, Selection
from console.actions.catalog import Catalog
from console.actions.problem import NotUnderstood
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.moments import Clock
from console.grammar.parse import action_at
from console.grammar.words import Word, split
from protocol.model.board import Board


@frozen(kw_only=True)
class PlaceTyped:
    """A place under the hand."""

    start: int
    """Its first column."""

    end: int
    """The column behind it."""

    text: str


def place_typed(
    line: str, cursor: int, catalog: Catalog, board: Board, selection: Selection
) -> PlaceTyped | None:
    """The place that the cursor stands behind; None where none is being typed, or its point is typed too."""
    begun = line[:cursor]
    words = split(begun)
    if len(words) < 2 and not begun.endswith(" "):
        return None
    found = action_at(words, catalog, board)
    if found is None or not any(arg.kind is ArgKind.PLACE for arg in found[0].args):
        return None
    start = _start(
        found[0],
        list(found[1]),
        Known(
            line=line,
            catalog=catalog,
            board=board,
            selection=selection,
            status_numbers=(),
            clock=Clock(now=board.at),
        ),
    )
    if start is None or any(word.text == "--" and word.start >= start for word in words):
        return None
    text = begun[start:]
    return None if "(" in text else PlaceTyped(start=start, end=cursor, text=text)


def _start(action: Action, rest: list[Word], known: Known) -> int | None:
    """The column where the place begins: behind its mark, or where the words before it end."""
    first = next(arg for arg in action.args if arg.kind in TAILS)
    mark = next((word for word in rest if word.text.startswith("@")), None)
    if mark is not None:
        behind = next((word for word in rest if word.start >= mark.end), None)
        if mark.text != "@":
            return mark.start + 1
        return None if behind is None else behind.start
    if first.kind is not ArgKind.PLACE:
        return None
    try:
        _, words = read_leads(action.args, rest, known)
    except NotUnderstood:
        return None
    return words[0].start if words else None
