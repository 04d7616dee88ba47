"""What a person can do with an incident: open it, say it better, move it on, close and reopen it."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.coded import classified_in_words
from console.actions.problem import NotUnderstood, Problem
from protocol.commands.command import Command
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text

NOWHERE = Place(name=Name(""))
"""While nobody knows where it is."""


def _is_open(incident: Incident) -> bool:
    return incident.is_open


def _is_closed(incident: Incident) -> bool:
    return not incident.is_open


OPEN_INCIDENT = Arg(kind=ArgKind.INCIDENT, name="incident", offer=_is_open)


def _open(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    """A call has its number at once, also without a what or a where; with nothing said at all it is none."""
    if not {"what", "place", "priority", "story"} & values.keys():
        raise NotUnderstood(Problem(key="problem-missing-what"))
    found = values.get("class")
    default = Priority.P2 if found is None or found.priority is None else found.priority
    return (
        OpenIncident(
            priority=values.get("priority", default),
            what=values.get("what", Name("")),
            place=values.get("place", NOWHERE),
            story=values.get("story", Text("")),
            code=Name("") if found is None else found.code,
        ),
    )


def _place(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    without_point = values.get("without-point", False)
    return (ChangePlace(incident=values["incident"], place=values["place"], without_point=without_point),)


def _what(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    changed = ChangeWhat(incident=values["incident"], what=values["what"])
    return (changed, *classified_in_words(values, board))


def _priority(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (ChangePriority(incident=values["incident"], priority=values["priority"]),)


def _phase(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (EnterPhase(incident=values["incident"], phase=values["phase"]),)


def _close(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    emergency = values.get("emergency", False)
    return (CloseIncident(incident=values["incident"], reason=values["reason"], emergency=emergency),)


def _close_in_emergency(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (CloseIncident(incident=values["incident"], reason=values["reason"], emergency=True),)


def _reopen(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (ReopenIncident(incident=values["incident"], reason=values["reason"]),)


ACTIONS = (
    Action(
        id="open",
        verb="nieuw",
        english="new",
        aliases=("melding", "open"),
        letter="n",
        args=(
            Arg(kind=ArgKind.PRIORITY, name="priority", required=False),
            Arg(kind=ArgKind.WHAT, name="what", can_be_unknown=True),
            Arg(kind=ArgKind.PLACE, name="place", can_be_unknown=True),
            Arg(kind=ArgKind.TEXT, name="story", required=False),
        ),
        build=_open,
        coded=("what", "story"),
        command_type=OpenIncident,
    ),
    Action(
        id="place",
        verb="plaats",
        english="place",
        aliases=("adres", "where"),
        letter="P",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.PLACE, name="place")),
        build=_place,
        command_type=ChangePlace,
    ),
    Action(
        id="pin-place",
        verb="punt",
        english="pin",
        key="ctrl+t",
        args=(OPEN_INCIDENT,),
        build=_place,
        command_type=ChangePlace,
        guesses_place=True,
        at_once=True,
    ),
    Action(
        id="what",
        verb="wat",
        english="what",
        letter="w",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.WHAT, name="what")),
        build=_what,
        coded=("what",),
        command_type=ChangeWhat,
    ),
    Action(
        id="priority",
        verb="prioriteit",
        english="priority",
        aliases=("prio",),
        letter="p",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.PRIORITY, name="priority")),
        build=_priority,
        command_type=ChangePriority,
    ),
    Action(
        id="phase",
        verb="fase",
        english="phase",
        letter="f",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.PHASE, name="phase")),
        build=_phase,
        command_type=EnterPhase,
    ),
    Action(
        id="close",
        verb="sluit",
        english="close",
        aliases=("sluiten",),
        letter="S",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.DIVERT, name="emergency", required=False),
            Arg(kind=ArgKind.TEXT, name="reason"),
        ),
        build=_close,
        command_type=CloseIncident,
    ),
    Action(
        id="close-emergency",
        verb="noodsluit",
        english="force-close",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="reason")),
        build=_close_in_emergency,
        command_type=CloseIncident,
    ),
    Action(
        id="reopen",
        verb="heropen",
        english="reopen",
        aliases=("heropenen",),
        letter="h",
        args=(
            Arg(kind=ArgKind.INCIDENT, name="incident", offer=_is_closed),
            Arg(kind=ArgKind.TEXT, name="reason"),
        ),
        build=_reopen,
        command_type=ReopenIncident,
    ),
)
