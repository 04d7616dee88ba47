"""Decisions about split pairs (A92) and the emergency button."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.commands.units import AssignUnit
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)
from protocol.facts.promises import Reacted
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.decide.actor import Actor
from server.decide.lookup import unit_on_duty
from server.decide.units import assign

WHAT = Name("assistentie collega")
"""What the incident of an emergency is called: the word on the radio."""


def split(board: Board, command: SplitPair, actor: Actor) -> tuple[Fact, ...]:
    """A pair goes apart once; the other half gets a call sign that nobody has."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.crew < 2 or unit.pair is not None:
        raise Refused(Reason.NOT_A_PAIR, unit=unit.call_sign)
    if board.unit_called(command.call_sign) is not None:
        raise Refused(Reason.UNIT_ON_DUTY, unit=command.call_sign)
    return (PairSplit(unit=unit.id, other=board.last_unit + 1, call_sign=command.call_sign),)


def speak(board: Board, command: SpeakToPair, actor: Actor) -> tuple[Fact, ...]:
    """The line is always open."""
    unit = _half(board, command.unit, actor)
    return (PairSpoken(unit=unit.id, text=command.text),)


def strengthen(board: Board, command: Strengthen, actor: Actor) -> tuple[Fact, ...]:
    """One key: the other half comes to what this one is on, also from something else (A92)."""
    unit = _half(board, command.unit, actor)
    asked = StrengthenAsked(unit=unit.id)
    other = board.units.get(unit.pair or 0)
    if unit.incident is None or other is None or other.incident == unit.incident:
        return (asked,)
    if other.status is UnitStatus.UNAVAILABLE:
        return (asked,)
    wish = AssignUnit(incident=unit.incident, unit=other.id, divert=other.incident is not None)
    # The other half belongs to this one's account for as long as they are split.
    return (asked, *assign(board, wish, Actor(name=other.call_sign, role=actor.role)))


def join(board: Board, command: JoinPair, actor: Actor) -> tuple[Fact, ...]:
    """Together again once the other half has nothing in hand."""
    unit = _half(board, command.unit, actor)
    other = board.units.get(unit.pair or 0)
    if other is not None and other.incident is not None:
        raise Refused(Reason.UNIT_HAS_INCIDENT, unit=other.call_sign, incident=other.incident)
    if other is not None and other.id in board.emergencies:
        raise Refused(Reason.EMERGENCY_ON, unit=other.call_sign)
    return (PairJoined(unit=unit.id),)


def raise_(board: Board, command: RaiseEmergency, actor: Actor) -> tuple[Fact, ...]:
    """Never refused but when it stands already; always a new incident of the first priority."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.id in board.emergencies:
        raise Refused(Reason.EMERGENCY_ON, unit=unit.call_sign)
    point = command.point.on_grid() if command.point is not None else None
    nearby = tuple(id for id in dict.fromkeys(command.nearby) if id in board.units and id != unit.id)
    place = Place(name=unit.call_sign, point=point)
    number = board.last_incident + 1
    return (
        IncidentOpened(incident=number, priority=Priority.P1, what=WHAT, place=place),
        Reacted(incident=number, kind=ReactionKind.UNIT_NOW),
        EmergencyRaised(unit=unit.id, incident=number, point=point, nearby=nearby),
    )


def answer(board: Board, command: AnswerEmergency, actor: Actor) -> tuple[Fact, ...]:
    """By name, each once."""
    emergency = board.emergencies.get(command.unit)
    if emergency is None:
        raise Refused(Reason.NO_EMERGENCY, unit=command.unit)
    return () if actor.name in emergency.answered_by else (EmergencyAnswered(unit=command.unit),)


def end(board: Board, command: EndEmergency, _actor: Actor) -> tuple[Fact, ...]:
    """With a reason; its incident goes on like any other."""
    if command.unit not in board.emergencies:
        raise Refused(Reason.NO_EMERGENCY, unit=command.unit)
    return (EmergencyEnded(unit=command.unit, why=command.why),)


def _half(board: Board, id: int, actor: Actor) -> Unit:
    unit = unit_on_duty(board, id)
    actor.must_own(unit)
    if unit.pair is None:
        raise Refused(Reason.NOT_A_PAIR, unit=unit.call_sign)
    return unit


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    SplitPair: split,
    SpeakToPair: speak,
    Strengthen: strengthen,
    JoinPair: join,
    RaiseEmergency: raise_,
    AnswerEmergency: answer,
    EndEmergency: end,
}
