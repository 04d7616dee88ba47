"""What facts about units do to the board."""

import pytest
from attrs import evolve

from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.fact import Fact
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.facts.world import WorldFounded
from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.means import Means
from protocol.model.task import Task
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
    free = told(OPENED, SIGNED_ON).units[1]
    assert evolve(free, since=minute(4), disturbed_at=minute(3)) == board.units[1]
    assert board.incidents[1].units == ()


def test_a_release_from_another_incident_leaves_the_unit_where_it_is() -> None:
    """A late release never frees a unit that has been given something else."""
    before = told(OPENED, SIGNED_ON, ASSIGNED)
    assert besides(before) == besides(then(before, UnitReleased(incident=9, unit=1)))


def test_a_unit_brings_its_crew_team_skills_and_autonomy() -> None:
    """As its sign-on said."""
    fact = UnitSignedOn(
        unit=1,
        call_sign=Name("12.03"),
        crew=1,
        team=Name("noord"),
        skills=(Name("dog"),),
        autonomy=Autonomy.GUIDED,
    )
    unit = told(fact).units[1]
    assert (unit.crew, unit.team, unit.skills, unit.autonomy) == (1, "noord", ("dog",), Autonomy.GUIDED)
    assert (unit.task, unit.disturbed_at, unit.expected_at) == (None, None, None)


SECOND = evolve(OPENED, incident=2)
EXPECTED = ArrivalExpected(unit=1, incident=1, at=minute(9))
TASK = TaskSet(unit=1, what=Name("buurtonderzoek"))
AGAIN = evolve(ASSIGNED, incident=2)
RELEASED = UnitReleased(incident=1, unit=1)


def _status(status: UnitStatus) -> UnitStatusSet:
    return UnitStatusSet(unit=1, status=status)


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ((_status(UnitStatus.EN_ROUTE),), True),
        ((_status(UnitStatus.ON_SCENE),), False),
        ((RELEASED,), False),
        ((RELEASED, AGAIN), False),
        ((AGAIN,), False),
        ((UnitReleased(incident=2, unit=1),), True),
        ((TASK,), True),
    ],
)
def test_a_unit_is_expected_as_long_as_it_drives_there(facts: tuple[Fact, ...], kept: bool) -> None:
    """Not once it arrived, was let go, or was sent elsewhere."""
    board = then(told(OPENED, SECOND, SIGNED_ON, ASSIGNED, EXPECTED), *facts)
    assert board.units[1].expected_at == (minute(9) if kept else None)


@pytest.mark.parametrize(
    "before",
    [
        told(OPENED, SIGNED_ON),
        told(OPENED, SIGNED_ON, ASSIGNED, _status(UnitStatus.ON_SCENE)),
        told(OPENED, SECOND, SIGNED_ON, AGAIN),
        told(OPENED),
    ],
    ids=["free", "there", "elsewhere", "off duty"],
)
def test_an_expectation_that_comes_too_late_is_dropped(before: Board) -> None:
    """Who does not drive there has no time of arrival, whatever was reckoned a moment ago."""
    assert besides(then(before, EXPECTED)) == besides(before)


def test_when_a_unit_was_disturbed_is_kept_until_the_next_time() -> None:
    """Through a release and other statuses; off duty forgets it."""
    board = told(OPENED, SIGNED_ON, ASSIGNED, RELEASED, _status(UnitStatus.UNAVAILABLE))
    assert board.units[1].disturbed_at == minute(3)
    assert then(board, ASSIGNED).units[1].disturbed_at == minute(6)
    anew = then(then(board, UnitSignedOff(unit=1)), evolve(SIGNED_ON, unit=2))
    assert anew.units[2].disturbed_at is None


def test_other_work_waits_through_a_melding_and_counts_it() -> None:
    """It is there again afterwards, since when it was taken up, with how often it was broken off (B3)."""
    at_work = told(OPENED, SIGNED_ON, TASK)
    task = Task(what=Name("buurtonderzoek"), since=minute(3))
    assert at_work.units[1].task == task
    sent = then(at_work, ASSIGNED)
    assert sent.units[1].task == evolve(task, interrupted=1)
    back = then(sent, RELEASED)
    assert back.units[1].task == evolve(task, interrupted=1)
    assert back.units[1].can_be_called
    assert then(back, ASSIGNED).units[1].task == evolve(task, interrupted=2)


@pytest.mark.parametrize("facts", [(RELEASED, AGAIN), (AGAIN,)], ids=["let go and sent", "sent"])
def test_being_diverted_breaks_work_off_no_second_time(facts: tuple[Fact, ...]) -> None:
    """It had not been taken up again in between."""
    board = told(OPENED, SECOND, SIGNED_ON, TASK, ASSIGNED)
    task = then(board, *facts).units[1].task
    assert task is not None
    assert task.interrupted == 1


def test_work_taken_up_during_a_melding_was_not_broken_off_by_it() -> None:
    """Only the next one does."""
    task = told(OPENED, SIGNED_ON, ASSIGNED, TASK).units[1].task
    assert task == Task(what=Name("buurtonderzoek"), since=minute(4))


def test_the_same_work_goes_on_and_other_work_begins() -> None:
    """That it may not be broken off any more makes it no new work."""
    board = told(OPENED, SIGNED_ON, TASK, ASSIGNED, RELEASED, evolve(TASK, interruptible=False))
    task = Task(what=Name("buurtonderzoek"), since=minute(3), interruptible=False, interrupted=1)
    assert board.units[1].task == task
    other = then(board, evolve(TASK, what=Name("school")))
    assert other.units[1].task == Task(what=Name("school"), since=minute(7))
    assert then(other, TaskEnded(unit=1)).units[1].task is None


def test_work_of_nobody_changes_nothing() -> None:
    """A unit that went off duty in between."""
    board = told(OPENED)
    for fact in (TASK, TaskEnded(unit=1)):
        assert besides(then(board, fact)) == besides(board)
