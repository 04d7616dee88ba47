"""The words before free text: an incident, units, a priority. Pure.

The doubt here is whether a number is one or belongs to the text: `log 2 personen gezien`. `#2` is always the
incident and `--` always begins the text; a bare number is taken for the incident where nothing else is
selected, and asked about where it could be both.
"""

from collections.abc import Sequence
from typing import Any

from console.actions.action import Arg, ArgKind, Selection
from console.grammar import find
from console.grammar.words import Word
from protocol.model.board import Board


def read_leads(
    leads: Sequence[Arg], words: Sequence[Word], board: Board, selection: Selection
) -> tuple[dict[str, Any], Sequence[Word]]:
    """The values found, and the words that are left. Raises NotUnderstood."""
    values: dict[str, Any] = {}
    for arg in leads:
        match arg.kind:
            case ArgKind.INCIDENT if words and _is_incident(words[0], board, selection):
                values[arg.name] = find.incident(words[0], board)
                words = words[1:]
            case ArgKind.PRIORITY if words and (priority := find.priority(words[0].text)) is not None:
                values[arg.name] = priority
                words = words[1:]
            case ArgKind.UNIT:
                units, words = _units(words, board, selection)
                if units:
                    values[arg.name] = units
    return values, words


def _is_incident(word: Word, board: Board, selection: Selection) -> bool:
    value = find.number(word.text)
    if value is None:
        return False
    if word.text.startswith("#") or selection.incident in (None, value):
        return True
    if value in board.incidents:
        raise find.wrong("problem-incident-or-text", word)
    return False


def _units(
    words: Sequence[Word], board: Board, selection: Selection
) -> tuple[tuple[int, ...], Sequence[Word]]:
    """Call signs as long as something follows them: the last word is the status, where it can be."""
    found: list[int] = []
    while words:
        last = len(words) == 1
        exact = board.unit_called(words[0].text)
        meant = (exact,) if exact is not None else find.units_meant(words[0].text, board)
        if not meant or (last and (found or (selection.unit is not None and exact is None))):
            break
        if len(meant) > 1:
            find.unit(words[0], board)
        if meant[0].id in found:
            raise find.wrong("problem-twice", words[0])
        found.append(meant[0].id)
        words = words[1:]
    if not found and selection.unit is None and words:
        find.unit(words[0], board)
    return tuple(found), words
