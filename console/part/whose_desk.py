"""Who looks at this desk: the unit that its account is, and the melding that is its own. Pure."""

from console.part.context import Context
from protocol.model.incident import Incident
from protocol.model.role import Role
from protocol.model.unit import Unit


def is_units(context: Context) -> bool:
    """True for the console of a unit: another plan, and its own keys."""
    return context.role is Role.UNIT


def our_unit(context: Context) -> Unit | None:
    """The unit on duty whose call sign is the account's name; None in the room and off duty."""
    return context.board.unit_called(context.name) if is_units(context) else None


def our_incident(context: Context) -> Incident | None:
    """Whose line is ours: of an emergency that calls us, else what our unit is on, else the newest joined.

    An emergency that was set aside by its key waits behind the rest. None for nothing, and in the room.
    """
    if not is_units(context):
        return None
    unit, board = our_unit(context), context.board
    needs = our_emergency(context)
    if needs is not None and needs.number not in context.aside:
        return needs
    if unit is not None and unit.incident is not None and unit.incident in board.incidents:
        return board.incidents[unit.incident]
    name = context.name
    joined = [each for each in board.incidents.values() if each.is_open and each.is_on(name)] if name else []
    return max(joined, key=lambda each: each.number, default=None)


def our_emergency(context: Context) -> Incident | None:
    """The newest emergency that stands and on whose line we are, our own before others; None for none."""
    board, name = context.board, context.name
    found = [
        (emergency.call_sign == name, emergency.incident)
        for emergency in board.emergencies.values()
        if emergency.incident in board.incidents and board.incidents[emergency.incident].is_on(name)
    ]
    return board.incidents[max(found)[1]] if found else None
