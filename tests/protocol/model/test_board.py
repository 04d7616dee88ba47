"""What a board answers."""

from attrs import evolve
from hypothesis import given

from protocol.facts.incidents import IncidentClosed
from protocol.model.board import Board
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.strategies import boards


def test_open_incidents_stand_by_urgency_and_then_by_age() -> None:
    """Closed ones are not among them."""
    board = told(
        OPENED,
        evolve(OPENED, incident=2, priority=Priority.P1),
        evolve(OPENED, incident=3),
        evolve(OPENED, incident=4, priority=Priority.P1),
        IncidentClosed(incident=2, reason=Text("klaar")),
    )
    assert [incident.number for incident in board.open_incidents()] == [4, 1, 3]


@given(boards())
def test_every_incident_is_either_open_or_closed(board: Board) -> None:
    """By its phase alone."""
    open_ones = {incident.number for incident in board.open_incidents()}
    shut = {number for number, each in board.incidents.items() if each.phase is Phase.CLOSED}
    assert (set(board.incidents), set()) == (open_ones | shut, open_ones & shut)


def test_a_unit_is_found_by_call_sign_in_any_case() -> None:
    """None when nobody has it."""
    board = told(
        evolve(SIGNED_ON, call_sign=Name("Fiets-4")), evolve(SIGNED_ON, unit=2, call_sign=Name("12.03"))
    )
    assert board.unit_called("FIETS-4") == board.units[1]
    assert board.unit_called("12.03") == board.units[2]
    assert board.unit_called("12.0") is None
