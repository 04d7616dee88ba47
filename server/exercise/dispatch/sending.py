"""Whom the second centralist sends: mostly who is there first by road, now and then the usual one by habit.

Pure. It looks for the skills that are asked for, leaves alone whose work must not be interrupted, and takes a
unit off something less urgent only for a priority 1.
"""

from collections.abc import Mapping, Set

from protocol.commands.units import AssignUnit
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from protocol.model.priority import Priority
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.setting import Setting
from server.exercise.unit.trip import Haste, along, speed_mps

HABIT = 0.2
"""How often the desk sends the first that comes to mind, whoever is nearer; seldom somebody on foot."""

LOOKS_AT = 4
"""For so many of the nearest in a straight line the way by road is looked up."""

FARTHEST_S = 420.0
"""Who is farther away in a straight line is not sent: somebody nearer will be free before."""

LACKS_S = 300.0
"""So much longer may somebody take who can do what is asked for."""

USUAL_KMH = 40
"""For a guess in a straight line."""

_INTERRUPTIBLE = frozenset({UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE})


def chosen(
    incident: Incident, board: Board, points: Mapping[int, Point], taken: Set[int], setting: Setting
) -> AssignUnit | None:
    """Who goes to this incident; None when nobody can. `points` says where units are, `taken` who went."""
    goal = setting.point_of(incident) or setting.town.centre
    guess_s = {id: _guess_s(unit, points.get(id), goal) for id, unit in board.units.items()}
    units = [unit for id, unit in board.units.items() if id not in taken and guess_s[id] <= FARTHEST_S]
    among = [unit for unit in units if unit.can_be_called]
    divert = not among and not incident.units and incident.priority is Priority.P1
    if divert:
        among = [unit for unit in units if _may_divert(unit, board)]
    if not among:
        return None
    if setting.part("habit", incident.number, len(incident.units)) < HABIT:
        able = [unit for unit in among if _lacks_s(unit, incident) == 0] or among
        unit = min(able, key=lambda unit: (unit.means is Means.FOOT, unit.call_sign))
    else:
        near = sorted(among, key=lambda unit: (guess_s[unit.id] + _lacks_s(unit, incident), unit.id))
        unit = _soonest(near[:LOOKS_AT], incident, points, goal, setting)
    return AssignUnit(incident=incident.number, unit=unit.id, divert=divert)


def _guess_s(unit: Unit, point: Point | None, goal: Point) -> float:
    """In a straight line; a unit that nobody has seen never comes."""
    speed = speed_mps(unit.means, Haste.CALLED, USUAL_KMH)
    return float("inf") if point is None else distance_m(point, goal) / speed


def _soonest(
    among: list[Unit], incident: Incident, points: Mapping[int, Point], goal: Point, setting: Setting
) -> Unit:
    """Who is there first, where a skill that is asked for is worth some minutes."""

    def drive_s(unit: Unit) -> float:
        route = setting.town.route(points[unit.id], goal, unit.means)
        return along(route, 0.0, unit.means, Haste.CALLED).ends_s + _lacks_s(unit, incident)

    return min(among, key=lambda unit: (drive_s(unit), unit.id))


def _lacks_s(unit: Unit, incident: Incident) -> float:
    return 0.0 if set(incident.skills) <= set(unit.skills) else LACKS_S


def _may_divert(unit: Unit, board: Board) -> bool:
    other = board.incidents.get(unit.incident) if unit.incident is not None else None
    return unit.status in _INTERRUPTIBLE and other is not None and other.priority >= Priority.P3
