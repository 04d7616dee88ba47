"""Decisions about incidents: opened, said better, moved between phases and taken up again."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import (
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.intake import IncidentClassified
from protocol.facts.timeline import EntryAdded
from protocol.model.board import Board
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.transitions import phase_may_become
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident


def open_(board: Board, command: OpenIncident, _actor: Actor) -> tuple[Fact, ...]:
    """Whoever reports is heard: opening is never refused to those who may (A3)."""
    opened = IncidentOpened(
        incident=board.last_incident + 1,
        priority=command.priority,
        what=command.what,
        place=_on_grid(command.place),
        owner=command.owner,
    )
    facts: tuple[Fact, ...] = (opened,)
    if command.code:
        facts = (*facts, IncidentClassified(incident=opened.incident, code=command.code))
    if command.story.strip():
        facts = (*facts, EntryAdded(incident=opened.incident, text=command.story))
    return facts


def change_place(board: Board, command: ChangePlace, _actor: Actor) -> tuple[Fact, ...]:
    """The parts that are new; the same place again is no change, and a name alone leaves the point."""
    incident = open_incident(board, command.incident)
    known, said = incident.place, _on_grid(command.place)
    fact = PlaceSaid(
        incident=incident.number,
        name=None if said.name == known.name else said.name,
        point=None if said.point == known.point else said.point,
        without_point=command.without_point and said.point is None and known.point is not None,
    )
    return () if fact == PlaceSaid(incident=incident.number) else (fact,)


def change_what(board: Board, command: ChangeWhat, _actor: Actor) -> tuple[Fact, ...]:
    """The same words again are no change."""
    incident = open_incident(board, command.incident)
    if command.what == incident.what:
        return ()
    return (WhatChanged(incident=incident.number, what=command.what),)


def change_priority(board: Board, command: ChangePriority, _actor: Actor) -> tuple[Fact, ...]:
    """The same priority again is no change."""
    incident = open_incident(board, command.incident)
    if command.priority is incident.priority:
        return ()
    return (PriorityChanged(incident=incident.number, priority=command.priority),)


def enter_phase(board: Board, command: EnterPhase, _actor: Actor) -> tuple[Fact, ...]:
    """Only moves of the table; closing and reopening have commands of their own."""
    incident = known_incident(board, command.incident)
    if command.phase is incident.phase:
        return ()
    closing = Phase.CLOSED in (command.phase, incident.phase)
    if closing or command.phase not in phase_may_become(incident.phase):
        raise Refused(
            Reason.PHASE_ILLEGAL,
            incident=incident.number,
            from_phase=incident.phase.key,
            to_phase=command.phase.key,
        )
    return (PhaseEntered(incident=incident.number, phase=command.phase),)


def reopen(board: Board, command: ReopenIncident, _actor: Actor) -> tuple[Fact, ...]:
    """Only what is closed can be taken up again."""
    incident = known_incident(board, command.incident)
    if incident.is_open:
        raise Refused(Reason.INCIDENT_OPEN, incident=incident.number)
    return (IncidentReopened(incident=incident.number, reason=command.reason),)


def _on_grid(place: Place) -> Place:
    """The place as every console will have it, so that server and console hold equal boards."""
    return place if place.point is None else evolve(place, point=place.point.on_grid())


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    OpenIncident: open_,
    ChangePlace: change_place,
    ChangeWhat: change_what,
    ChangePriority: change_priority,
    EnterPhase: enter_phase,
    ReopenIncident: reopen,
}
