"""Decisions about what an incident asks: heard, and whom the server would send."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.appeals import HearAppeal, ProposeUnits
from protocol.errors import Reason, Refused
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.facts.fact import Fact
from protocol.model.appeal import AppealKind
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.rules.appeals import appeal
from server.decide.actor import Actor
from server.decide.lookup import open_incident


def hear(board: Board, command: HearAppeal, actor: Actor) -> tuple[Fact, ...]:
    """Only what stands and a word answers; a unit hears for itself, the room for the room (A62)."""
    incident = open_incident(board, command.incident)
    if actor.role is not Role.UNIT:
        found = appeal(incident, AppealKind.PRIORITY_1)
        return () if found is None else (AppealHeard(incident=incident.number, kind=found.kind),)
    unit = board.unit_called(actor.name)
    if unit is None:
        raise Refused(Reason.NOT_YOUR_UNIT, unit=actor.name, own=actor.name)
    kind = AppealKind.YOUR_PRIORITY_1 if unit.id in incident.units else AppealKind.PRIORITY_1
    found = appeal(incident, kind)
    if found is None or unit.id in found.heard:
        return ()
    return (AppealHeard(incident=incident.number, kind=kind, unit=unit.id),)


def propose(board: Board, command: ProposeUnits, _actor: Actor) -> tuple[Fact, ...]:
    """The same again is no change; nor is a proposal for what asks nobody any more."""
    incident = open_incident(board, command.incident)
    asks = (appeal(incident, kind) for kind in (AppealKind.PRIORITY_1, AppealKind.COLLEAGUES))
    if all(each is None or each.proposed == command.units for each in asks):
        return ()
    return (UnitsProposed(incident=incident.number, units=command.units),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    HearAppeal: hear,
    ProposeUnits: propose,
}
