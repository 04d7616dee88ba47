"""Decisions about what those involved do together."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.work import (
    AdditionStated,
    AimAdded,
    AimDropped,
    CitizenNoted,
    NeedMet,
    NeedStated,
    ReferralAccepted,
    Referred,
)
from protocol.model.board import Board
from protocol.model.work import Addition, Citizen
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more, unit_on_duty


def add_aim(board: Board, command: AddAim, _actor: Actor) -> tuple[Fact, ...]:
    """The same line twice is no change (A38)."""
    incident = open_incident(board, command.incident)
    if any((line.aim, line.text) == (command.aim, command.text) for line in incident.work.aims):
        return ()
    room_for_one_more(incident, incident.work.aims)
    return (AimAdded(incident=incident.number, aim=command.aim, text=command.text),)


def drop_aim(board: Board, command: DropAim, _actor: Actor) -> tuple[Fact, ...]:
    """Only a line that is there can go."""
    incident = open_incident(board, command.incident)
    if all((line.aim, line.text) != (command.aim, command.text) for line in incident.work.aims):
        return ()
    return (AimDropped(incident=incident.number, aim=command.aim, text=command.text),)


def state_need(board: Board, command: StateNeed, _actor: Actor) -> tuple[Fact, ...]:
    """What is needed from whom (A36)."""
    incident = open_incident(board, command.incident)
    room_for_one_more(incident, incident.work.needs)
    return (NeedStated(incident=incident.number, what=command.what, from_whom=command.from_whom),)


def meet_need(board: Board, command: MeetNeed, _actor: Actor) -> tuple[Fact, ...]:
    """A need is met once; saying better how is a change too."""
    incident = known_incident(board, command.incident)
    need = next((each for each in incident.work.needs if each.id == command.need), None)
    if need is None:
        last = len(incident.work.needs)
        raise Refused(Reason.NO_SUCH_NEED, incident=incident.number, need=command.need, last=last)
    if need.met == command.how:
        return ()
    return (NeedMet(incident=incident.number, need=need.id, how=command.how),)


def state_addition(board: Board, command: StateAddition, actor: Actor) -> tuple[Fact, ...]:
    """A unit says what it adds itself; the room may say it for one (A37)."""
    incident = open_incident(board, command.incident)
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    if Addition(unit=unit.id, text=command.text) in incident.work.additions:
        return ()
    return (AdditionStated(incident=incident.number, unit=unit.id, text=command.text),)


def note_citizen(board: Board, command: NoteCitizen, _actor: Actor) -> tuple[Fact, ...]:
    """A helper must not become a bystander: each has a role (A35, A86)."""
    incident = known_incident(board, command.incident)
    if Citizen(name=command.name, role=command.role) in incident.work.citizens:
        return ()
    room_for_one_more(incident, incident.work.citizens)
    return (CitizenNoted(incident=incident.number, name=command.name, role=command.role),)


def refer(board: Board, command: Refer, _actor: Actor) -> tuple[Fact, ...]:
    """A referral without acceptance keeps the melding open (A23)."""
    incident = open_incident(board, command.incident)
    room_for_one_more(incident, incident.work.referrals)
    return (Referred(incident=incident.number, partner=command.partner, consent=command.consent),)


def accept_referral(board: Board, command: AcceptReferral, _actor: Actor) -> tuple[Fact, ...]:
    """Accepted by somebody with a name (A23)."""
    incident = known_incident(board, command.incident)
    referral = next((each for each in incident.work.referrals if each.id == command.referral), None)
    if referral is None:
        last = len(incident.work.referrals)
        raise Refused(Reason.NO_SUCH_REFERRAL, incident=incident.number, referral=command.referral, last=last)
    if referral.accepted_by == command.by_whom:
        return ()
    return (ReferralAccepted(incident=incident.number, referral=referral.id, by_whom=command.by_whom),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    AddAim: add_aim,
    DropAim: drop_aim,
    StateNeed: state_need,
    MeetNeed: meet_need,
    StateAddition: state_addition,
    NoteCitizen: note_citizen,
    Refer: refer,
    AcceptReferral: accept_referral,
}
