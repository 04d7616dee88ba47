"""The board: everything the facts have said so far, as one frozen value.

Made only by `protocol.fold` (or from a snapshot of a board), on the server and on every console alike. A
reference to a board is a snapshot: nobody can change it afterwards.
"""

from datetime import UTC, datetime

from attrs import field, frozen
from immutables import Map

from protocol.model.emergency import Emergency
from protocol.model.incident import Incident
from protocol.model.order import Order
from protocol.model.text import Name, Text
from protocol.model.unit import Unit

CLOSED_KEPT = 200
"""How many closed incidents stay on the board, newest first; older ones are in the journal only."""

NOBODY, UNSAID = Name(""), Text("")

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of an empty board."""


@frozen(kw_only=True)
class Board:
    """The state of one world after change number `seq`.

    Checks nothing at birth: the fold makes several of these for every change, from parts that were checked.
    """

    seq: int = 0
    """The number of the last change in it; 0 is the empty board."""

    at: datetime = BEGINNING
    """When that change was made."""

    last_incident: int = 0
    """The highest incident number given out; 0 before the first."""

    last_unit: int = 0
    """The highest unit id given out; 0 before the first."""

    units: Map[int, Unit] = field(factory=Map)
    incidents: Map[int, Incident] = field(factory=Map)
    order: Order = Order.ARRIVAL
    """How the waiting are served: as they came, or by priority while they stack (A4)."""

    order_since: datetime = BEGINNING
    order_by: Name = NOBODY
    order_why: Text = UNSAID
    emergencies: Map[int, Emergency] = field(factory=Map)
    """Units in need, by their id, until it is ended."""

    closed: tuple[int, ...] = ()
    """The numbers of the closed incidents in `incidents`, in the order of closing."""

    def open_incidents(self) -> list[Incident]:
        """Every open incident, most urgent first, then oldest first."""
        return sorted(
            (incident for incident in self.incidents.values() if incident.is_open),
            key=lambda incident: (incident.priority, incident.number),
        )

    def leaving_for(self, number: int) -> tuple[int, ...]:
        """The closed incidents that leave when this one joins their row: the oldest of a full row."""
        row = (*(each for each in self.closed if each != number), number)
        return row[:-CLOSED_KEPT]

    def unit_called(self, call_sign: str) -> Unit | None:
        """The unit on duty with this call sign, upper or lower case; None when there is none."""
        wanted = call_sign.casefold()
        return next((unit for unit in self.units.values() if unit.call_sign.casefold() == wanted), None)
