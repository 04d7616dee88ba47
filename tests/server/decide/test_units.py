"""What units may be asked and told, and every reason why not."""

import pytest
from attrs import evolve

from protocol.commands.units import (
    AssignUnit,
    EndTask,
    ReleaseUnit,
    SetTask,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
)
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentOpened, PhaseEntered
from protocol.facts.promises import Reacted
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.model.autonomy import Autonomy
from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.rules.reaction import needs_reaction
from server.decide import decide, number_given
from server.decide.actor import Actor
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, then, told
from tests.server.decide.make import ANNA, UNIT_1203, refused

SECOND = IncidentOpened(incident=2, priority=Priority.P1, what=Name("steekpartij"), place=BLAAK)
OTHER_UNIT = UnitSignedOn(unit=2, call_sign=Name("12.04"))
ASSIGNED = UnitAssigned(incident=1, unit=1)
ON_SCENE = UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE)
UNAVAILABLE = UnitStatusSet(unit=1, status=UnitStatus.UNAVAILABLE)
REACTED = Reacted(incident=1, kind=ReactionKind.UNIT_NOW)
ADDING = PhaseEntered(incident=1, phase=Phase.ADD)
CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))


def test_a_unit_that_signs_on_gets_the_next_id() -> None:
    """Also when the one before it went off duty: ids are never given twice."""
    board = told(SIGNED_ON, UnitSignedOff(unit=1))
    facts = decide(board, SignOnUnit(call_sign=Name("M7"), means=Means.MOTORCYCLE), ANNA)
    assert facts == (UnitSignedOn(unit=2, call_sign=Name("M7"), means=Means.MOTORCYCLE),)
    assert number_given(facts) == 2


def test_a_call_sign_is_on_duty_once() -> None:
    """Upper or lower case is the same call sign."""
    board = told(UnitSignedOn(unit=1, call_sign=Name("m7")))
    assert refused(board, SignOnUnit(call_sign=Name("M7"))) == (Reason.UNIT_ON_DUTY, {"unit": "M7"})


def test_a_unit_signs_on_only_itself() -> None:
    """Its account is named as its call sign."""
    assert decide(told(), SignOnUnit(call_sign=Name("12.03")), UNIT_1203) == (SIGNED_ON,)
    assert refused(told(), SignOnUnit(call_sign=Name("12.04")), UNIT_1203) == (
        Reason.NOT_YOUR_UNIT,
        {"unit": "12.04", "own": "12.03"},
    )


def test_a_free_unit_signs_off() -> None:
    """Its duty ends."""
    assert decide(told(SIGNED_ON), SignOffUnit(unit=1), ANNA) == (UnitSignedOff(unit=1),)


def test_a_unit_with_a_melding_does_not_sign_off() -> None:
    """The refusal names the melding that is still in hand."""
    assert refused(told(OPENED, SIGNED_ON, ASSIGNED), SignOffUnit(unit=1)) == (
        Reason.UNIT_HAS_INCIDENT,
        {"unit": "12.03", "incident": 1},
    )


def test_a_free_unit_gets_a_melding() -> None:
    """Whoever may dispatch gives it; the first is a reaction, and is recorded as one (A3)."""
    assert decide(told(OPENED, SIGNED_ON), AssignUnit(incident=1, unit=1), ANNA) == (ASSIGNED, REACTED)


def test_a_second_unit_is_no_second_reaction() -> None:
    """The melding does not wait any more (A3)."""
    board = told(OPENED, SIGNED_ON, REACTED)
    assert decide(board, AssignUnit(incident=1, unit=1), ANNA) == (ASSIGNED,)


def test_a_unit_on_what_was_answered_otherwise_is_a_reaction_again() -> None:
    """Else nobody would see it wait once that unit is taken away, and an agreed delay would still return."""
    by_telephone = Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True)
    board = told(OPENED, SIGNED_ON, by_telephone)
    assert decide(board, AssignUnit(incident=1, unit=1), ANNA) == (ASSIGNED, REACTED)


def test_a_unit_takes_a_melding_itself() -> None:
    """No step needs the centralist."""
    assert decide(told(OPENED, SIGNED_ON), AssignUnit(incident=1, unit=1), UNIT_1203) == (ASSIGNED, REACTED)


