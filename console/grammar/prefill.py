"""The line that a key begins: the verb, and what is selected spelled out. Pure.

Spelled out, so that the line still means the same when the selection moves on while somebody types.
"""

from attrs import frozen

from console.actions.action import ITEMS, Action, ArgKind, Selection
from console.grammar.implied import in_need, on_incident
from console.grammar.items import open_items, selected_card
from protocol.model.board import Board


@frozen(kw_only=True)
class Prefilled:
    """The beginning of a line."""

    text: str
    """Ends in a space where something may follow."""

    complete: bool
    """True when nothing that is required is missing: Enter would do."""


def line_for(action: Action, selection: Selection, board: Board, language: str = "nl") -> Prefilled:
    """The line for this action with what is selected filled in where the action wants it."""
    words = [action.verb_in(language)]
    complete = True
    for arg in action.args:
        word = _selected(arg.kind, selection, board)
        if arg.kind in ITEMS and len(numbers := open_items(selection.incident, arg.kind, board)) == 1:
            word = str(numbers[0])
        if (
            arg.kind is ArgKind.CARD
            and (card := selected_card(selection.incident, selection, board)) is not None
        ):
            word = str(card)
        if word is not None and (arg.required or arg.kind is ArgKind.UNIT):
            words.append(word)
        elif arg.required:
            complete = False
    return Prefilled(text=" ".join(words) + (" " if action.args else ""), complete=complete)


def _selected(kind: ArgKind, selection: Selection, board: Board) -> str | None:
    match kind:
        case ArgKind.INCIDENT if selection.incident is not None:
            return f"#{selection.incident}"
        case ArgKind.UNIT if selection.unit is not None and selection.unit in board.units:
            return board.units[selection.unit].call_sign
        case ArgKind.ON_INCIDENT:
            unit = on_incident(selection.incident, selection, board)
            return None if unit is None else board.units[unit].call_sign
        case ArgKind.IN_NEED:
            units = in_need(board)
            return board.units[units[0]].call_sign if len(units) == 1 else None
        case ArgKind.ENTRY if selection.incident is not None and selection.entry is not None:
            return str(selection.entry)
        case _:
            return None
