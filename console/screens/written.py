"""A command as the line that somebody could have typed for it. Pure.

Shown for what waits and for what was answered, so that the words are those of the command line.
"""

from console.actions.catalog import Catalog
from console.grammar.vocabulary import MEANS_WORDS, PHASE_WORDS, STATUS_WORDS, word_for
from protocol.commands import (
    AddEntry,
    AssignUnit,
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    Command,
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


def written(command: Command, board: Board, catalog: Catalog, language: str) -> str:
    """Verb and arguments; a unit that has left the board is named by its id."""
    verb = next(
        (action.verb_in(language) for action in catalog.actions if action.command_type is type(command)),
        type(command).__name__,
    )
    return f"{verb} {_arguments(command, board, language)}".rstrip()


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


def _sign(unit: int, board: Board) -> str:
    known = board.units.get(unit)
    return str(unit) if known is None else known.call_sign
