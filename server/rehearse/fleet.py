"""The rehearsal's vehicles as units: their call signs, where they were seen, and which is nearest and free.

Pure but for the last seen points it keeps. Whether a unit is free is the board's to say, so that a person who
takes a unit in the middle of a rehearsal is respected.
"""

from collections.abc import Iterable

from protocol.model.board import Board
from protocol.model.point import Point, distance_m
from protocol.model.unit import MAX_CALL_SIGN_CHARS
from protocol.model.unit_status import UnitStatus


class Fleet:
    """Which vehicle is which unit, and where each was last seen."""

    def __init__(self) -> None:
        self.unit_by_vehicle: dict[str, int] = {}
        self._point_by_unit: dict[int, Point] = {}

    def add(self, vehicle: str, unit: int) -> None:
        """This vehicle goes as this unit."""
        self.unit_by_vehicle[vehicle] = unit

    def seen(self, vehicle: str, point: Point) -> int | None:
        """The vehicle is there now; the unit it goes as, None when it is none."""
        unit = self.unit_by_vehicle.get(vehicle)
        if unit is not None:
            self._point_by_unit[unit] = point
        return unit

    def nearest_free(self, board: Board, point: Point | None) -> int | None:
        """The free unit nearest in a straight line; None when none is free.

        Units that were never seen come last; without a point all are equally near, and the lowest id goes.
        """
        free = [unit for unit in self.unit_by_vehicle.values() if _is_free(board, unit)]
        return min(free, key=lambda unit: (self._away_m(unit, point), unit), default=None)

    def _away_m(self, unit: int, point: Point | None) -> float:
        seen = self._point_by_unit.get(unit)
        if point is None:
            return 0.0
        return float("inf") if seen is None else distance_m(seen, point)


def _is_free(board: Board, id: int) -> bool:
    unit = board.units.get(id)
    return unit is not None and unit.incident is None and unit.status is UnitStatus.AVAILABLE


def call_signs(vehicles: Iterable[str]) -> dict[str, str]:
    """A call sign for each vehicle: its id, cut to fit; a tail tells apart what would be equal."""
    taken: set[str] = set()
    signs: dict[str, str] = {}
    for vehicle in vehicles:
        sign = vehicle.strip()[:MAX_CALL_SIGN_CHARS].strip() or "?"
        number = 1
        while sign.casefold() in taken:
            number += 1
            tail = f"~{number}"
            sign = vehicle.strip()[: MAX_CALL_SIGN_CHARS - len(tail)].strip() + tail
        taken.add(sign.casefold())
        signs[vehicle] = sign
    return signs


def made_up(units: int) -> list[str]:
    """Ids for that many vehicles of nobody: `R-001` and on."""
    return [f"R-{number:03}" for number in range(1, units + 1)]
