"""Decisions about who goes: skills asked for, choices weighed and explained, arrivals expected."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from protocol.commands.dispatch import AskSkills, ExpectArrival, ExplainChoice, WeighChoice
from protocol.errors import Reason, Refused
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus
from protocol.rules.choice import unexplained
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more, unit_on_duty

NOTICEABLE = timedelta(seconds=1)
"""A smaller correction of an expected time is none."""


def ask_skills(board: Board, command: AskSkills, _actor: Actor) -> tuple[Fact, ...]:
    """The same skills again are no change (A89)."""
    incident = open_incident(board, command.incident)
    if command.skills == incident.skills:
        return ()
    return (SkillsAsked(incident=incident.number, skills=command.skills),)


def explain_choice(board: Board, command: ExplainChoice, _actor: Actor) -> tuple[Fact, ...]:
    """Only a choice that passed over somebody nearer has something to explain (B6)."""
    incident = known_incident(board, command.incident)
    if unexplained(incident) is None:
        raise Refused(Reason.NO_CHOICE, incident=incident.number)
    return (ChoiceExplained(incident=incident.number, reason=command.reason),)


def weigh_choice(board: Board, command: WeighChoice, _actor: Actor) -> tuple[Fact, ...]:
    """The server's record of a dispatch (B6)."""
    incident = known_incident(board, command.incident)
    room_for_one_more(incident, incident.choices)
    return (ChoiceWeighed(incident=incident.number, choice=command.choice),)


def expect_arrival(board: Board, command: ExpectArrival, _actor: Actor) -> tuple[Fact, ...]:
    """Only for a unit that drives there; a correction of less than a second is none."""
    unit = unit_on_duty(board, command.unit)
    drives = unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    if unit.incident != command.incident or not drives:
        raise Refused(Reason.UNIT_NOT_ASSIGNED, unit=unit.call_sign)
    if unit.expected_at is not None and abs(unit.expected_at - command.at) < NOTICEABLE:
        return ()
    return (ArrivalExpected(unit=unit.id, incident=command.incident, at=command.at),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    AskSkills: ask_skills,
    ExplainChoice: explain_choice,
    WeighChoice: weigh_choice,
    ExpectArrival: expect_arrival,
}
