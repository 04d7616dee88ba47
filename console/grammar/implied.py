"""Units that a line means without naming them: who is on the incident, and who is in need. Pure."""

from console.actions.action import Selection
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus


def on_incident(incident: int | None, selection: Selection, board: Board) -> int | None:
    """The id of the unit to put through to: the selected one if it is on the incident.

    Else who is on the spot, else the first that was assigned; None when nobody is on it.
    """
    known = None if incident is None else board.incidents.get(incident)
    ids = () if known is None else tuple(id for id in known.units if id in board.units)
    if selection.unit in ids:
        return selection.unit
    there = (id for id in ids if board.units[id].status is UnitStatus.ON_SCENE)
    return next(there, ids[0] if ids else None)


def in_need(board: Board) -> list[int]:
    """The ids of the units in need that are on duty, longest first."""
    waiting = sorted(board.emergencies.values(), key=lambda each: (each.at, each.unit))
    return [each.unit for each in waiting if each.unit in board.units]
