"""What a person can do with how large it is: colleagues, who knows and does what, the lead, the ladder."""

from collections.abc import Callable, Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.contact import WHY
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from console.actions.problem import NotUnderstood, Problem
from protocol.commands.command import Command
from protocol.commands.scale import (
    AskColleagues,
    ComeAlong,
    DropWho,
    NoteWho,
    SetGrip,
    SetLevel,
    SwitchLead,
    TakeWho,
)
from protocol.model.board import Board
from protocol.model.scale import Level
from protocol.model.text import Name, Text
from protocol.model.unit import Unit

SURE = ("zeker", "sure")
WHO = ("wie:", "who:")


def _can_come(unit: Unit) -> bool:
    return unit.can_be_called


def _ask(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AskColleagues(incident=values["incident"], text=values.get("text", Text(""))),)


def _come(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (ComeAlong(incident=values["incident"], unit=values["unit"]),)


def _note(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        NoteWho(
            incident=values["incident"],
            kind=values["who-kind"],
            what=values["text"],
            who=values.get("who", Name("")),
        ),
    )


def _take(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (TakeWho(incident=values["incident"], row=values["who-row"]),)


def _drop(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (DropWho(incident=values["incident"], row=values["who-row"]),)


def _lead(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (
        SwitchLead(
            incident=values["incident"],
            central=values["lead"],
            why=values["reason"],
            sure=values.get("sure", False),
        ),
    )


def _level(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SetLevel(incident=values["incident"], level=values["level"], why=values.get("reason", Text(""))),)


def _grip(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SetGrip(incident=values["incident"], grip=values["grip"], why=values.get("reason", Text(""))),)


def _by_step(step: int) -> Callable[[Mapping[str, Any], Board], tuple[Command, ...]]:
    """Up or down the ladder: to the rung that was named, else to the next."""

    def build(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
        incident = board.incidents.get(values["incident"])
        level = values.get("level")
        if incident is None:
            if level is None:
                raise NotUnderstood(Problem(key="problem-missing-level-far"))
        else:
            now = incident.scale.level
            if level is None:
                if now + step not in list(Level):
                    raise NotUnderstood(Problem(key=f"problem-ladder-ends-{'up' if step > 0 else 'down'}"))
                level = Level(now + step)
            elif (level - now) * step < 0:
                raise NotUnderstood(Problem(key=f"problem-level-not-{'up' if step > 0 else 'down'}"))
        return (SetLevel(incident=values["incident"], level=level, why=values.get("reason", Text(""))),)

    return build


_ROW = Arg(kind=ArgKind.WHO_ROW, name="who-row")
_RUNG = Arg(kind=ArgKind.LEVEL, name="level", required=False)

ACTIONS = (
    Action(
        id="ask-colleagues",
        verb="collega",
        english="colleagues",
        aliases=("roep",),
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="text", most_chars=200, required=False)),
        build=_ask,
        command_type=AskColleagues,
        at_once=True,
    ),
    Action(
        id="come-along",
        verb="kom",
        english="come",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.UNIT, name="unit", offer=_can_come)),
        build=_come,
        command_type=ComeAlong,
    ),
    Action(
        id="note-who",
        verb="matrix",
        english="matrix",
        args=(
            INCIDENT,
            Arg(kind=ArgKind.WHO_KIND, name="who-kind"),
            Arg(kind=ArgKind.TEXT, name="text", most_chars=200),
            Arg(kind=ArgKind.NAME, name="who", words=WHO, required=False),
        ),
        build=_note,
        command_type=NoteWho,
    ),
    Action(
        id="take-who",
        verb="ikdoe",
        english="mine",
        args=(INCIDENT, _ROW),
        build=_take,
        command_type=TakeWho,
        at_once=True,
    ),
    Action(
        id="drop-who",
        verb="gedaan",
        english="done",
        args=(INCIDENT, _ROW),
        build=_drop,
        command_type=DropWho,
    ),
    Action(
        id="switch-lead",
        verb="regie",
        english="lead",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.LEAD, name="lead"),
            Arg(kind=ArgKind.FLAG, name="sure", words=SURE, required=False),
            Arg(kind=ArgKind.TEXT, name="reason", most_chars=200),
        ),
        build=_lead,
        command_type=SwitchLead,
    ),
    Action(
        id="set-level",
        verb="schaal",
        english="scale",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.LEVEL, name="level"), WHY),
        build=_level,
        command_type=SetLevel,
    ),
    Action(
        id="scale-up",
        verb="opschalen",
        english="scale-up",
        args=(OPEN_INCIDENT, _RUNG, WHY),
        build=_by_step(1),
        command_type=SetLevel,
    ),
    Action(
        id="scale-down",
        verb="afschalen",
        english="scale-down",
        args=(OPEN_INCIDENT, _RUNG, WHY),
        build=_by_step(-1),
        command_type=SetLevel,
    ),
    Action(
        id="set-grip",
        verb="grip",
        english="grip",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.GRIP, name="grip"), WHY),
        build=_grip,
        command_type=SetGrip,
    ),
)
