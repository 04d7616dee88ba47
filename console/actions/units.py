"""What a person can do with a unit: sign it on and off, assign and release it, say what it is doing.

Other work than a melding (B3) is a task: it says whether a melding may interrupt it.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from protocol.commands.command import Command
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
from protocol.model.means import Means
from protocol.model.text import Name
from protocol.model.unit import MAX_CREW, Unit
from protocol.model.unit_status import UnitStatus

FIXED = ("vast", "fixed")
"""Words for work that no melding may interrupt."""


def _may_be_sent(unit: Unit) -> bool:
    return unit.status is not UnitStatus.UNAVAILABLE


def _is_on_something(unit: Unit) -> bool:
    return unit.incident is not None


def _is_on_nothing(unit: Unit) -> bool:
    return unit.incident is None


def _drives(unit: Unit) -> bool:
    return unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)


def _has_task(unit: Unit) -> bool:
    return unit.task is not None


def _assign(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(
        AssignUnit(incident=values["incident"], unit=unit, divert=values.get("divert", False))
        for unit in values["units"]
    )


def _release(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(ReleaseUnit(unit=unit) for unit in values["units"])


def _status(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(SetUnitStatus(unit=unit, status=values["status"]) for unit in values["units"])


def _sign_on(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(
        SignOnUnit(
            call_sign=call_sign,
            means=values.get("means", Means.CAR),
            crew=values.get("crew", MAX_CREW),
            team=values.get("team", Name("")),
            skills=values.get("skills", ()),
            autonomy=values.get("autonomy", Autonomy.INDEPENDENT),
        )
        for call_sign in values["call-signs"]
    )


def _sign_off(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(SignOffUnit(unit=unit) for unit in values["units"])


def _arrived(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(SetUnitStatus(unit=unit, status=UnitStatus.ON_SCENE) for unit in values["units"])


def _task(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    interruptible = not values.get("fixed", False)
    return tuple(
        SetTask(unit=unit, what=values["task"], interruptible=interruptible) for unit in values["units"]
    )


def _end_task(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return tuple(EndTask(unit=unit) for unit in values["units"])


ACTIONS = (
    Action(
        id="assign",
        verb="koppel",
        english="assign",
        aliases=("koppelen",),
        letter="k",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.UNIT, name="units", many=True, offer=_may_be_sent),
            Arg(kind=ArgKind.DIVERT, name="divert", required=False),
        ),
        build=_assign,
        command_type=AssignUnit,
    ),
    Action(
        id="release",
        verb="vrij",
        english="release",
        aliases=("vrijgeven",),
        letter="v",
        args=(Arg(kind=ArgKind.UNIT, name="units", many=True, offer=_is_on_something),),
        build=_release,
        command_type=ReleaseUnit,
    ),
    Action(
        id="status",
        verb="status",
        english="status",
        letter="s",
        args=(Arg(kind=ArgKind.UNIT, name="units", many=True), Arg(kind=ArgKind.STATUS, name="status")),
        build=_status,
        command_type=SetUnitStatus,
    ),
    Action(
        id="sign-on",
        verb="aanmelden",
        english="signon",
        aliases=("sign-on",),
        letter="a",
        args=(
            Arg(kind=ArgKind.CALL_SIGN, name="call-signs", many=True),
            Arg(kind=ArgKind.MEANS, name="means", required=False),
            Arg(kind=ArgKind.CREW, name="crew", required=False),
            Arg(kind=ArgKind.AUTONOMY, name="autonomy", required=False),
            Arg(kind=ArgKind.NAME, name="team", words=("team:",), most_chars=60, required=False),
            Arg(kind=ArgKind.SKILLS, name="skills", words=("kan:", "can:"), required=False),
        ),
        build=_sign_on,
        command_type=SignOnUnit,
    ),
    Action(
        id="sign-off",
        verb="afmelden",
        english="signoff",
        aliases=("sign-off",),
        letter="A",
        args=(Arg(kind=ArgKind.UNIT, name="units", many=True, offer=_is_on_nothing),),
        build=_sign_off,
        command_type=SignOffUnit,
    ),
    Action(
        id="arrived",
        verb="aangekomen",
        english="arrived",
        args=(Arg(kind=ArgKind.UNIT, name="units", many=True, offer=_drives),),
        build=_arrived,
        command_type=SetUnitStatus,
        at_once=True,
    ),
    Action(
        id="task",
        verb="taak",
        english="task",
        args=(
            Arg(kind=ArgKind.UNIT, name="units", many=True),
            Arg(kind=ArgKind.FLAG, name="fixed", words=FIXED, required=False),
            Arg(kind=ArgKind.NAME, name="task"),
        ),
        build=_task,
        command_type=SetTask,
    ),
    Action(
        id="end-task",
        verb="afgerond",
        english="finished",
        args=(Arg(kind=ArgKind.UNIT, name="units", many=True, offer=_has_task),),
        build=_end_task,
        command_type=EndTask,
        at_once=True,
    ),
)
