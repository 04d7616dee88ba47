"""What a person can do in a split pair (A92), and with the emergency of a colleague.

The emergency has a key that works while typing. In the room it begins the line, so that a slip there takes
nobody's screen; a unit's own console sends it at once.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from protocol.commands.command import Command
from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.model.board import Board
from protocol.model.unit import MAX_CREW, Unit


def _can_split(unit: Unit) -> bool:
    return unit.crew == MAX_CREW and unit.pair is None


def _is_half(unit: Unit) -> bool:
    return unit.pair is not None


def _split(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SplitPair(unit=values["unit"], call_sign=values["other-half"]),)


def _speak(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SpeakToPair(unit=values["unit"], text=values["text"]),)


def _strengthen(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (Strengthen(unit=values["unit"]),)


def _join(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (JoinPair(unit=values["unit"]),)


def _raise(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (RaiseEmergency(unit=values["unit"]),)


def _answer(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (AnswerEmergency(unit=values["in-need"]),)


def _end(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (EndEmergency(unit=values["in-need"], why=values["reason"]),)


_HALF = Arg(kind=ArgKind.UNIT, name="unit", offer=_is_half)
_IN_NEED = Arg(kind=ArgKind.IN_NEED, name="in-need")

ACTIONS = (
    Action(
        id="split-pair",
        verb="uiteen",
        english="split",
        args=(
            Arg(kind=ArgKind.UNIT, name="unit", offer=_can_split),
            Arg(kind=ArgKind.CALL_SIGN, name="other-half"),
        ),
        build=_split,
        command_type=SplitPair,
    ),
    Action(
        id="speak-to-pair",
        verb="maat",
        english="mate",
        args=(_HALF, Arg(kind=ArgKind.TEXT, name="text", most_chars=500)),
        build=_speak,
        command_type=SpeakToPair,
    ),
    Action(
        id="strengthen",
        verb="versterk",
        english="strengthen",
        args=(_HALF,),
        build=_strengthen,
        command_type=Strengthen,
        at_once=True,
    ),
    Action(
        id="join-pair",
        verb="bijeen",
        english="rejoin",
        args=(_HALF,),
        build=_join,
        command_type=JoinPair,
    ),
    Action(
        id="raise-emergency",
        verb="nood",
        english="mayday",
        aliases=("noodoproep",),
        key="f12",
        args=(Arg(kind=ArgKind.UNIT, name="unit"),),
        build=_raise,
        command_type=RaiseEmergency,
    ),
    Action(
        id="answer-emergency",
        verb="ontvangen",
        english="received",
        args=(_IN_NEED,),
        build=_answer,
        command_type=AnswerEmergency,
        at_once=True,
    ),
    Action(
        id="end-emergency",
        verb="noodeinde",
        english="all-clear",
        args=(_IN_NEED, Arg(kind=ArgKind.TEXT, name="reason", most_chars=200)),
        build=_end,
        command_type=EndEmergency,
    ),
)