@pytest.mark.parametrize(
    "command",
    [
        AssignUnit(incident=1, unit=2),
        ReleaseUnit(unit=2),
        SetUnitStatus(unit=2, status=UnitStatus.UNAVAILABLE),
        SignOffUnit(unit=2),
        SetTask(unit=2, what=Name("school")),
        EndTask(unit=2),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_unit_acts_for_itself_alone(
    command: AssignUnit | ReleaseUnit | SetUnitStatus | SignOffUnit | SetTask | EndTask,
) -> None:
    """Another unit's duty is refused, naming both."""
    board = told(OPENED, SIGNED_ON, OTHER_UNIT)
    assert refused(board, command, UNIT_1203) == (
        Reason.NOT_YOUR_UNIT,
        {"unit": "12.04", "own": "12.03"},
    )


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (AssignUnit(incident=1, unit=9), (Reason.NO_SUCH_UNIT, {"unit": 9})),
        (AssignUnit(incident=9, unit=1), (Reason.NO_SUCH_INCIDENT, {"incident": 9, "last": 1})),
        (ReleaseUnit(unit=9), (Reason.NO_SUCH_UNIT, {"unit": 9})),
        (SetUnitStatus(unit=9, status=UnitStatus.ON_SCENE), (Reason.NO_SUCH_UNIT, {"unit": 9})),
        (SignOffUnit(unit=9), (Reason.NO_SUCH_UNIT, {"unit": 9})),
    ],
    ids=str,
)
def test_what_is_not_there_is_named(
    command: AssignUnit | ReleaseUnit | SetUnitStatus | SignOffUnit, why: object
) -> None:
    """The number that means nothing, and for incidents the highest that does."""
    assert refused(told(OPENED, SIGNED_ON), command) == why


def test_a_closed_incident_gets_no_units() -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, SIGNED_ON, CLOSED), AssignUnit(incident=1, unit=1)) == (
        Reason.INCIDENT_CLOSED,
        {"incident": 1},
    )


def test_a_unit_is_not_assigned_twice_to_the_same() -> None:
    """Diverting it to where it is makes no sense either."""
    board = told(OPENED, SIGNED_ON, ASSIGNED)
    for divert in (False, True):
        assert refused(board, AssignUnit(incident=1, unit=1, divert=divert)) == (
            Reason.UNIT_ALREADY_ON,
            {"unit": "12.03", "incident": 1},
        )


def test_an_unavailable_unit_gets_no_melding() -> None:
    """Both states are named."""
    assert refused(told(OPENED, SIGNED_ON, UNAVAILABLE), AssignUnit(incident=1, unit=1)) == (
        Reason.UNIT_STATUS_ILLEGAL,
        {"unit": "12.03", "from_status": "unavailable", "to_status": "assigned"},
    )


def test_a_busy_unit_is_not_taken_silently() -> None:
    """The refusal says what it is doing and on what."""
    board = told(OPENED, SECOND, SIGNED_ON, ASSIGNED, ON_SCENE)
    assert refused(board, AssignUnit(incident=2, unit=1)) == (
        Reason.UNIT_BUSY,
        {"unit": "12.03", "unit_status": "on-scene", "incident": 1},
    )


def test_a_busy_unit_can_be_diverted() -> None:
    """It lets go of the one and has the other, in one change."""
    board = told(OPENED, SECOND, SIGNED_ON, ASSIGNED)
    assert decide(board, AssignUnit(incident=2, unit=1, divert=True), ANNA) == (
        UnitReleased(incident=1, unit=1),
        UnitAssigned(incident=2, unit=1),
        evolve(REACTED, incident=2),
    )


def test_a_diverted_unit_that_was_the_last_leaves_the_incident_waiting() -> None:
    """Who is called away is not done: its phase stays, and it waits again (A3)."""
    board = told(OPENED, SECOND, SIGNED_ON, ASSIGNED, REACTED, ON_SCENE, ADDING)
    facts = decide(board, AssignUnit(incident=2, unit=1, divert=True), ANNA)
    assert facts == (
        UnitReleased(incident=1, unit=1),
        UnitAssigned(incident=2, unit=1),
        evolve(REACTED, incident=2),
    )
    assert not needs_reaction(board.incidents[1])
    assert needs_reaction(then(board, *facts).incidents[1])


def test_a_unit_is_released() -> None:
    """It is off its melding."""
    assert decide(told(OPENED, SIGNED_ON, ASSIGNED), ReleaseUnit(unit=1), ANNA) == (
        UnitReleased(incident=1, unit=1),
    )


def test_the_last_unit_that_leaves_merges_out() -> None:
    """Not while another is still there."""
    board = told(OPENED, SIGNED_ON, OTHER_UNIT, ASSIGNED, ADDING)
    assert decide(board, ReleaseUnit(unit=1), ANNA) == (
        UnitReleased(incident=1, unit=1),
        PhaseEntered(incident=1, phase=Phase.MERGE_OUT),
    )
    both = told(OPENED, SIGNED_ON, OTHER_UNIT, ASSIGNED, UnitAssigned(incident=1, unit=2), ADDING)
    assert decide(both, ReleaseUnit(unit=1), ANNA) == (UnitReleased(incident=1, unit=1),)


def test_a_free_unit_cannot_be_released() -> None:
    """There is nothing to let go of."""
    assert refused(told(SIGNED_ON), ReleaseUnit(unit=1)) == (Reason.UNIT_NOT_ASSIGNED, {"unit": "12.03"})


