"""A command as the line that somebody could have typed for it. Pure.

Shown for what waits and for what was answered, so that the words are those of the command line.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import IntEnum

from attrs import fields

from console.actions.action import Action
from console.actions.catalog import Catalog
from console.actions.scale import SURE, WHO
from console.actions.units import FIXED
from console.grammar.melder import CALL_BACK, NO_CALL_BACK
from console.grammar.skills import written_skills
from console.grammar.vocabulary import (
    AUTONOMY_WORDS,
    CREW_WORDS,
    LEAD_WORDS,
    MEANS_WORDS,
    MELDER_WORDS,
    PHASE_WORDS,
    STATUS_WORDS,
    WHO_KIND_WORDS,
    WORDS,
    flagged,
    word_for,
)
from console.paint.clock import clock
from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.commands.intake import DescribeIntake, DescribeMelder
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.scale import NoteWho, SwitchLead
from protocol.commands.timeline import AddEntry, JoinLine, LeaveLine, Speak, StrikeEntry
from protocol.commands.units import (
    AssignUnit,
    EndTask,
    ReleaseUnit,
    SetTask,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
)
from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.melder import Melder
from protocol.model.unit import MAX_CREW
from protocol.session.provisional import provisionals_in

NOT_NUMBERED = "…"
"""In the place of the number of a melding that has none yet."""


def written(command: Command, board: Board, catalog: Catalog, language: str) -> str:
    """Verb and arguments; a unit that has left the board is named by its id."""
    verb = next(
        (action.verb_in(language) for action in catalog.actions if _makes(action, command)),
        type(command).__name__,
    )
    line = f"{verb} {_arguments(command, board, language)}".rstrip()
    for number in provisionals_in(command):
        line = line.replace(str(number), NOT_NUMBERED)
    return line


def _makes(action: Action, command: Command) -> bool:
    """Of several actions with one command the one that is named after what was said."""
    if isinstance(command, DescribeIntake):
        return getattr(command, action.id, None) is not None
    return action.command_type is type(command)


def _arguments(command: Command, board: Board, language: str) -> str:
    for said in (_of_incidents, _of_units, _of_timeline, _of_scale):
        line = said(command, board, language)
        if line is not None:
            return line
    return " ".join(_words(command, board, language))


def _of_incidents(command: Command, _board: Board, language: str) -> str | None:
    """What is said about an incident itself; None for another noun. So are the next three."""
    match command:
        case OpenIncident(priority=priority, what=what, place=place, story=story):
            where = f"@ {place.name}" if place.name else ""
            line = " ".join(part for part in (str(int(priority)), what, where) if part)
            return f"{line} -- {story}" if story else line
        case ChangePlace(incident=incident, place=place, without_point=without_point):
            return f"{incident} {place.name}{' (-)' if without_point else ''}"
        case DescribeMelder():
            return " ".join([str(command.incident), *melder_words(command, language)])
        case ChangeWhat(incident=incident, what=what):
            return f"{incident} {what}"
        case ChangePriority(incident=incident, priority=priority):
            return f"{incident} {int(priority)}"
        case EnterPhase(incident=incident, phase=phase):
            return f"{incident} {word_for(phase, PHASE_WORDS, language)}"
        case AskSkills(incident=incident, skills=skills):
            return f"{incident} {written_skills(skills)}"
        case (
            CloseIncident(incident=incident, reason=reason) | ReopenIncident(incident=incident, reason=reason)
        ):
            return f"{incident} {reason}"
    return None


def _of_units(command: Command, board: Board, language: str) -> str | None:
    match command:
        case AssignUnit(incident=incident, unit=unit, divert=divert):
            return f"{_sign(unit, board)} {incident}{' !' if divert else ''}"
        case ReleaseUnit(unit=unit) | SignOffUnit(unit=unit) | EndTask(unit=unit) | RaiseEmergency(unit=unit):
            return _sign(unit, board)
        case SetUnitStatus(unit=unit, status=status):
            return f"{_sign(unit, board)} {word_for(status, STATUS_WORDS, language)}"
        case SignOnUnit():
            return " ".join(_signing_on(command, language))
        case SetTask(unit=unit, what=what, interruptible=interruptible):
            fixed = "" if interruptible else f" {_in(language, FIXED)}"
            mark = " --" if flagged(what.split()[0], FIXED) else ""
            return f"{_sign(unit, board)}{fixed}{mark} {what}"
    return None


def _of_timeline(command: Command, _board: Board, _language: str) -> str | None:
    match command:
        case AddEntry(incident=incident, text=text) | Speak(incident=incident, text=text):
            return f"{incident} {text}"
        case StrikeEntry(incident=incident, entry=entry):
            return f"{incident} {entry}"
        case JoinLine(incident=incident) | LeaveLine(incident=incident):
            return str(incident)
    return None


def _of_scale(command: Command, _board: Board, language: str) -> str | None:
    match command:
        case NoteWho(incident=incident, kind=kind, what=what, who=who):
            line = f"{incident} {word_for(kind, WHO_KIND_WORDS, language)} {what}"
            return f"{line} {_in(language, WHO)}{who}" if who else line
        case SwitchLead(incident=incident, central=central, why=why, sure=sure):
            said = _in(language, SURE) if sure else ""
            mark = "--" if not sure and flagged(why.split()[0], SURE) else ""
            words = (str(incident), word_for(central, LEAD_WORDS, language), said, mark, why)
            return " ".join(word for word in words if word)
    return None


def _in(language: str, words: tuple[str, ...]) -> str:
    """The word of this language: Dutch stands first, English second."""
    return words[1 if language == "en" else 0]


def melder_words(command: DescribeMelder | Melder, language: str) -> Iterator[str]:
    """The parts that were said, the kind first, as it must be typed."""
    if command.kind is not None:
        yield word_for(command.kind, MELDER_WORDS, language)
    yield from (part for part in (command.name, command.number) if part)
    if command.call_back is not None:
        yield _in(language, CALL_BACK if command.call_back else NO_CALL_BACK)


def _signing_on(command: SignOnUnit, language: str) -> Iterator[str]:
    """The call sign and what is said of it; what goes without saying is left out."""
    yield command.call_sign
    yield word_for(command.means, MEANS_WORDS, language)
    if command.crew != MAX_CREW:
        yield word_for(command.crew, CREW_WORDS, language)
    if command.autonomy is not Autonomy.INDEPENDENT:
        yield word_for(command.autonomy, AUTONOMY_WORDS, language)
    if command.team:
        yield f"team:{command.team}"
    if command.skills:
        yield f"{'can' if language == 'en' else 'kan'}:{written_skills(command.skills)}"


def _words(command: Command, board: Board, language: str) -> list[str]:
    """Every value that was said, in the order of the command's fields."""
    words = []
    for each in fields(type(command)):
        value = getattr(command, each.name)
        if each.name == "unit":
            value = _sign(value, board)
        words.append(_word(value, board, language))
    return [word for word in words if word]


def _word(value: object, board: Board, language: str) -> str:
    """One value as it is typed; "" for what was not said."""
    match value:
        case None | False | True:
            return ""
        case Melder(name=name, number=number):
            return f"{name} {number}".strip()
        case datetime():
            return clock(value, board.at)
        case IntEnum():
            # Members of two enums with one number are equal, so the tables are told apart by type.
            words = next((words for words in WORDS.values() if type(value) is type(next(iter(words)))), None)
            return str(int(value)) if words is None else word_for(value, words, language)
        case _:
            return str(value)


def _sign(unit: int, board: Board) -> str:
    known = board.units.get(unit)
    return str(unit) if known is None else known.call_sign
