"""Who looks at this desk: the unit that its account is, and the melding that is its own. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.model.incident import Incident
from protocol.model.role import Role
from protocol.model.unit import Unit

if TYPE_CHECKING:
    from console.desk.desk import Desk


def is_units(desk: Desk) -> bool:
    """True for the console of a unit: another plan, and its own keys."""
    return desk.role is Role.UNIT


def our_name(desk: Desk) -> str:
    """The account; empty before the first welcome."""
    return "" if desk.store.welcome is None else desk.store.welcome.name


def our_unit(desk: Desk) -> Unit | None:
    """The unit on duty whose call sign is the account's name; None in the room and off duty."""
    return desk.store.board.unit_called(our_name(desk)) if is_units(desk) else None


def our_incident(desk: Desk) -> Incident | None:
    """Whose line is ours: of an emergency that calls us, else what our unit is on, else the newest joined.

    An emergency that was set aside by its key waits behind the rest. None for nothing, and in the room.
    """
    if not is_units(desk):
        return None
    unit, board = our_unit(desk), desk.store.board
    needs = our_emergency(desk)
    if needs is not None and needs.number not in desk.own.aside:
        return needs
    if unit is not None and unit.incident is not None and unit.incident in board.incidents:
        return board.incidents[unit.incident]
    name = our_name(desk)
    joined = [each for each in board.incidents.values() if each.is_open and each.is_on(name)] if name else []
    return max(joined, key=lambda each: each.number, default=None)


def our_emergency(desk: Desk) -> Incident | None:
    """The newest emergency that stands and on whose line we are, our own before others; None for none."""
    board, name = desk.store.board, our_name(desk)
    found = [
        (emergency.call_sign == name, emergency.incident)
        for emergency in board.emergencies.values()
        if emergency.incident in board.incidents and board.incidents[emergency.incident].is_on(name)
    ]
    return board.incidents[max(found)[1]] if found else None
