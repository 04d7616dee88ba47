"""A colleague in need: once in a long while an emergency button, answered by name, helped, and ended.

Pure: `watch` takes what was planned and the board and gives the plan afterwards; `help_` says who wants what
about an emergency that stands. The room has time to answer first, and a real colleague's emergency is helped
like any other.
"""

import random
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from protocol.commands.pairs import AnswerEmergency, EndEmergency, RaiseEmergency
from protocol.commands.scale import ComeAlong
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.point import Point, distance_m
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import LEADER, Setting

FIRST_S = (420.0, 1_200.0)
"""After the visitor has come in."""

BETWEEN_S = (900.0, 1_500.0)
HELPERS = 2


@frozen(kw_only=True)
class Need:
    """When the next colleague is in need, in seconds of the shift."""

    next_s: float


def begun(from_s: float, dice: random.Random) -> Need:
    """Nobody is in need while the shift warms up."""
    return Need(next_s=from_s + dice.uniform(*FIRST_S))


def watch(
    need: Need,
    board: Board,
    points: Mapping[int, Point],
    now_s: float,
    setting: Setting,
    dice: random.Random,
) -> tuple[Need, RaiseEmergency | None]:
    """The plan after this look, and the press of the button when its time has come."""
    if now_s < need.next_s:
        return need, None
    units = [
        unit
        for unit in sorted(board.units.values(), key=lambda unit: unit.id)
        if unit.status is UnitStatus.ON_SCENE and setting.is_simulated(unit.call_sign) and unit.id in points
    ]
    if not units or board.emergencies:
        return need, None
    unit = dice.choice(units)
    again = evolve(need, next_s=now_s + dice.uniform(*BETWEEN_S))
    return again, RaiseEmergency(unit=unit.id, point=points[unit.id])


def help_(board: Board, points: Mapping[int, Point], setting: Setting) -> Iterator[Want]:
    """Who answers, who comes, and who says that it is over."""
    for emergency in board.emergencies.values():
        number = emergency.incident
        if LEADER not in emergency.answered_by:
            answer = AnswerEmergency(unit=emergency.unit)
            yield Want(key=("answers", number, 0), by=LEADER, command=answer, wait_s=(14, 25))
        incident = board.incidents.get(number)
        if incident is not None and incident.is_open and len(incident.units) < HELPERS:
            for unit in _near(emergency, board, points, setting)[: HELPERS - len(incident.units)]:
                come = ComeAlong(incident=number, unit=unit.id)
                yield Want(key=("helps", number, unit.id), by=unit.call_sign, command=come, wait_s=(3, 8))
        there = incident is not None and any(
            board.units[id].status is UnitStatus.ON_SCENE for id in incident.units if id in board.units
        )
        if emergency.answered_by and there and setting.is_simulated(emergency.call_sign):
            why = Text(setting.pick(setting.manners.helped, "helped", number))
            end = EndEmergency(unit=emergency.unit, why=why)
            yield Want(key=("ends", number, 0), by=emergency.call_sign, command=end, wait_s=(15, 45))


def _near(emergency: Emergency, board: Board, points: Mapping[int, Point], setting: Setting) -> list[Unit]:
    """The shift's free units, nearest first; in the order of their ids where nobody knows."""
    free = [
        unit
        for unit in sorted(board.units.values(), key=lambda unit: unit.id)
        if unit.can_be_called and setting.is_simulated(unit.call_sign) and unit.id in points
    ]
    at = emergency.point
    return free if at is None else sorted(free, key=lambda unit: distance_m(points[unit.id], at))
