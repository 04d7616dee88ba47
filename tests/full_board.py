"""A small board on which something of everything stands, told by facts: for tests of what a fact alters.

Incidents 1 and 2 share their open lines, 3 stands alone and 4 is closed; units 1 and 2 are two halves of a
pair, 1 is on incident 1 and in need, 3 drives to incident 2.
"""

from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.pairs import EmergencyRaised, PairSplit
from protocol.facts.scale import WhoNoted
from protocol.facts.timeline import CardPushed, EntryAdded, LineJoined, LinesJoined
from protocol.facts.units import TaskSet, UnitAssigned
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.scale import WhoKind
from protocol.model.text import Name, Text
from tests.protocol.make import OPENED, SIGNED_ON, told

_SAID = (
    OPENED,
    evolve(OPENED, incident=2),
    evolve(OPENED, incident=3),
    evolve(OPENED, incident=4),
    SIGNED_ON,
    PairSplit(unit=1, other=2, call_sign=Name("12.03b")),
    evolve(SIGNED_ON, unit=3, call_sign=Name("12.05")),
    TaskSet(unit=3, what=Name("wijkdienst")),
    UnitAssigned(incident=1, unit=1),
    UnitAssigned(incident=2, unit=3),
    EntryAdded(incident=1, text=Text("eerste regel")),
    CardPushed(incident=1, card=CardKind.WARNING, text=Text("kaart")),
    LineJoined(incident=1),
    LinesJoined(incident=1, other=2),
    WhoNoted(incident=1, kind=WhoKind.KNOWS, what=Text("de sleutel")),
    EmergencyRaised(unit=1, incident=1, nearby=(3,)),
    IncidentClosed(incident=4, reason=Text("klaar")),
)


def full_board(*more: Fact) -> Board:
    """The board after all that, and after `more`."""
    return told(*_SAID, *more)
