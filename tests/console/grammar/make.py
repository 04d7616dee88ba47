"""A small board to type lines against: three units, four incidents, one of them closed."""

from datetime import UTC, datetime

from attrs import evolve
from immutables import Map

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.grammar.parse import parse
from protocol.model.board import Board
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.scale import Level, Scale
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
STATUS_NUMBERS = (
    (1, UnitStatus.EN_ROUTE),
    (2, UnitStatus.ON_SCENE),
    (3, UnitStatus.AVAILABLE),
    (9, UnitStatus.UNAVAILABLE),
)
NOTHING = Selection()


def unit(id: int, call_sign: str, status: UnitStatus, incident: int | None = None) -> Unit:
    """A unit in a car since AT."""
    return Unit(id=id, call_sign=Name(call_sign), means=Means.CAR, status=status, since=AT, incident=incident)


def incident(number: int, what: str, priority: int, phase: Phase = Phase.MERGE_IN) -> Incident:
    """An incident with two lines in its timeline, somewhere with a point."""
    return Incident(
        number=number,
        opened_at=AT,
        opened_by=Name("anna"),
        priority=Priority(priority),
        what=Name(what),
        place=Place(name=Name(f"Straat {number}"), point=Point(lat_deg=52.0 + number / 10_000, lon_deg=4.3)),
        phase=phase,
        phase_since=AT,
        entries=tuple(Entry(id=id, at=AT, by=Name("anna"), text=Text(f"regel {id}")) for id in (1, 2)),
    )


def board() -> Board:
    """12.03 and 12.04 are free, 13.01 drives to 417; 2 and 417 are open, 418 urgent, 400 closed.

    417 is dealt with by the district.
    """
    units = [
        unit(1, "12.03", UnitStatus.AVAILABLE),
        unit(2, "12.04", UnitStatus.UNAVAILABLE),
        unit(3, "13.01", UnitStatus.EN_ROUTE, incident=417),
    ]
    incidents = [
        incident(2, "overlast", 3),
        incident(400, "vechtpartij", 2, Phase.CLOSED),
        evolve(incident(417, "inbraak", 2), scale=Scale(level=Level.DISTRICT)),
        incident(418, "beroving", 1),
    ]
    return Board(
        seq=100,
        at=AT,
        last_incident=418,
        last_unit=3,
        units=Map({each.id: each for each in units}),
        incidents=Map({each.number: each for each in incidents}),
        closed=(400,),
    )


BOARD = board()


def typed(line: str, selection: Selection = NOTHING) -> Parsed | Problem:
    """What the line means on that board."""
    return parse(line, CATALOG, BOARD, selection, STATUS_NUMBERS)
