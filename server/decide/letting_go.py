"""Decisions about the end: a named taker, the citizen alone, the check, the feedback, and the closing."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.incidents import CloseIncident
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, PhaseEntered
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.facts.units import UnitReleased
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.rules.letting_go import may_check_end, missing_to_let_go
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident


def hand_over(board: Board, command: HandOver, _actor: Actor) -> tuple[Fact, ...]:
    """Offering it to somebody begins the merging out (A41, A42)."""
    incident = open_incident(board, command.incident)
    offered = HandoverOffered(incident=incident.number, taker=command.taker, packet=command.packet)
    return (*_merging_out(incident), offered)


def acknowledge(board: Board, command: AcknowledgeHandover, _actor: Actor) -> tuple[Fact, ...]:
    """Only what was offered can be taken."""
    incident = open_incident(board, command.incident)
    handover = incident.letting_go.handover
    if handover is None:
        raise Refused(Reason.NO_HANDOVER, incident=incident.number)
    if handover.acknowledged_at is not None:
        return ()
    return (HandoverAcknowledged(incident=incident.number),)


def let_citizen_go_on(board: Board, command: LetCitizenGoOn, _actor: Actor) -> tuple[Fact, ...]:
    """The other ground for letting go, with a line of reason (A43)."""
    incident = open_incident(board, command.incident)
    if incident.letting_go.own_strength == command.why:
        return ()
    return (*_merging_out(incident), CitizenGoesOn(incident=incident.number, why=command.why))


def check_end(board: Board, command: CheckEnd, actor: Actor) -> tuple[Fact, ...]:
    """Said by those that reacted or by their OpCo: the room cannot say it for them (A44)."""
    incident = open_incident(board, command.incident)
    if not may_check_end(incident, actor.name, actor.role):
        raise Refused(Reason.NOT_BY_YOU, incident=incident.number, own=actor.name)
    end = incident.letting_go
    if (end.unit_done_by, end.citizen_view) == (actor.name, command.citizen):
        return ()
    return (*_merging_out(incident), EndChecked(incident=incident.number, citizen=command.citizen))


def give_feedback(board: Board, command: GiveFeedback, _actor: Actor) -> tuple[Fact, ...]:
    """Also after an emergency's closing: what is owed stays owed (A20, A22)."""
    incident = known_incident(board, command.incident)
    return (FeedbackGiven(incident=incident.number, text=command.text, given=command.given),)


def close(board: Board, command: CloseIncident, _actor: Actor) -> tuple[Fact, ...]:
    """Let go only when it can be (A41); an emergency passes with its reason, and the fact says over what."""
    incident = open_incident(board, command.incident)
    missing = missing_to_let_go(incident)
    if missing and not command.emergency:
        raise Refused(
            Reason.CANNOT_LET_GO,
            incident=incident.number,
            missing=",".join(each.key for each in missing),
        )
    released = (UnitReleased(incident=incident.number, unit=unit) for unit in incident.units)
    closed = IncidentClosed(incident=incident.number, reason=command.reason, passed=missing)
    return (*released, closed)


def _merging_out(incident: Incident) -> tuple[Fact, ...]:
    """The first step towards the end is the entry into its phase (A28)."""
    if incident.phase is Phase.MERGE_OUT:
        return ()
    return (PhaseEntered(incident=incident.number, phase=Phase.MERGE_OUT),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    HandOver: hand_over,
    AcknowledgeHandover: acknowledge,
    LetCitizenGoOn: let_citizen_go_on,
    CheckEnd: check_end,
    GiveFeedback: give_feedback,
    CloseIncident: close,
}
