"""What a person can do towards letting go: hand over, the citizen alone, the check and the feedback."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from console.actions.incidents import OPEN_INCIDENT
from console.actions.intake import INCIDENT
from protocol.commands.command import Command
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.model.board import Board

IMPOSSIBLE = ("onmogelijk", "impossible")


def _hand_over(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (HandOver(incident=values["incident"], taker=values["taker"], packet=values["packet"]),)


def _acknowledge(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AcknowledgeHandover(incident=values["incident"]),)


def _alone(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (LetCitizenGoOn(incident=values["incident"], why=values["reason"]),)


def _check(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (CheckEnd(incident=values["incident"], citizen=values["citizen-view"]),)


def _feedback(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    given = not values.get("impossible", False)
    return (GiveFeedback(incident=values["incident"], text=values["text"], given=given),)


ACTIONS = (
    Action(
        id="hand-over",
        verb="overdracht",
        english="handover",
        letter="O",
        args=(
            OPEN_INCIDENT,
            Arg(kind=ArgKind.NAME, name="taker"),
            Arg(kind=ArgKind.TEXT, name="packet"),
        ),
        build=_hand_over,
        command_type=HandOver,
    ),
    Action(
        id="acknowledge",
        verb="overgenomen",
        english="acknowledge",
        letter="G",
        args=(OPEN_INCIDENT,),
        build=_acknowledge,
        command_type=AcknowledgeHandover,
        at_once=True,
    ),
    Action(
        id="alone",
        verb="zelf",
        english="alone",
        letter="Z",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.TEXT, name="reason", most_chars=500)),
        build=_alone,
        command_type=LetCitizenGoOn,
    ),
    Action(
        id="check",
        verb="klaar",
        english="check",
        letter="C",
        args=(OPEN_INCIDENT, Arg(kind=ArgKind.CITIZEN_VIEW, name="citizen-view")),
        build=_check,
        command_type=CheckEnd,
    ),
    Action(
        id="feedback",
        verb="terugmelding",
        english="feedback",
        letter="F",
        args=(
            INCIDENT,
            Arg(kind=ArgKind.FLAG, name="impossible", words=IMPOSSIBLE, required=False),
            Arg(kind=ArgKind.TEXT, name="text", most_chars=500),
        ),
        build=_feedback,
        command_type=GiveFeedback,
    ),
)
