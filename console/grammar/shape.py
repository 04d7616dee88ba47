"""What could follow a verb that stands alone, `sluit 5 <reden>`, with a number of this world. Pure."""

from collections.abc import Mapping

from console.actions.action import Action, Arg, ArgKind, Selection
from console.actions.catalog import Catalog
from console.actions.usage import Usage
from console.grammar.words import split
from protocol.model.board import Board

_UNITS = (ArgKind.UNIT, ArgKind.ON_INCIDENT, ArgKind.IN_NEED)


def usage_typed(line: str, catalog: Catalog, board: Board, selection: Selection) -> Usage | None:
    """What the verb wants while the line is one whole verb and nothing more; else None.

    A word that is a verb and also begins another one is whole; the beginning of one verb is, once a space
    stands behind it.
    """
    words = split(line)
    if len(words) != 1:
        return None
    verb = words[0].text.rstrip("!").casefold()
    found = catalog.named(verb)
    if len(found) != 1 or not (verb in found[0].verbs or line.endswith(" ")):
        return None
    return usage_here(found[0], board, selection)


def usage_here(action: Action, board: Board, selection: Selection) -> Usage:
    """What the action wants, with examples of this world."""
    return Usage(action=action, examples=_examples(action, board, selection))


def _examples(action: Action, board: Board, selection: Selection) -> Mapping[str, str]:
    found = {arg.name: _example(arg, board, selection) for arg in action.args if arg.required}
    return {name: example for name, example in found.items() if example}


def _example(arg: Arg, board: Board, selection: Selection) -> str:
    """The selected one, else one that makes sense here; "" where there is none."""
    if arg.kind is ArgKind.INCIDENT:
        fitting = (each.number for each in board.incidents.values() if arg.offer(each))
        chosen = selection.incident if selection.incident is not None else max(fitting, default=None)
        return "" if chosen is None else str(chosen)
    if arg.kind in _UNITS:
        unit = board.units.get(selection.unit or 0)
        signs = (each.call_sign for each in board.units.values() if arg.offer(each))
        return unit.call_sign if unit is not None else min(signs, default="")
    return ""
