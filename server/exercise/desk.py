"""The second centralist: sends a unit when nobody else did for a while, and closes what is done.

Pure: `look` takes the desk and the board and gives the desk afterwards and its wishes. It waits long enough
for the visitor to be first, and longer still with what the visitor opened.
"""

import random
from collections.abc import Mapping

from attrs import evolve, field, frozen
from immutables import Map

from protocol.commands import AssignUnit, CloseIncident, Command
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.point import Point, distance_m
from protocol.model.priority import Priority
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting import Setting
from server.exercise.trip import speed_mps

PATIENCE_S = {
    Priority.P1: (25.0, 40.0),
    Priority.P2: (45.0, 80.0),
    Priority.P3: (50.0, 100.0),
    Priority.P4: (60.0, 130.0),
    Priority.P5: (80.0, 150.0),
}
"""How long a melding waits for somebody else to send a unit, least and most."""

SECOND_UNIT_S = (8.0, 20.0)
"""Until a priority 1 gets its second unit."""

CLOSING_S = (12.0, 40.0)
"""From the last unit's leaving to closing."""

VISITOR_FACTOR = 2.0
"""On the patience with what the visitor opened."""

_INTERRUPTIBLE = frozenset({UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE})


@frozen(kw_only=True)
class Watch:
    """What the desk waits for at one incident."""

    stage: tuple[bool, int]
    """Whether it merges out, and with how many units (2 for more)."""

    until_s: float


@frozen(kw_only=True)
class Desk:
    """What the desk has in mind."""

    watches: Map[int, Watch] = field(factory=Map)


def look(
    desk: Desk,
    board: Board,
    points: Mapping[int, Point],
    now_s: float,
    setting: Setting,
    dice: random.Random,
) -> tuple[Desk, tuple[Command, ...]]:
    """The desk after looking at the board, and what it wishes. `points` says where units are, by id."""
    wishes: list[Command] = []
    watches: dict[int, Watch] = {}
    taken: set[int] = set()
    for incident in board.open_incidents():
        stage = (incident.phase is Phase.MERGE_OUT, min(2, len(incident.units)))
        watch = desk.watches.get(incident.number)
        if watch is None or watch.stage != stage:
            watch = Watch(stage=stage, until_s=now_s + _patience_s(incident, setting, dice))
        if now_s >= watch.until_s:
            wish = _wish(incident, board, points, taken, setting, dice)
            if wish is not None:
                wishes.append(wish)
            # Until its effect shows, or a unit is free: not again in the next instant.
            watch = evolve(watch, until_s=now_s + dice.uniform(8, 15))
        watches[incident.number] = watch
    return evolve(desk, watches=Map(watches)), tuple(wishes)


def _patience_s(incident: Incident, setting: Setting, dice: random.Random) -> float:
    if incident.phase is Phase.MERGE_OUT:
        return dice.uniform(*CLOSING_S)
    if incident.units:
        return dice.uniform(*SECOND_UNIT_S)
    factor = 1.0 if setting.is_simulated(incident.opened_by) else VISITOR_FACTOR
    return factor * dice.uniform(*PATIENCE_S[incident.priority])


def _wish(
    incident: Incident,
    board: Board,
    points: Mapping[int, Point],
    taken: set[int],
    setting: Setting,
    dice: random.Random,
) -> Command | None:
    """What this incident needs now; None when nothing, or when nobody is free."""
    if not incident.units and incident.phase is Phase.MERGE_OUT:
        story = setting.stories.about(incident.what)
        reasons = story.closing if story is not None else setting.stories.phrases.unattended
        return CloseIncident(incident=incident.number, reason=Text(dice.choice(reasons)))
    wanted = 2 if incident.priority is Priority.P1 and incident.phase is not Phase.MERGE_OUT else 1
    if len(incident.units) >= wanted:
        return None
    goal = setting.point_of(incident) or setting.town.centre
    free = [
        unit
        for unit in board.units.values()
        if unit.id not in taken and unit.status is UnitStatus.AVAILABLE and unit.incident is None
    ]
    divert = not free and not incident.units and incident.priority is Priority.P1
    if divert:
        free = [unit for unit in board.units.values() if unit.id not in taken and _may_divert(unit, board)]
    if not free:
        return None
    soonest = min(free, key=lambda unit: (_drive_s(unit, points, goal), unit.id))
    taken.add(soonest.id)
    return AssignUnit(incident=incident.number, unit=soonest.id, divert=divert)


def _may_divert(unit: Unit, board: Board) -> bool:
    other = board.incidents.get(unit.incident) if unit.incident is not None else None
    return unit.status in _INTERRUPTIBLE and other is not None and other.priority >= Priority.P3


def _drive_s(unit: Unit, points: Mapping[int, Point], goal: Point) -> float:
    """A guess in a straight line; a unit that nobody has seen comes last."""
    point = points.get(unit.id)
    return float("inf") if point is None else distance_m(point, goal) / speed_mps(unit.means, urgent=False)