def _in_status(status: UnitStatus, *, on_incident: bool) -> tuple[Fact, ...]:
    if on_incident:
        start: tuple[Fact, ...] = (OPENED, SIGNED_ON, ASSIGNED)
        return start if status is UnitStatus.ASSIGNED else (*start, UnitStatusSet(unit=1, status=status))
    return (SIGNED_ON,) if status is UnitStatus.AVAILABLE else (SIGNED_ON, UNAVAILABLE)


FREE_MOVES = {UnitStatus.AVAILABLE: "unavailable", UnitStatus.UNAVAILABLE: "available"}
BUSY_MOVES = {
    UnitStatus.ASSIGNED: "en-route on-scene available",
    UnitStatus.EN_ROUTE: "on-scene available",
    UnitStatus.ON_SCENE: "en-route available",
}


@pytest.mark.parametrize("wanted", UnitStatus, ids=lambda status: f"to {status.key}")
@pytest.mark.parametrize(
    ("status", "legal", "on_incident"),
    [(status, legal, False) for status, legal in FREE_MOVES.items()]
    + [(status, legal, True) for status, legal in BUSY_MOVES.items()],
    ids=lambda part: getattr(part, "key", None),
)
def test_only_the_moves_of_the_table_are_legal(
    status: UnitStatus, legal: str, on_incident: bool, wanted: UnitStatus
) -> None:
    """Every other one is refused with both states named; the same status again is no change."""
    board = told(*_in_status(status, on_incident=on_incident))
    command = SetUnitStatus(unit=1, status=wanted)
    if wanted is status:
        assert refused(board, command) == (Reason.NO_CHANGE, {})
    elif wanted.key not in legal.split():
        assert refused(board, command) == (
            Reason.UNIT_STATUS_ILLEGAL,
            {"unit": "12.03", "from_status": status.key, "to_status": wanted.key},
        )
    elif on_incident and wanted is UnitStatus.AVAILABLE:
        assert decide(board, command, ANNA) == (UnitReleased(incident=1, unit=1),)
    else:
        assert decide(board, command, ANNA)[0] == UnitStatusSet(unit=1, status=wanted)


def test_the_first_on_the_spot_adds() -> None:
    """The incident enters its second phase with the arrival, once."""
    board = told(OPENED, SIGNED_ON, ASSIGNED)
    arrives = SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)
    assert decide(board, arrives, UNIT_1203) == (ON_SCENE, ADDING)
    later = told(OPENED, SIGNED_ON, ASSIGNED, PhaseEntered(incident=1, phase=Phase.MERGE_OUT))
    assert decide(later, arrives, UNIT_1203) == (ON_SCENE,)


def test_who_signs_on_says_with_whom_and_what_they_can() -> None:
    """All of it is recorded."""
    wish = SignOnUnit(
        call_sign=Name("12.03"),
        crew=1,
        team=Name("noord"),
        skills=(Name("dog"),),
        autonomy=Autonomy.LEADING,
    )
    assert decide(told(), wish, UNIT_1203) == (
        UnitSignedOn(
            unit=1,
            call_sign=Name("12.03"),
            crew=1,
            team=Name("noord"),
            skills=(Name("dog"),),
            autonomy=Autonomy.LEADING,
        ),
    )


SCHOOL = SetTask(unit=1, what=Name("school"))
AT_SCHOOL = TaskSet(unit=1, what=Name("school"))


@pytest.mark.parametrize("by", [ANNA, UNIT_1203], ids=lambda actor: actor.name)
def test_other_work_is_taken_up_and_put_down(by: Actor) -> None:
    """By the unit itself or by the room; with a melding in hand too (B3)."""
    for board in (told(SIGNED_ON), told(OPENED, SIGNED_ON, ASSIGNED)):
        assert decide(board, SCHOOL, by) == (AT_SCHOOL,)
    assert decide(told(SIGNED_ON, AT_SCHOOL), EndTask(unit=1), by) == (TaskEnded(unit=1),)


def test_the_same_work_again_is_no_change() -> None:
    """Unless it may not be broken off any more."""
    board = told(SIGNED_ON, AT_SCHOOL)
    assert refused(board, SCHOOL) == (Reason.NO_CHANGE, {})
    fixed = evolve(SCHOOL, interruptible=False)
    assert decide(board, fixed, ANNA) == (evolve(AT_SCHOOL, interruptible=False),)


def test_only_work_in_hand_is_put_down() -> None:
    """And only by somebody on duty."""
    assert refused(told(SIGNED_ON), EndTask(unit=1)) == (Reason.NO_TASK, {"unit": "12.03"})
    for command in (SCHOOL, EndTask(unit=1)):
        assert refused(told(), command) == (Reason.NO_SUCH_UNIT, {"unit": 1})


def test_work_that_must_go_on_hides_nobody_from_a_person() -> None:
    """It is not recommended; whoever sends it all the same decides so."""
    board = told(OPENED, SIGNED_ON, evolve(AT_SCHOOL, interruptible=False))
    assert decide(board, AssignUnit(incident=1, unit=1), ANNA) == (ASSIGNED, REACTED)
