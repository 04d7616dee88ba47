"""Who seems to be on the spot, and the key by which a person says so (A55). Part of the desk.

Seen near the spot is a question; the status changes only by a wish of somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.commands.units import SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.rules.arrival import seems_on_spot

if TYPE_CHECKING:
    from console.desk.desk import Desk


def seeming(desk: Desk) -> Unit | None:
    """The selected unit, else the first on the selected melding, that seems to be there; None for nobody."""
    board = desk.store.board
    unit, incident = board.units.get(desk.unit or 0), desk.chosen()
    if unit is not None and unit.incident is not None:
        its = board.incidents.get(unit.incident)
        if its is not None and _seems(desk, unit, its):
            return unit
    if incident is None:
        return None
    on_it = (board.units[id] for id in incident.units if id in board.units)
    return next((each for each in on_it if _seems(desk, each, incident)), None)


def all_seeming(desk: Desk) -> frozenset[int]:
    """The ids of every unit that seems to be on its spot."""
    board = desk.store.board
    return frozenset(
        unit.id
        for unit in board.units.values()
        if unit.incident is not None
        and (incident := board.incidents.get(unit.incident)) is not None
        and _seems(desk, unit, incident)
    )


def confirm(desk: Desk) -> bool:
    """Say that the one who seems to be there is there. False when nobody seems so."""
    unit = seeming(desk)
    if unit is None:
        return False
    desk.send(SetUnitStatus(unit=unit.id, status=UnitStatus.ON_SCENE))
    return True


def _seems(desk: Desk, unit: Unit, incident: Incident) -> bool:
    return seems_on_spot(unit, incident, desk.store.fixes.get(unit.id), now=desk.now, terms=desk.terms)
