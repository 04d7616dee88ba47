"""Completion and prefilled lines, in the shape in which the command line wants them."""

from attrs import frozen

from console.actions.action import Action, ArgKind, Selection
from console.actions.catalog import Catalog
from protocol.model.board import Board


@frozen(kw_only=True)
class Completion:
    """What could stand between two columns of a line."""

    start: int
    end: int
    choices: tuple[str, ...]


def complete(
    line: str, caret: int, catalog: Catalog, board: Board, selection: Selection, language: str
) -> Completion:
    """What could stand at the caret."""
    start = line.rfind(" ", 0, caret) + 1
    word = line[start:caret]
    if start == 0:
        words = sorted(action.verb_in(language) for action in catalog.actions)
    else:
        words = sorted(unit.call_sign for unit in board.units.values())
    return Completion(start=start, end=caret, choices=tuple(each for each in words if each.startswith(word)))


def prefill(action: Action, board: Board, selection: Selection, language: str) -> str:
    """The line that a key begins."""
    line = action.verb_in(language) + " "
    for arg in action.args:
        if arg.kind is ArgKind.UNIT and selection.unit is not None:
            line += board.units[selection.unit].call_sign + " "
        if arg.kind is ArgKind.INCIDENT and selection.incident is not None:
            line += f"{selection.incident} "
        if arg.kind is ArgKind.ENTRY and selection.entry is not None:
            line += f"{selection.entry} "
    return line
