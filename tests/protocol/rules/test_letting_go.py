"""Let go only when it can be let go: the guard names what is missing, and in which order (A41-A44)."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentReopened, PhaseEntered
from protocol.facts.letting_go import HandoverAcknowledged, HandoverOffered
from protocol.facts.promises import PromiseKept, PromiseMoved, Reacted
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.facts.work import ReferralAccepted, Referred
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.missing import Missing
from protocol.model.phase import Phase
from protocol.model.promise import PromiseState
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.letting_go import feedback_owed, may_check_end, missing_to_let_go
from tests.histories import histories
from tests.protocol.make import BEN, OPENED, SIGNED_ON, minute, then, told
from tests.protocol.rules.make import ALONE, CHECKED, HEARD, SENT, melding, promised
from tests.strategies import incidents

OFFERED = HandoverOffered(incident=1, taker=Name("wijkagent Vos"), packet=Text("belt haar morgen"))
TAKEN = HandoverAcknowledged(incident=1)
REFERRED = Referred(incident=1, partner=Name("GGZ"), consent=True)
ACCEPTED = ReferralAccepted(incident=1, referral=1, by_whom=Name("mevrouw De Wit"))
CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))


def test_of_a_fresh_melding_everything_is_missing_in_the_order_in_which_one_does_it() -> None:
    """A41: what was never begun, a referral or a promise, is not asked for."""
    expected = (Missing.REACTION, Missing.TAKER, Missing.CHECK, Missing.FEEDBACK)
    assert missing_to_let_go(melding()) == expected
    begun = melding(REFERRED, promised(minute(40)), OFFERED)
    assert missing_to_let_go(begun) == (
        *(Missing.REACTION, Missing.REFERRAL, Missing.PROMISE),
        *(Missing.ACKNOWLEDGEMENT, Missing.CHECK, Missing.FEEDBACK),
    )


@pytest.mark.parametrize("ground", [(ALONE,), (OFFERED, TAKEN)], ids=["goes on alone", "taken over"])
def test_either_ground_is_enough(ground: tuple[Fact, ...]) -> None:
    """A41, A43: a taker that knows, or a citizen that can go on alone."""
    assert missing_to_let_go(melding(SENT, *ground, CHECKED, HEARD)) == ()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((ALONE, CHECKED, HEARD), Missing.REACTION),
        ((SENT, CHECKED, HEARD), Missing.TAKER),
        ((SENT, OFFERED, CHECKED, HEARD), Missing.ACKNOWLEDGEMENT),
        ((SENT, OFFERED, TAKEN, OFFERED, CHECKED, HEARD), Missing.ACKNOWLEDGEMENT),
        ((SENT, ALONE, CHECKED, HEARD, REFERRED), Missing.REFERRAL),
        ((SENT, ALONE, CHECKED, HEARD, REFERRED, REFERRED, ACCEPTED), Missing.REFERRAL),
        ((SENT, ALONE, CHECKED, HEARD, promised(minute(40))), Missing.PROMISE),
        ((SENT, ALONE, HEARD), Missing.CHECK),
        ((SENT, ALONE, CHECKED), Missing.FEEDBACK),
    ],
)
def test_each_missing_thing_alone_keeps_it_open(facts: tuple[Fact, ...], expected: Missing) -> None:
    """A3, A13, A20, A23, A41-A44: a second offer asks for its own acknowledgement."""
    assert missing_to_let_go(melding(*facts)) == (expected,)


def test_a_moved_promise_is_still_owed_and_a_kept_one_is_not() -> None:
    """A13: the new time must be kept as well."""
    ready = (SENT, ALONE, CHECKED, HEARD, promised(minute(40)))
    moved = PromiseMoved(incident=1, promise=1, due=minute(90), why=Text("druk"))
    assert missing_to_let_go(melding(*ready, moved)) == (Missing.PROMISE,)
    assert missing_to_let_go(melding(*ready, moved, PromiseKept(incident=1, promise=2))) == ()
    assert missing_to_let_go(melding(*ready, REFERRED, PromiseKept(incident=1, promise=1), ACCEPTED)) == ()


def test_a_reopened_melding_earns_its_end_anew() -> None:
    """A41: what was agreed at the first end says nothing of the second; the reaction still stands."""
    again = melding(SENT, ALONE, CHECKED, HEARD, CLOSED, IncidentReopened(incident=1, reason=Text("toch")))
    assert missing_to_let_go(again) == (Missing.TAKER, Missing.CHECK, Missing.FEEDBACK)


def _all_grounds_hold(incident: Incident) -> bool:
    """A41-A44 in one sentence, from the plain fields."""
    end = incident.letting_go
    taken = end.handover is not None and end.handover.acknowledged_at is not None
    return (
        len(incident.reactions) > 0
        and (taken or end.own_strength != "")
        and all(each.accepted_by is not None for each in incident.work.referrals)
        and all(each.state is not PromiseState.OPEN for each in incident.promises)
        and end.unit_done_by != ""
        and end.feedback is not None
    )


STEPS: list[Fact] = [SENT, ALONE, OFFERED, TAKEN, CHECKED, HEARD, REFERRED, ACCEPTED]


@given(st.lists(st.sampled_from(STEPS), max_size=12))
def test_nothing_is_missing_exactly_when_all_grounds_hold(facts: list[Fact]) -> None:
    """A41-A44: in whatever order things were done."""
    incident = melding(*facts)
    assert (missing_to_let_go(incident) == ()) is _all_grounds_hold(incident)


@given(incidents())
def test_each_missing_thing_is_named_once_on_any_melding(incident: Incident) -> None:
    """A41-A44: and never both the taker and the taker's word."""
    missing = missing_to_let_go(incident)
    assert len(set(missing)) == len(missing)
    assert not {Missing.TAKER, Missing.ACKNOWLEDGEMENT} <= set(missing)
    assert (missing == ()) is _all_grounds_hold(incident)


