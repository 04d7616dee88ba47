"""How a melding may be let go, and every reason why not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident, ReopenIncident
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.promises import KeepPromise, MakePromise, MovePromise, React
from protocol.commands.units import AssignUnit, ReleaseUnit
from protocol.commands.work import AcceptReferral, Refer
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, PhaseEntered
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.facts.promises import Reacted
from protocol.facts.timeline import PartnerInvited
from protocol.facts.units import UnitAssigned, UnitReleased, UnitSignedOn
from protocol.fold import fold
from protocol.model.letting_go import CitizenView
from protocol.model.missing import Missing
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.letting_go import missing_to_let_go
from server.decide import decide
from server.decide.actor import Actor
from tests.protocol.make import OPENED, SIGNED_ON, minute, then, told
from tests.server.decide.make import ANNA, BEN, UNIT_1203, refused

TAKER, PACKET, WHY = Name("wijkagent Vos"), Text("belt haar morgen"), Text("zus komt")
HAND_OVER = HandOver(incident=1, taker=TAKER, packet=PACKET)
TAKE = AcknowledgeHandover(incident=1)
GO_ON = LetCitizenGoOn(incident=1, why=WHY)
CHECK = CheckEnd(incident=1, citizen=CitizenView.AGREES)
TELL = GiveFeedback(incident=1, text=Text("gebeld"))
CLOSE = CloseIncident(incident=1, reason=Text("klaar"))
EMERGENCY = CloseIncident(incident=1, reason=Text("klaar"), emergency=True)

SENT = Reacted(incident=1, kind=ReactionKind.UNIT_NOW)
ENDING = PhaseEntered(incident=1, phase=Phase.MERGE_OUT)
OFFERED = HandoverOffered(incident=1, taker=TAKER, packet=PACKET)
TAKEN = HandoverAcknowledged(incident=1)
ALONE = CitizenGoesOn(incident=1, why=WHY)
CHECKED = EndChecked(incident=1, citizen=CitizenView.AGREES)
HEARD = FeedbackGiven(incident=1, text=Text("gebeld"))
CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
READY = (SENT, ENDING, ALONE, CHECKED, HEARD)

STEPS = [(HAND_OVER, OFFERED), (GO_ON, ALONE), (CHECK, CHECKED)]


@pytest.mark.parametrize(("command", "fact"), STEPS, ids=lambda part: type(part).__name__)
def test_the_first_step_towards_the_end_enters_its_phase(command: Command, fact: Fact) -> None:
    """A28, A41: the next ones find it entered."""
    assert decide(told(OPENED), command, BEN) == (ENDING, fact)
    assert decide(told(OPENED, ENDING), command, BEN) == (fact,)


@pytest.mark.parametrize("command", [HAND_OVER, TAKE, GO_ON, CHECK, CLOSE, EMERGENCY], ids=str)
def test_what_is_let_go_is_not_let_go_again(command: Command) -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, CLOSED), command, BEN) == (Reason.INCIDENT_CLOSED, {"incident": 1})


@pytest.mark.parametrize("command", [HAND_OVER, TAKE, GO_ON, CHECK, TELL, CLOSE], ids=str)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(), command, BEN) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


def test_a_handover_is_acknowledged_once_and_only_when_offered() -> None:
    """A42: by the taker, or by whoever heard the taker say so."""
    assert refused(told(OPENED), TAKE) == (Reason.NO_HANDOVER, {"incident": 1})
    partner = Actor(name=Name("vos"), role=Role.PARTNER)
    invited = PartnerInvited(incident=1, partner=partner.name)
    for actor in (ANNA, UNIT_1203, partner):
        assert decide(told(OPENED, invited, OFFERED), TAKE, actor) == (TAKEN,)
    assert refused(told(OPENED, OFFERED, TAKEN), TAKE) == (Reason.NO_CHANGE, {})
    assert decide(told(OPENED, OFFERED, TAKEN, OFFERED), TAKE, ANNA) == (TAKEN,)


def test_the_same_line_of_reason_again_is_no_change() -> None:
    """A43: another one takes its place."""
    assert refused(told(OPENED, ENDING, ALONE), GO_ON) == (Reason.NO_CHANGE, {})
    better = LetCitizenGoOn(incident=1, why=Text("zus is er"))
    assert decide(told(OPENED, ENDING, ALONE), better, ANNA) == (
        CitizenGoesOn(incident=1, why=Text("zus is er")),
    )


def test_only_those_that_reacted_or_their_opco_say_that_it_is_done() -> None:
    """A44: a unit that was on it also after it left; the room cannot say it for them."""
    board = told(OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))
    board = then(board, SENT, UnitReleased(incident=1, unit=1), ENDING, by=Name("centralist-2"))
    assert decide(board, CHECK, UNIT_1203) == (CHECKED,)
    assert decide(board, CHECK, BEN) == (CHECKED,)
    assert decide(board, CHECK, Actor(name=Name("centralist-2"), role=Role.CENTRALIST)) == (CHECKED,)
    assert refused(board, CHECK) == (Reason.NOT_BY_YOU, {"incident": 1, "own": "anna"})


def test_the_same_check_by_the_same_is_no_change() -> None:
    """A19: by another, or when the citizen sees it otherwise, it is one."""
    board = then(told(OPENED, SENT, ENDING), CHECKED, by=BEN.name)
    assert refused(board, CHECK, BEN) == (Reason.NO_CHANGE, {})
    assert decide(board, CHECK, ANNA) == (CHECKED,)
    otherwise = CheckEnd(incident=1, citizen=CitizenView.DISAGREES)
    assert decide(board, otherwise, BEN) == (EndChecked(incident=1, citizen=CitizenView.DISAGREES),)


def test_feedback_is_given_at_any_time_also_after_closing() -> None:
    """A20, A22: what is owed stays owed; that it was not possible is recorded in the same way."""
    no = GiveFeedback(incident=1, text=Text("anoniem"), given=False)
    for board in (told(OPENED), told(OPENED, HEARD), told(OPENED, CLOSED)):
        assert decide(board, TELL, ANNA) == (HEARD,)
        assert decide(board, no, ANNA) == (FeedbackGiven(incident=1, text=Text("anoniem"), given=False),)


def test_closing_is_refused_with_everything_that_is_missing() -> None:
    """A41: in the order in which one would do it, so that each has its key."""
    assert refused(told(OPENED), CLOSE) == (
        Reason.CANNOT_LET_GO,
        {"incident": 1, "missing": "reaction,taker,check,feedback"},
    )
    assert refused(told(OPENED, SENT, OFFERED, CHECKED), CLOSE) == (
        Reason.CANNOT_LET_GO,
        {"incident": 1, "missing": "acknowledgement,feedback"},
    )


@pytest.mark.parametrize("ground", [(ALONE,), (OFFERED, TAKEN)], ids=["goes on alone", "taken over"])
def test_an_earned_end_closes_and_passes_over_nothing(ground: tuple[Fact, ...]) -> None:
    """A41, A43: also when it is called an emergency."""
    board = told(OPENED, SENT, *ground, CHECKED, HEARD)
    for wish in (CLOSE, EMERGENCY):
        assert decide(board, wish, ANNA) == (CLOSED,)


def test_an_emergency_closes_and_says_what_it_passed_over() -> None:
    """A41: no guard stops an emergency; the fact shows in reports."""
    passed = (Missing.TAKER, Missing.CHECK, Missing.FEEDBACK)
    assert decide(told(OPENED, SENT), EMERGENCY, ANNA) == (
        IncidentClosed(incident=1, reason=Text("klaar"), passed=passed),
    )


def test_closing_releases_whoever_is_on_it() -> None:
    """In one change, in the order of assignment, and the closing last."""
    other = UnitSignedOn(unit=2, call_sign=Name("12.04"))
    on_it = (UnitAssigned(incident=1, unit=2), UnitAssigned(incident=1, unit=1))
    assert decide(told(OPENED, SIGNED_ON, other, *on_it, *READY), CLOSE, ANNA) == (
        UnitReleased(incident=1, unit=2),
        UnitReleased(incident=1, unit=1),
        CLOSED,
    )


EARNING: list[Command] = [
    *(React(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True), AssignUnit(incident=1, unit=1)),
    *(HAND_OVER, TAKE, GO_ON, CHECK, TELL, ReleaseUnit(unit=1)),
    *(Refer(incident=1, partner=Name("GGZ")), AcceptReferral(incident=1, referral=1, by_whom=TAKER)),
    MakePromise(incident=1, what=Text("terugbellen"), due=minute(900), from_whom=TAKER, to_whom=TAKER),
    MovePromise(incident=1, promise=1, due=minute(990), why=WHY),
    *(KeepPromise(incident=1, promise=1), KeepPromise(incident=1, promise=2)),
    ReopenIncident(incident=1, reason=Text("toch")),
]
WISHES = st.sampled_from(EARNING) | st.sampled_from([CLOSE, CLOSE, EMERGENCY])
ACTORS = st.sampled_from([ANNA, BEN, UNIT_1203])
SHORTEST: list[Command] = [AssignUnit(incident=1, unit=1), GO_ON, CHECK, TELL]


@given(st.permutations(SHORTEST), st.lists(st.tuples(WISHES, ACTORS), max_size=30))
@settings(max_examples=200)
def test_whatever_was_closed_without_passing_had_earned_it_the_moment_before(
    earning: list[Command], wishes: list[tuple[Command, Actor]]
) -> None:
    """A41-A44: on any history that people can make; and nothing that had earned it is refused."""
    board = told(OPENED, SIGNED_ON)
    for command, actor in [*((each, BEN) for each in earning), *wishes]:
        incident = board.incidents[1]
        missing = missing_to_let_go(incident)
        try:
            facts = decide(board, command, actor)
        except Refused:
            facts = ()
        if isinstance(command, CloseIncident) and incident.is_open and not missing:
            assert facts, "an earned end was refused"
        if not facts:
            continue
        for closed in (fact for fact in facts if isinstance(fact, IncidentClosed)):
            assert closed.passed == missing
            assert isinstance(command, CloseIncident)
            assert command.emergency or missing == ()
        board = fold(board, Change(seq=board.seq + 1, at=board.at, by=actor.name, facts=facts))
