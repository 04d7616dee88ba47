"""What a person can do in an incident's timeline and on its open line."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.coded import classified_in_words
from console.actions.incidents import OPEN_INCIDENT
from protocol.commands.command import Command
from protocol.commands.timeline import AddEntry, JoinLine, LeaveLine, Speak, StrikeEntry, Whisper
from protocol.model.board import Board


def _log(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    added = AddEntry(incident=values["incident"], text=values["text"])
    return (added, *classified_in_words(values, board))


def _strike(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (StrikeEntry(incident=values["incident"], entry=values["entry"]),)


def _speak(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (Speak(incident=values["incident"], text=values["text"]),)


def _whisper(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (Whisper(incident=values["incident"], text=values["text"]),)


def _join(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (JoinLine(incident=values["incident"]),)


def _leave(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (LeaveLine(incident=values["incident"]),)


ACTIONS = (
    Action(
        id="log",
        verb="log",
        english="log",
        aliases=("noteer", "note"),
        letter="l",
        args=(Arg(kind=ArgKind.INCIDENT, name="incident"), Arg(kind=ArgKind.TEXT, name="text")),
        build=_log,
        coded=("text",),
        command_type=AddEntry,
    ),
    Action(
        id="strike",
        verb="doorhalen",
        english="strike",
        letter="d",
        args=(Arg(kind=ArgKind.INCIDENT, name="incident"), Arg(kind=ArgKind.ENTRY, name="entry")),
        build=_strike,
        command_type=StrikeEntry,
    ),
    Action(
        id="speak",
        verb="zeg",
        english="say",
        aliases=("speak",),
        letter="z",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="text")),
        build=_speak,
        command_type=Speak,
    ),
    Action(
        id="whisper",
        verb="fluister",
        english="whisper",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="text")),
        build=_whisper,
        command_type=Whisper,
    ),
    Action(
        id="join",
        verb="instappen",
        english="join",
        aliases=("meeluisteren",),
        letter="i",
        args=(OPEN_INCIDENT,),
        build=_join,
        command_type=JoinLine,
        at_once=True,
    ),
    Action(
        id="leave",
        verb="uitstappen",
        english="leave",
        letter="u",
        args=(OPEN_INCIDENT,),
        build=_leave,
        command_type=LeaveLine,
        at_once=True,
    ),
)
