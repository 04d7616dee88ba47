"""Which units, statuses and phases make sense in a line, as far as the board says. Pure.

Offered first to last by completion; it refuses nothing: what is legal is the server's to say.
"""

from collections.abc import Mapping, Sequence

from console.actions.action import Arg, ArgKind
from console.grammar.implied import in_need
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.point import distance_m
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.transitions import phase_may_become, unit_may_become

_FAR_M = 1e9
"""Where a unit is whose position nobody knows."""


def fitting_units(
    board: Board, arg: Arg, begun: str, *, nearest_to: Incident | None, fixes: Mapping[int, Fix]
) -> list[Unit]:
    """Units whose call sign begins so: who is free first, then the nearest, then by call sign."""

    def rank(unit: Unit) -> tuple[bool, float, str]:
        away_m = _metres(fixes.get(unit.id), nearest_to)
        return unit.status is not UnitStatus.AVAILABLE, away_m, unit.call_sign

    wanted = begun.casefold()
    known = (unit for unit in board.units.values() if unit.call_sign.casefold().startswith(wanted))
    return sorted((unit for unit in known if _fits(unit, arg, board)), key=rank)


def legal_statuses(units: Sequence[Unit]) -> frozenset[UnitStatus]:
    """What every one of these may become; nothing for nobody."""
    legal = [unit_may_become(unit.status, on_incident=unit.incident is not None) for unit in units]
    return frozenset.intersection(*map(frozenset, legal)) if legal else frozenset()


def legal_phases(board: Board, number: int | None) -> frozenset[Phase]:
    """Where that incident may go, or any may while none is known; closing has a verb of its own."""
    incident = board.incidents.get(number) if number is not None else None
    legal = phase_may_become(incident.phase) if incident is not None else frozenset(Phase)
    return frozenset(legal) - {Phase.CLOSED}


def _fits(unit: Unit, arg: Arg, board: Board) -> bool:
    return unit.id in in_need(board) if arg.kind is ArgKind.IN_NEED else arg.offer(unit)


def _metres(fix: Fix | None, incident: Incident | None) -> float:
    point = incident.place.point if incident is not None else None
    return _FAR_M if fix is None or point is None else distance_m(fix.point, point)
