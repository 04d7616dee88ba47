"""What facts about incidents do to the board. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.incidents import (
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceChanged,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.intake import IncidentClassified
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.incident import Incident
from protocol.model.letting_go import LettingGo
from protocol.model.phase import Phase


def opened(board: Board, fact: IncidentOpened, change: Change) -> Board:
    """A new incident in its first phase."""
    incident = Incident(
        number=fact.incident,
        opened_at=change.at,
        opened_by=change.by,
        priority=fact.priority,
        what=fact.what,
        place=fact.place,
        owner=fact.owner,
        phase_since=change.at,
    )
    board = evolve(board, last_incident=max(board.last_incident, fact.incident))
    return with_incident(board, incident)


def place_changed(board: Board, fact: PlaceChanged, _change: Change) -> Board:
    """The incident has another place, whole: what was known of the old one is gone."""
    return evolved(board, fact.incident, place=fact.place)


def place_said(board: Board, fact: PlaceSaid, _change: Change) -> Board:
    """The parts that were said take the place of what was known; the others stay."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    place = incident.place
    point = None if fact.without_point else fact.point or place.point
    name = place.name if fact.name is None else fact.name
    return evolved(board, fact.incident, place=evolve(place, name=name, point=point))


def what_changed(board: Board, fact: WhatChanged, _change: Change) -> Board:
    """The incident is called something else: what it is now has been said."""
    return evolved(board, fact.incident, what=fact.what, outgrown=False)


def priority_changed(board: Board, fact: PriorityChanged, change: Change) -> Board:
    """The incident has another priority; where it rose it is asked what it is now, unless that was said."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    said = any(
        isinstance(other, WhatChanged | IncidentClassified) and other.incident == fact.incident
        for other in change.facts
    )
    outgrown = not said and fact.priority < incident.priority
    return evolved(board, fact.incident, priority=fact.priority, outgrown=outgrown)


def phase_entered(board: Board, fact: PhaseEntered, change: Change) -> Board:
    """The incident is in another phase since now."""
    return evolved(board, fact.incident, phase=fact.phase, phase_since=change.at)


def closed(board: Board, fact: IncidentClosed, change: Change) -> Board:
    """The incident goes to the end of the closed row; the oldest of a full row leaves the board."""
    if fact.incident not in board.incidents:
        return board
    board = evolved(
        board,
        fact.incident,
        phase=Phase.CLOSED,
        phase_since=change.at,
        closed_because=fact.reason,
        members=(),
    )
    return in_closed_row(board, fact.incident)


def reopened(board: Board, fact: IncidentReopened, change: Change) -> Board:
    """The incident is open again, in its first phase; its end must be earned anew."""
    if fact.incident not in board.incidents:
        return board
    board = evolved(
        board,
        fact.incident,
        phase=Phase.MERGE_IN,
        phase_since=change.at,
        closed_because=None,
        letting_go=LettingGo(),
    )
    return out_of_closed_row(board, fact.incident)


def in_closed_row(board: Board, closed: int) -> Board:
    """The board with this one last in the row of the closed; the oldest of a full row leaves the board."""
    row = (*(number for number in board.closed if number != closed), closed)
    incidents = board.incidents
    for number in board.leaving_for(closed):
        if number in incidents:  # a half-received snapshot names it before it is here
            incidents = incidents.delete(number)
    return evolve(board, incidents=incidents, closed=row[-CLOSED_KEPT:])


def out_of_closed_row(board: Board, opened: int) -> Board:
    """The board without this one among the closed."""
    return evolve(board, closed=tuple(number for number in board.closed if number != opened))


def with_incident(board: Board, incident: Incident) -> Board:
    """The board with this incident in place of the one of the same number."""
    return evolve(board, incidents=board.incidents.set(incident.number, incident))


def evolved(board: Board, number: int, **changes: Any) -> Board:
    """The board with these fields of the incident changed; the board itself when it has no such incident."""
    incident = board.incidents.get(number)
    return board if incident is None else with_incident(board, evolve(incident, **changes))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    IncidentOpened: opened,
    PlaceChanged: place_changed,
    PlaceSaid: place_said,
    WhatChanged: what_changed,
    PriorityChanged: priority_changed,
    PhaseEntered: phase_entered,
    IncidentClosed: closed,
    IncidentReopened: reopened,
}
