"""Who seems to be on the spot, and the key by which a person says so (A55). Pure.

Seen near the spot is a question; the status changes only by a wish of somebody.
"""

from console.part.context import Context
from console.part.effects import Effects, Send
from protocol.commands.units import SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.rules.arrival import seems_on_spot


def seeming(context: Context) -> Unit | None:
    """The selected unit, else the first on the selected melding, that seems to be there; None for nobody."""
    board = context.board
    unit, incident = board.units.get(context.unit or 0), context.chosen()
    if unit is not None and unit.incident is not None:
        its = board.incidents.get(unit.incident)
        if its is not None and _seems(context, unit, its):
            return unit
    if incident is None:
        return None
    on_it = (board.units[id] for id in incident.units if id in board.units)
    return next((each for each in on_it if _seems(context, each, incident)), None)


def all_seeming(context: Context) -> frozenset[int]:
    """The ids of every unit that seems to be on its spot."""
    board = context.board
    return frozenset(
        unit.id
        for unit in board.units.values()
        if unit.incident is not None
        and (incident := board.incidents.get(unit.incident)) is not None
        and _seems(context, unit, incident)
    )


def confirm(context: Context) -> Effects | None:
    """Say that the one who seems to be there is there. None when nobody seems so."""
    unit = seeming(context)
    if unit is None:
        return None
    return (Send(SetUnitStatus(unit=unit.id, status=UnitStatus.ON_SCENE)),)


def _seems(context: Context, unit: Unit, incident: Incident) -> bool:
    return seems_on_spot(unit, incident, context.fixes.get(unit.id), now=context.now, terms=context.terms)
