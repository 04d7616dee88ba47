"""What facts do to the appeals that an incident asks. Called by `protocol.fold` only, after each fact's own.

A literal table: a fact that is not in it opens no appeal and answers none. Hangs on nothing but the
incident itself, so that everybody who may see the incident comes to the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.facts.contact import ContactOpened, MelderSaid, MelderTold, SteppedIn
from protocol.facts.incidents import IncidentClosed, IncidentOpened, IncidentReopened, PriorityChanged
from protocol.facts.pairs import EmergencyRaised
from protocol.facts.promises import MelderSpokenTo
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.fold.incidents import evolved
from protocol.model.appeal import AppealKind
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.priority import Priority
from protocol.rules.appeals import (
    Appeals,
    answered,
    appeal,
    asked,
    heard_by_unit,
    melder_is_talked_to,
)

_PROPOSED_TO = (AppealKind.PRIORITY_1, AppealKind.COLLEAGUES)


def after(board: Board, fact: Any, change: Change) -> Board:
    """The board with the appeals as they stand after this fact."""
    ask = _ASKS.get(type(fact))
    if ask is None:
        return board
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    appeals = ask(incident, fact, change)
    return board if appeals == incident.appeals else evolved(board, incident.number, appeals=appeals)


def _opened(incident: Incident, _fact: Any, change: Change) -> Appeals:
    """A priority 1 asks who goes."""
    if incident.priority is not Priority.P1:
        return incident.appeals
    return asked(incident, AppealKind.PRIORITY_1, change.at, change.by)


def _prioritised(incident: Incident, fact: PriorityChanged, change: Change) -> Appeals:
    """It asks who goes, and asks those on it whether they know; a lower priority asks neither any more."""
    if fact.priority is not Priority.P1:
        return answered(incident.appeals, AppealKind.PRIORITY_1, AppealKind.YOUR_PRIORITY_1)
    raised = evolve(incident, appeals=_opened(incident, fact, change))
    if not incident.units:
        return raised.appeals
    return asked(raised, AppealKind.YOUR_PRIORITY_1, change.at, change.by)


def _sent(incident: Incident, _fact: UnitAssigned, _change: Change) -> Appeals:
    """Somebody goes, or came because colleagues were asked."""
    return answered(incident.appeals, AppealKind.PRIORITY_1, AppealKind.COLLEAGUES)


def _in_need(incident: Incident, _fact: EmergencyRaised, _change: Change) -> Appeals:
    """The emergency of a colleague asks by itself, of everybody and louder."""
    return answered(incident.appeals, AppealKind.PRIORITY_1)


def _released(incident: Incident, fact: UnitReleased, _change: Change) -> Appeals:
    """Who is no longer on it need not hear of it."""
    found = appeal(incident, AppealKind.YOUR_PRIORITY_1)
    if found is None or not set(incident.units) <= set(found.heard):
        return incident.appeals
    return answered(incident.appeals, AppealKind.YOUR_PRIORITY_1)


def _colleagues(incident: Incident, _fact: ColleaguesAsked, change: Change) -> Appeals:
    """Asked again is asked anew."""
    return asked(incident, AppealKind.COLLEAGUES, change.at, change.by, anew=True)


def _wrote(incident: Incident, _fact: MelderSaid, change: Change) -> Appeals:
    """Words of the melder ask for somebody while no officer talks there."""
    if melder_is_talked_to(incident):
        return incident.appeals
    return asked(incident, AppealKind.CALLER, change.at, change.by)


def _spoken_to(incident: Incident, _fact: Any, _change: Change) -> Appeals:
    return answered(incident.appeals, AppealKind.CALLER)


def _closed(_incident: Incident, _fact: IncidentClosed, _change: Change) -> Appeals:
    return ()


def _heard(incident: Incident, fact: AppealHeard, _change: Change) -> Appeals:
    """The room's word answers; a unit's stands for that unit."""
    if fact.unit:
        return heard_by_unit(incident, fact.kind, fact.unit)
    return answered(incident.appeals, fact.kind)


def _proposed(incident: Incident, fact: UnitsProposed, _change: Change) -> Appeals:
    """The appeals that stand since the server reckoned know whom it would send."""
    return tuple(
        evolve(each, proposed=fact.units) if each.kind in _PROPOSED_TO else each for each in incident.appeals
    )


_ASKS: Mapping[type, Callable[[Incident, Any, Change], Appeals]] = {
    IncidentOpened: _opened,
    IncidentReopened: _opened,
    PriorityChanged: _prioritised,
    UnitAssigned: _sent,
    UnitReleased: _released,
    EmergencyRaised: _in_need,
    ColleaguesAsked: _colleagues,
    MelderSaid: _wrote,
    ContactOpened: _spoken_to,
    SteppedIn: _spoken_to,
    MelderTold: _spoken_to,
    MelderSpokenTo: _spoken_to,
    IncidentClosed: _closed,
    AppealHeard: _heard,
    UnitsProposed: _proposed,
}


def _nothing_else(board: Board, _fact: Any, _change: Change) -> Board:
    """What these say, they say of appeals alone: `after` does it."""
    return board


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    AppealHeard: _nothing_else,
    UnitsProposed: _nothing_else,
}