@given(histories(waves=False))
def test_a_history_never_closes_in_silence_over_what_is_missing(history: tuple[Change, ...]) -> None:
    """A41: with the facts of its own change before it, each closing is earned or says over what it passed."""
    board = Board()
    for step in history:
        for fact in step.facts:
            if isinstance(fact, IncidentClosed):
                assert fact.passed == missing_to_let_go(board.incidents[fact.incident])
            board = fold(board, evolve(step, facts=(fact,)))


def test_those_that_reacted_say_that_it_is_done() -> None:
    """A44: a unit that was ever on it, and whoever recorded a reaction; call signs in any case."""
    board = told(evolve(SIGNED_ON, call_sign=Name("M7")), OPENED, UnitAssigned(incident=1, unit=1))
    board = then(board, UnitReleased(incident=1, unit=1))
    board = then(board, Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True), by=BEN)
    incident = board.incidents[1]
    assert may_check_end(incident, Name("M7"), Role.UNIT)
    assert may_check_end(incident, Name("m7"), Role.UNIT)
    assert may_check_end(incident, BEN, Role.CENTRALIST)
    assert not may_check_end(incident, Name("anna"), Role.CENTRALIST)
    assert not may_check_end(incident, Name("m77"), Role.UNIT)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.key)
def test_of_those_that_did_not_react_only_the_opco_says_so(role: Role) -> None:
    """A44: the room cannot say it for them."""
    assert may_check_end(melding(SENT), Name("iemand"), role) is (role is Role.OPCO)


@pytest.mark.parametrize("phase", [Phase.MERGE_IN, Phase.ADD, Phase.MERGE_OUT], ids=lambda phase: phase.key)
def test_feedback_is_owed_from_the_merging_out(phase: Phase) -> None:
    """A20, A22: until the melder has heard."""
    entered = [] if phase is Phase.MERGE_IN else [PhaseEntered(incident=1, phase=phase)]
    assert feedback_owed(melding(*entered)) is (phase is Phase.MERGE_OUT)
    assert not feedback_owed(melding(*entered, HEARD))


def test_feedback_stays_owed_after_an_emergency_closed_it() -> None:
    """A20, A22: what is owed stays owed."""
    assert feedback_owed(melding(CLOSED))
    assert not feedback_owed(melding(CLOSED, HEARD))
