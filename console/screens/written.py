"""A command as the line that somebody could have typed for it. Pure.

Shown for what waits and for what was answered, so that the words are those of the command line.
"""

from datetime import datetime
from enum import IntEnum

from attrs import fields

from console.actions.action import Action
from console.actions.catalog import Catalog
from console.grammar.vocabulary import MEANS_WORDS, PHASE_WORDS, STATUS_WORDS, WORDS, word_for
from protocol.commands import (
    AddEntry,
    AssignUnit,
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    Command,
    DescribeIntake,
    EnterPhase,
    JoinLine,
    LeaveLine,
    OpenIncident,
    ReleaseUnit,
    ReopenIncident,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
    Speak,
    StrikeEntry,
)
from protocol.model.board import Board
from protocol.model.melder import Melder


def written(command: Command, board: Board, catalog: Catalog, language: str) -> str:
    """Verb and arguments; a unit that has left the board is named by its id."""
    verb = next(
        (action.verb_in(language) for action in catalog.actions if _makes(action, command)),
        type(command).__name__,
    )
    return f"{verb} {_arguments(command, board, language)}".rstrip()


def _makes(action: Action, command: Command) -> bool:
    """Of several actions with one command the one that is named after what was said."""
    if isinstance(command, DescribeIntake):
        return getattr(command, action.id, None) is not None
    return action.command_type is type(command)


def _arguments(command: Command, board: Board, language: str) -> str:
    match command:
        case OpenIncident(priority=priority, what=what, place=place, story=story):
            line = f"{int(priority)} {what} @ {place.name}"
            return f"{line} -- {story}" if story else line
        case ChangePlace(incident=incident, place=place):
            return f"{incident} {place.name}"
        case ChangeWhat(incident=incident, what=what):
            return f"{incident} {what}"
        case ChangePriority(incident=incident, priority=priority):
            return f"{incident} {int(priority)}"
        case AssignUnit(incident=incident, unit=unit, divert=divert):
            return f"{_sign(unit, board)} {incident}{' !' if divert else ''}"
        case ReleaseUnit(unit=unit) | SignOffUnit(unit=unit):
            return _sign(unit, board)
        case SetUnitStatus(unit=unit, status=status):
            return f"{_sign(unit, board)} {word_for(status, STATUS_WORDS, language)}"
        case SignOnUnit(call_sign=call_sign, means=means):
            return f"{call_sign} {word_for(means, MEANS_WORDS, language)}"
        case AddEntry(incident=incident, text=text) | Speak(incident=incident, text=text):
            return f"{incident} {text}"
        case StrikeEntry(incident=incident, entry=entry):
            return f"{incident} {entry}"
        case JoinLine(incident=incident) | LeaveLine(incident=incident):
            return str(incident)
        case EnterPhase(incident=incident, phase=phase):
            return f"{incident} {word_for(phase, PHASE_WORDS, language)}"
        case (
            CloseIncident(incident=incident, reason=reason) | ReopenIncident(incident=incident, reason=reason)
        ):
            return f"{incident} {reason}"
        case _:
            return " ".join(_words(command, board, language))


def _words(command: Command, board: Board, language: str) -> list[str]:
    """Every value that was said, in the order of the command's fields."""
    words = []
    for each in fields(type(command)):
        value = getattr(command, each.name)
        if each.name == "unit":
            value = _sign(value, board)
        words.append(_word(value, language))
    return [word for word in words if word]


def _word(value: object, language: str) -> str:
    """One value as it is typed; "" for what was not said."""
    match value:
        case None | False | True:
            return ""
        case Melder(name=name, number=number):
            return f"{name} {number}".strip()
        case datetime():
            return value.astimezone().strftime("%H:%M")
        case IntEnum():
            # Members of two enums with one number are equal, so the tables are told apart by type.
            words = next((words for words in WORDS.values() if type(value) is type(next(iter(words)))), None)
            return str(int(value)) if words is None else word_for(value, words, language)
        case _:
            return str(value)


def _sign(unit: int, board: Board) -> str:
    known = board.units.get(unit)
    return str(unit) if known is None else known.call_sign
