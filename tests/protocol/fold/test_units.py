"""What facts about units do to the board."""

from attrs import evolve

from protocol.facts import (
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
    WorldFounded,
)
from protocol.model.means import Means
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import OPENED, SIGNED_ON, besides, minute, then, told

ASSIGNED = UnitAssigned(incident=1, unit=1)


def test_the_founding_of_the_world_leaves_the_board_as_it_is() -> None:
    """It only takes the number."""
    board = told(WorldFounded(world=Name("oefening"), exercise=True))
    assert besides(told()) == besides(board)
    assert (1, minute(1)) == (board.seq, board.at)


def test_a_unit_signs_on_available_and_on_nothing() -> None:
    """Under the id, call sign and means of the fact, since the moment of the change."""
    board = told(UnitSignedOn(unit=7, call_sign=Name("12.03"), means=Means.BICYCLE))
    expected = Unit(
        id=7,
        call_sign=Name("12.03"),
        means=Means.BICYCLE,
        status=UnitStatus.AVAILABLE,
        since=minute(1),
        incident=None,
    )
    assert {7: expected} == dict(board.units)
    assert board.last_unit == 7


def test_a_unit_that_signs_off_leaves_the_board_and_its_id_stays_given_out() -> None:
    """An id is never used again."""
    board = told(SIGNED_ON, UnitSignedOff(unit=1))
    assert dict(board.units) == {}
    assert board.last_unit == 1


def test_the_last_unit_never_counts_down() -> None:
    """A lower id that signs on later leaves the highest as it was."""
    assert told(UnitSignedOn(unit=7, call_sign=Name("A")), SIGNED_ON).last_unit == 7


def test_a_status_changes_only_the_status_and_its_time() -> None:
    """The unit stays on its melding."""
    before = told(OPENED, SIGNED_ON, ASSIGNED)
    after = then(before, UnitStatusSet(unit=1, status=UnitStatus.EN_ROUTE))
    assert evolve(before.units[1], status=UnitStatus.EN_ROUTE, since=minute(4)) == after.units[1]
    assert before.incidents == after.incidents


def test_an_assigned_unit_and_its_incident_know_each_other() -> None:
    """Both sides of the bond are made by one fact."""
    board = told(OPENED, SIGNED_ON, ASSIGNED)
    assert (UnitStatus.ASSIGNED, 1, minute(3)) == (
        board.units[1].status,
        board.units[1].incident,
        board.units[1].since,
    )
    assert board.incidents[1].units == (1,)


def test_units_stand_on_an_incident_in_the_order_of_assignment_each_once() -> None:
    """A second assignment of the same unit adds nothing to the incident."""
    second = UnitSignedOn(unit=2, call_sign=Name("12.04"))
    board = told(OPENED, SIGNED_ON, second, UnitAssigned(incident=1, unit=2), ASSIGNED, ASSIGNED)
    assert board.incidents[1].units == (2, 1)


def test_a_released_unit_is_available_and_gone_from_the_incident() -> None:
    """The bond ends on both sides."""
    board = told(OPENED, SIGNED_ON, ASSIGNED, UnitReleased(incident=1, unit=1))
    assert evolve(told(OPENED, SIGNED_ON).units[1], since=minute(4)) == board.units[1]
    assert board.incidents[1].units == ()


def test_a_release_from_another_incident_leaves_the_unit_where_it_is() -> None:
    """A late release never frees a unit that has been given something else."""
    before = told(OPENED, SIGNED_ON, ASSIGNED)
    assert besides(before) == besides(then(before, UnitReleased(incident=9, unit=1)))
