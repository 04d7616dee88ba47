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
    """Whose line is ours: our own emergency, else what our unit is on, one near by, the newest joined.

    An emergency elsewhere takes no melding out of a unit's hands: it looks there by a key (`toward`). None
    for nothing, and in the room.
    """
    if not is_units(context):
        return None
    unit, board = our_unit(context), context.board
    needs = our_emergency(context)
    if context.toward is not None and context.toward in _may_look_toward(context):
        return board.incidents[context.toward]
    if needs is not None and is_own_emergency(context, needs):
        return needs
    if unit is not None and unit.incident is not None and unit.incident in board.incidents:
        return board.incidents[unit.incident]
    if needs is not None:
        return needs
    name = context.name
    joined = [each for each in board.incidents.values() if each.is_open and each.is_on(name)] if name else []
    return max(joined, key=lambda each: each.number, default=None)


def is_own_emergency(context: Context, needs: Incident) -> bool:
    """True when it is our own unit that is in need there."""
    return any(
        each.incident == needs.number and each.call_sign == context.name
        for each in context.board.emergencies.values()
    )


def _may_look_toward(context: Context) -> frozenset[int]:
    """The own melding, and the emergencies on whose line we are."""
    unit, board = our_unit(context), context.board
    own = () if unit is None or unit.incident is None else (unit.incident,)
    needs = (each.incident for each in board.emergencies.values())
    found = (number for number in (*own, *needs) if number in board.incidents)
    return frozenset(
        number for number in found if number in own or board.incidents[number].is_on(context.name)
    )


def our_emergency(context: Context) -> Incident | None:
    """The newest emergency that stands and on whose line we are, our own before others; None for none."""
    board, name = context.board, context.name
    found = [
        (emergency.call_sign == name, emergency.incident)
        for emergency in board.emergencies.values()
        if emergency.incident in board.incidents and board.incidents[emergency.incident].is_on(name)
    ]
    return board.incidents[max(found)[1]] if found else None
