"""The arguments of one action, read from the words behind its verb; the selection fills what is left out.

Words of different kinds may stand in any order (`koppel 12.03 417`, `koppel 417 12.03`); free text comes
last. Pure.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from console.actions.action import TAILS, Action, Arg, ArgKind, Selection
from console.grammar import find
from console.grammar.bag import Bag
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.status import read_status
from console.grammar.tails import read_tails
from console.grammar.words import Word


def read(action: Action, words: Sequence[Word], known: Known) -> dict[str, Any]:
    """The values by name. Raises NotUnderstood."""
    args = [arg for arg in action.args if arg.kind is not ArgKind.DIVERT]
    divert = next((arg for arg in action.args if arg.kind is ArgKind.DIVERT), None)
    values: dict[str, Any] = {}
    if divert is not None:
        plain = [stripped for word in words if (stripped := _without_bang(word)) is not None]
        if any(word.text.endswith("!") for word in words):
            values[divert.name] = True
        words = plain
    tails = [arg for arg in args if arg.kind in TAILS]
    if tails:
        leads = [arg for arg in args if arg.kind not in TAILS]
        taken, rest = read_leads(leads, words, known.board, known.selection)
        values.update(taken)
        _fill(leads, values, known)
        if tails[0].kind is ArgKind.STATUS:
            values[tails[0].name] = read_status(known.line, rest, known.status_numbers, known.board)
        else:
            values.update(read_tails(known.line, rest, tails))
    else:
        values.update(Bag(args, words, known).read())
        _fill(args, values, known)
    return values


def _without_bang(word: Word) -> Word | None:
    text = word.text.rstrip("!")
    return Word(text=text, start=word.start, end=word.start + len(text)) if text else None


def _fill(args: Sequence[Arg], values: dict[str, Any], known: Known) -> None:
    """Take from the selection what is required and was left out."""
    selection = known.selection
    for arg in args:
        if arg.name in values or not arg.required:
            continue
        match arg.kind:
            case ArgKind.INCIDENT if selection.incident is not None:
                values[arg.name] = selection.incident
            case ArgKind.UNIT if selection.unit in known.board.units:
                values[arg.name] = (selection.unit,) if arg.many else selection.unit
            case ArgKind.ENTRY if selection.entry is not None and _same_incident(values, selection):
                values[arg.name] = selection.entry
            case _:
                raise find.missing(f"problem-missing-{arg.kind.value}", known.line)


def _same_incident(values: Mapping[str, Any], selection: Selection) -> bool:
    return bool(values.get("incident", selection.incident) == selection.incident)
