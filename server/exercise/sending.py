"""Whom the second centralist sends: mostly who is there first by road, now and then the usual one by habit.

Pure. It looks for the skills that are asked for, leaves alone whose work must not be interrupted, and takes a
unit off something less urgent only for a priority 1.
"""

from collections.abc import Mapping, Set

from protocol.commands import AssignUnit
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from protocol.model.priority import Priority
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting import Setting
from server.exercise.trip import Haste, along, speed_mps

HABIT = 0.2
"""How often the desk sends the first that comes to mind, whoever is nearer; seldom somebody on foot."""

LOOKS_AT = 4
"""For so many of the nearest in a straight line the way by road is looked up."""

USUAL_KMH = 40
"""For a guess in a straight line."""

_INTERRUPTIBLE = frozenset({UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE})


def chosen(
    incident: Incident, board: Board, points: Mapping[int, Point], taken: Set[int], setting: Setting
) -> AssignUnit | None:
    """Who goes to this incident; None when nobody can. `points` says where units are, `taken` who went."""
    units = [unit for unit in board.units.values() if unit.id not in taken]
    among = [unit for unit in units if unit.can_be_called]
    divert = not among and not incident.units and incident.priority is Priority.P1
    if divert:
        among = [unit for unit in units if _may_divert(unit, board)]
    if not among:
        return None
    able = [unit for unit in among if set(incident.skills) <= set(unit.skills)]
    if setting.part("habit", incident.number, len(incident.units)) < HABIT:
        unit = min(able or among, key=lambda unit: (unit.means is Means.FOOT, unit.call_sign))
    else:
        unit = _soonest(able or among, points, setting.point_of(incident) or setting.town.centre, setting)
    return AssignUnit(incident=incident.number, unit=unit.id, divert=divert)


def _soonest(among: list[Unit], points: Mapping[int, Point], goal: Point, setting: Setting) -> Unit:
    def guess_s(unit: Unit) -> float:
        """A unit that nobody has seen comes last."""
        point = points.get(unit.id)
        speed = speed_mps(unit.means, Haste.CALLED, USUAL_KMH)
        return float("inf") if point is None else distance_m(point, goal) / speed

    def drive_s(unit: Unit) -> float:
        point = points.get(unit.id)
        if point is None:
            return float("inf")
        return along(setting.town.route(point, goal, unit.means), 0.0, unit.means, Haste.CALLED).ends_s

    near = sorted(among, key=lambda unit: (guess_s(unit), unit.id))[:LOOKS_AT]
    return min(near, key=lambda unit: (drive_s(unit), unit.id))


def _may_divert(unit: Unit, board: Board) -> bool:
    other = board.incidents.get(unit.incident) if unit.incident is not None else None
    return unit.status in _INTERRUPTIBLE and other is not None and other.priority >= Priority.P3
