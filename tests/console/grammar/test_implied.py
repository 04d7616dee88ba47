"""Units that a line means without naming them."""

from datetime import timedelta

from attrs import evolve
from immutables import Map

from console.actions.action import Selection
from console.grammar.implied import in_need, on_incident
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import AT, BOARD, NOTHING


def sent(*units: int) -> Board:
    """These units were sent to 417, in this order."""
    return evolve(BOARD, incidents=BOARD.incidents.set(417, evolve(BOARD.incidents[417], units=units)))


def test_the_selected_unit_goes_before_the_others_on_the_melding() -> None:
    """But only where it is on that melding; else the first that was assigned."""
    board = sent(3, 2)
    assert on_incident(417, Selection(unit=2), board) == 2
    assert on_incident(417, Selection(unit=1), board) == 3
    assert on_incident(417, NOTHING, board) == 3


def test_who_is_on_the_spot_goes_before_who_drives() -> None:
    """Whatever the order of assignment was."""
    board = sent(3, 2)
    there = evolve(board.units[2], status=UnitStatus.ON_SCENE)
    assert on_incident(417, NOTHING, evolve(board, units=board.units.set(2, there))) == 2


def test_nobody_is_on_a_melding_without_units() -> None:
    """Nor on one that is not on the board, nor where the unit went off duty."""
    assert on_incident(418, Selection(unit=1), BOARD) is None
    assert on_incident(None, NOTHING, BOARD) is None
    assert on_incident(99, NOTHING, BOARD) is None
    assert on_incident(417, NOTHING, sent(77)) is None


def test_who_is_in_need_longest_comes_first() -> None:
    """A unit that went off duty is not named."""

    def need(unit: int, seconds: int) -> Emergency:
        return Emergency(unit=unit, call_sign=Name("12.03"), incident=417, at=AT + timedelta(seconds=seconds))

    board = evolve(BOARD, emergencies=Map({1: need(1, 9), 3: need(3, 2), 77: need(77, 0)}))
    assert in_need(board) == [3, 1]
    assert in_need(BOARD) == []
