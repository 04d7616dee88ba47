"""What a person can do about who goes: ask who, send the first, ask for skills, say why somebody else went.

`recommend`, `reach` and `places` ask the server for a document; `assign-first` sends the first of a
recommendation, which the desk has to fetch, so it is the screen's own.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills, ExplainChoice
from protocol.model.board import Board
from protocol.model.unit import Unit


def _can_be_called(unit: Unit) -> bool:
    return unit.can_be_called


def _skills(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AskSkills(incident=values["incident"], skills=values["skills"]),)


def _why(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (ExplainChoice(incident=values["incident"], reason=values["choice-reason"]),)


ACTIONS = (
    Action(
        id="recommend",
        verb="wie",
        english="who",
        aliases=("advies", "recommend"),
        letter="q",
        key="f10",
        args=(OPEN_INCIDENT,),
        at_once=True,
    ),
    Action(
        id="assign-first",
        verb="stuur",
        english="send",
        letter="J",
        args=(OPEN_INCIDENT,),
        at_once=True,
    ),
    Action(
        id="ask-skills",
        verb="vereist",
        english="requires",
        aliases=("vaardigheden", "skills"),
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.SKILLS, name="skills")),
        build=_skills,
        command_type=AskSkills,
    ),
    Action(
        id="explain-choice",
        verb="waarom",
        english="why",
        letter="Y",
        args=(INCIDENT, Arg(kind=ArgKind.CHOICE_REASON, name="choice-reason")),
        build=_why,
        command_type=ExplainChoice,
    ),
    Action(
        id="reach",
        verb="bereik",
        english="reach",
        letter="R",
        args=(
            Arg(kind=ArgKind.MINUTES, name="minutes", required=False),
            Arg(kind=ArgKind.UNIT, name="sending", many=True, required=False, offer=_can_be_called),
        ),
        at_once=True,
    ),
    Action(
        id="places",
        verb="vind",
        english="find",
        args=(Arg(kind=ArgKind.PLACE, name="place"),),
    ),
)
