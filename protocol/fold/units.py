"""What facts about units do to the board. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.facts.world import WorldFounded
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.task import Task
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus


def world_founded(board: Board, _fact: WorldFounded, _change: Change) -> Board:
    """The name of the world travels in the welcome; the board does not repeat it."""
    return board


def signed_on(board: Board, fact: UnitSignedOn, change: Change) -> Board:
    """A new unit, available."""
    unit = Unit(
        id=fact.unit,
        call_sign=fact.call_sign,
        means=fact.means,
        since=change.at,
        crew=fact.crew,
        team=fact.team,
        skills=fact.skills,
        autonomy=fact.autonomy,
    )
    return evolve(board, units=board.units.set(unit.id, unit), last_unit=max(board.last_unit, unit.id))


def signed_off(board: Board, fact: UnitSignedOff, _change: Change) -> Board:
    """The unit leaves the board; its history stays in the journal."""
    if fact.unit not in board.units:
        return board
    return evolve(board, units=board.units.delete(fact.unit))


def status_set(board: Board, fact: UnitStatusSet, change: Change) -> Board:
    """The unit does something else, on the same melding as before; the first arrival there is kept (A55)."""
    unit = board.units.get(fact.unit)
    if unit is None:
        return board
    drives = fact.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    expected_at = unit.expected_at if drives else None
    board = _with_unit(board, evolve(unit, status=fact.status, since=change.at, expected_at=expected_at))
    incident = board.incidents.get(unit.incident) if unit.incident is not None else None
    if fact.status is not UnitStatus.ON_SCENE or incident is None or incident.arrived_at is not None:
        return board
    return evolved(board, incident.number, arrived_at=change.at)


def assigned(board: Board, fact: UnitAssigned, change: Change) -> Board:
    """The unit is on the incident, and the incident knows it; its other work waits (B3)."""
    unit = board.units.get(fact.unit)
    if unit is not None:
        task = unit.task
        if task is not None and unit.incident is None and not _diverts(change, fact.unit):
            task = evolve(task, interrupted=task.interrupted + 1)
        unit = evolve(
            unit,
            status=UnitStatus.ASSIGNED,
            since=change.at,
            incident=fact.incident,
            task=task,
            disturbed_at=change.at,
            expected_at=None,
        )
        board = _with_unit(board, unit)
    incident = board.incidents.get(fact.incident)
    if incident is None or fact.unit in incident.units:
        return board
    names = () if unit is None or unit.call_sign in incident.involved else (unit.call_sign,)
    return evolved(
        board,
        incident.number,
        units=(*incident.units, fact.unit),
        involved=(*incident.involved, *names),
    )


def released(board: Board, fact: UnitReleased, change: Change) -> Board:
    """The unit is available, and the incident has one unit less."""
    unit = board.units.get(fact.unit)
    if unit is not None and unit.incident == fact.incident:
        unit = evolve(unit, status=UnitStatus.AVAILABLE, since=change.at, incident=None, expected_at=None)
        board = _with_unit(board, unit)
    incident = board.incidents.get(fact.incident)
    if incident is None or fact.unit not in incident.units:
        return board
    return evolved(
        board, incident.number, units=tuple(other for other in incident.units if other != fact.unit)
    )


def task_set(board: Board, fact: TaskSet, change: Change) -> Board:
    """The unit has this work in hand; it keeps it through a melding (B3). The same work goes on as it was."""
    unit = board.units.get(fact.unit)
    if unit is None:
        return board
    if unit.task is not None and unit.task.what == fact.what:
        task = evolve(unit.task, interruptible=fact.interruptible)
    else:
        task = Task(what=fact.what, interruptible=fact.interruptible, since=change.at)
    return _with_unit(board, evolve(unit, task=task))


def task_ended(board: Board, fact: TaskEnded, _change: Change) -> Board:
    """The unit has no other work."""
    unit = board.units.get(fact.unit)
    return board if unit is None else _with_unit(board, evolve(unit, task=None))


def arrival_expected(board: Board, fact: ArrivalExpected, _change: Change) -> Board:
    """The unit is expected then, as long as it drives to that incident."""
    unit = board.units.get(fact.unit)
    drives = unit is not None and unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    if unit is None or not drives or unit.incident != fact.incident:
        return board
    return _with_unit(board, evolve(unit, expected_at=fact.at))


def _diverts(change: Change, unit: int) -> bool:
    """True when the change takes the unit off another melding: its work had been broken off before."""
    return any(isinstance(fact, UnitReleased) and fact.unit == unit for fact in change.facts)


def _with_unit(board: Board, unit: Unit) -> Board:
    return evolve(board, units=board.units.set(unit.id, unit))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    WorldFounded: world_founded,
    UnitSignedOn: signed_on,
    UnitSignedOff: signed_off,
    UnitStatusSet: status_set,
    TaskSet: task_set,
    TaskEnded: task_ended,
    ArrivalExpected: arrival_expected,
    UnitAssigned: assigned,
    UnitReleased: released,
}
