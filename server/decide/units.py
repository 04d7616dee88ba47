"""Decisions about units: on and off duty, given and taken a melding, what they are doing."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.units import (
    AssignUnit,
    EndTask,
    ReleaseUnit,
    SetTask,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import PhaseEntered
from protocol.facts.promises import Reacted
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.transitions import unit_may_become
from server.decide.actor import Actor
from server.decide.lookup import open_incident, unit_on_duty


def sign_on(board: Board, command: SignOnUnit, actor: Actor) -> tuple[Fact, ...]:
    """A call sign can be on duty once; ids are never given twice."""
    if board.unit_called(command.call_sign) is not None:
        raise Refused(Reason.UNIT_ON_DUTY, unit=command.call_sign)
    if actor.role is Role.UNIT and command.call_sign.casefold() != actor.name.casefold():
        raise Refused(Reason.NOT_YOUR_UNIT, unit=command.call_sign, own=actor.name)
    return (
        UnitSignedOn(
            unit=board.last_unit + 1,
            call_sign=command.call_sign,
            means=command.means,
            crew=command.crew,
            team=command.team,
            skills=command.skills,
            autonomy=command.autonomy,
        ),
    )


def sign_off(board: Board, command: SignOffUnit, actor: Actor) -> tuple[Fact, ...]:
    """Nobody goes home with a melding in hand, or while colleagues look for them."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.incident is not None:
        raise Refused(Reason.UNIT_HAS_INCIDENT, unit=unit.call_sign, incident=unit.incident)
    if unit.id in board.emergencies:
        raise Refused(Reason.EMERGENCY_ON, unit=unit.call_sign)
    return (UnitSignedOff(unit=unit.id),)


def assign(board: Board, command: AssignUnit, actor: Actor) -> tuple[Fact, ...]:
    """A unit has one melding at a time; taking it off another must be said (`divert`)."""
    incident = open_incident(board, command.incident)
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.incident == incident.number:
        raise Refused(Reason.UNIT_ALREADY_ON, unit=unit.call_sign, incident=incident.number)
    if unit.status is UnitStatus.UNAVAILABLE:
        raise Refused(
            Reason.UNIT_STATUS_ILLEGAL,
            unit=unit.call_sign,
            from_status=unit.status.key,
            to_status=UnitStatus.ASSIGNED.key,
        )
    assigned = (UnitAssigned(incident=incident.number, unit=unit.id), *_reaction_of_sending(incident))
    if unit.incident is None:
        return assigned
    if not command.divert:
        raise Refused(
            Reason.UNIT_BUSY, unit=unit.call_sign, unit_status=unit.status.key, incident=unit.incident
        )
    # Who is called away is not done: what it leaves alone waits again (A3).
    return (UnitReleased(incident=unit.incident, unit=unit.id), *assigned)


def release(board: Board, command: ReleaseUnit, actor: Actor) -> tuple[Fact, ...]:
    """The unit is off its melding and available."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.incident is None:
        raise Refused(Reason.UNIT_NOT_ASSIGNED, unit=unit.call_sign)
    return _released(board, unit)


def set_status(board: Board, command: SetUnitStatus, actor: Actor) -> tuple[Fact, ...]:
    """Only moves of the table; who becomes available lets go; the first on the spot adds (A28)."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if command.status is unit.status:
        raise Refused(Reason.NO_CHANGE)
    if command.status not in unit_may_become(unit.status, on_incident=unit.incident is not None):
        raise Refused(
            Reason.UNIT_STATUS_ILLEGAL,
            unit=unit.call_sign,
            from_status=unit.status.key,
            to_status=command.status.key,
        )
    if command.status is UnitStatus.AVAILABLE and unit.incident is not None:
        return _released(board, unit)
    status_set = UnitStatusSet(unit=unit.id, status=command.status)
    incident = board.incidents.get(unit.incident) if unit.incident is not None else None
    arrives = command.status is UnitStatus.ON_SCENE
    if arrives and incident is not None and incident.phase is Phase.MERGE_IN:
        return (status_set, PhaseEntered(incident=incident.number, phase=Phase.ADD))
    return (status_set,)


def set_task(board: Board, command: SetTask, actor: Actor) -> tuple[Fact, ...]:
    """Work beside meldingen; the same again is no change (B3)."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    task = unit.task
    if task is not None and (task.what, task.interruptible) == (command.what, command.interruptible):
        return ()
    return (TaskSet(unit=unit.id, what=command.what, interruptible=command.interruptible),)


def end_task(board: Board, command: EndTask, actor: Actor) -> tuple[Fact, ...]:
    """Only work in hand can be done with."""
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if unit.task is None:
        raise Refused(Reason.NO_TASK, unit=unit.call_sign)
    return (TaskEnded(unit=unit.id),)


def _reaction_of_sending(incident: Incident) -> tuple[Fact, ...]:
    """Sending a unit is a reaction: recorded where none is, or where the last one sent nobody (A3)."""
    if incident.reactions and not incident.reactions[-1].kind.sends_nobody:
        return ()
    return (Reacted(incident=incident.number, kind=ReactionKind.UNIT_NOW),)


def _released(board: Board, unit: Unit) -> tuple[Fact, ...]:
    """The unit lets go; when it was the last one there, the incident merges out (A28)."""
    if unit.incident is None:
        return ()
    released = UnitReleased(incident=unit.incident, unit=unit.id)
    incident = board.incidents.get(unit.incident)
    if incident is not None and incident.phase is Phase.ADD and incident.units == (unit.id,):
        return (released, PhaseEntered(incident=incident.number, phase=Phase.MERGE_OUT))
    return (released,)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    SignOnUnit: sign_on,
    SignOffUnit: sign_off,
    AssignUnit: assign,
    ReleaseUnit: release,
    SetUnitStatus: set_status,
    SetTask: set_task,
    EndTask: end_task,
}
