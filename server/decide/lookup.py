"""Finding what a command names, or refusing it. Shared by the decisions of every noun."""

from collections.abc import Sized

from protocol.errors import Reason, Refused
from protocol.model.board import Board
from protocol.model.incident import MOST_OF_A_KIND, Incident
from protocol.model.unit import Unit


def known_incident(board: Board, number: int) -> Incident:
    """The incident, open or closed. Raises Refused when the board has none of that number."""
    incident = board.incidents.get(number)
    if incident is None:
        raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=board.last_incident)
    return incident


def open_incident(board: Board, number: int) -> Incident:
    """The incident, which must be open. Raises Refused otherwise."""
    incident = known_incident(board, number)
    if not incident.is_open:
        raise Refused(Reason.INCIDENT_CLOSED, incident=number)
    return incident


def room_for_one_more(incident: Incident, known: Sized) -> None:
    """Raises Refused when the incident has its fill of what `known` holds."""
    if len(known) >= MOST_OF_A_KIND:
        raise Refused(Reason.TOO_MANY, incident=incident.number, most=MOST_OF_A_KIND)


def unit_on_duty(board: Board, id: int) -> Unit:
    """The unit. Raises Refused when it is not on duty."""
    unit = board.units.get(id)
    if unit is None:
        raise Refused(Reason.NO_SUCH_UNIT, unit=id)
    return unit
