"""The shift lives by the rules of a melding, and leaves to the visitor what the visitor does."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from attrs import evolve

from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import DescribeIntake
from protocol.commands.letting_go import CheckEnd, GiveFeedback, LetCitizenGoOn
from protocol.commands.promises import KeepPromise, MakePromise, OfferMelder, React
from protocol.commands.units import AssignUnit
from protocol.commands.work import StateNeed
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.intake import IntakeDescribed
from protocol.facts.letting_go import EndChecked, FeedbackGiven
from protocol.facts.promises import (
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.facts.units import UnitAssigned
from protocol.facts.work import NeedMet
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.letting_go import CitizenView
from protocol.model.melder import Melder
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.rules.contact import holder
from protocol.rules.letting_go import missing_to_let_go
from server.exercise.setting.manners import read_manners
from server.exercise.setting.setting import DESK, INTAKE, STAFF
from tests.server.exercise.rig import BEGAN, VISITOR, Stage

LONG_S = 1_500.0
"""Enough for a melding to be let go with all that belongs to it."""


@pytest.fixture(scope="module")
def hours() -> list[Stage]:
    """Three shifts of an hour without a visitor."""
    stages = [Stage(seed) for seed in (2, 3, 4)]
    for stage in stages:
        stage.run(3_600)
    return stages


def facts(stage: Stage) -> list[tuple[str, Fact]]:
    """Who made each."""
    return [(change.by, fact) for change in stage.history for fact in change.facts]


def melding(stage: Stage, priority: Priority = Priority.P3) -> int:
    """The visitor opens a melding."""
    place = Place(name=Name("Boterplein"))
    return stage.visitor(OpenIncident(what=Name("Kat in de boom"), place=place, priority=priority))


def run_until(stage: Stage, done: Callable[[], bool], longest_s: float = LONG_S) -> None:
    """The shift goes on until then; fails when it takes longer."""
    until_s = stage.now_s + longest_s
    while not done():
        assert stage.now_s < until_s
        stage.run(2)


def test_every_closing_satisfies_the_guard(hours: list[Stage]) -> None:
    """Nobody of the shift closes in an emergency, and nothing is missing just before."""
    for stage in hours:
        board, closed = Board(), 0
        for change in stage.history:
            for fact in change.facts:
                if isinstance(fact, IncidentClosed):
                    closed += 1
                    assert missing_to_let_go(board.incidents[fact.incident]) == ()
                    assert fact.passed == ()
            board = fold(board, change)
        assert closed > 30


def test_promises_are_mostly_kept_sometimes_moved_and_rarely_broken(hours: list[Stage]) -> None:
    """Due in five to twenty minutes."""
    made = [
        (fact.due - change.at).total_seconds()
        for stage in hours
        for change in stage.history
        for fact in change.facts
        if isinstance(fact, PromiseMade)
    ]
    count = Counter(type(fact) for stage in hours for _, fact in facts(stage))
    assert all(299 <= seconds <= 1_200 for seconds in made)
    assert count[PromiseMade] > 30
    assert count[PromiseKept] > 0.7 * count[PromiseMade]
    assert 0 < count[PromiseMoved] < count[PromiseMade] / 3
    assert count[PromiseBroken] < count[PromiseMoved]


def test_everything_that_a_melding_knows_happens_in_some_hour(hours: list[Stage]) -> None:
    """The fields of the intake, reactions without a unit, the contact, the work, and both ends."""
    seen = Counter(type(fact).__name__ for stage in hours for _, fact in facts(stage))
    for name in (
        *("IntakeDescribed", "EarlierRecorded", "Reacted", "MelderSpokenTo", "MelderOffered", "MelderTaken"),
        *("AimAdded", "NeedStated", "NeedMet", "AdditionStated", "CitizenNoted", "Referred"),
        *("ReferralAccepted", "HandoverOffered", "HandoverAcknowledged", "CitizenGoesOn", "EndChecked"),
    ):
        assert seen[name] > 0, name
    kinds = {fact.kind for stage in hours for _, fact in facts(stage) if isinstance(fact, Reacted)}
    wanted = {ReactionKind.UNIT_NOW, ReactionKind.BY_TELEPHONE, ReactionKind.NEIGHBOURHOOD_OFFICER}
    assert wanted <= kinds
    told = {fact.given for stage in hours for _, fact in facts(stage) if isinstance(fact, FeedbackGiven)}
    assert told == {True, False}


def test_those_that_reacted_say_that_it_is_done(hours: list[Stage]) -> None:
    """Units for what they were on; the desk only for what it dealt with itself."""
    for stage in hours:
        checks = [
            (by, fact.incident, stage.board.incidents.get(fact.incident))
            for by, fact in facts(stage)
            if isinstance(fact, EndChecked)
        ]
        assert any(by not in STAFF for by, _, _ in checks)
        assert all(by in STAFF or incident is None or by in incident.involved for by, _, incident in checks)


def test_a_promise_that_the_visitor_made_is_the_visitors_to_keep() -> None:
    """Nobody settles it, and the melding stays open for it; once kept, it is closed."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    due = BEGAN + timedelta(seconds=stage.now_s + 3_000)
    command = MakePromise(
        incident=number, what=Text("Ik bel terug"), due=due, from_whom=VISITOR, to_whom=Name("melder")
    )
    stage.visitor(command)
    stage.run(LONG_S)
    incident = stage.board.incidents[number]
    assert incident.is_open
    assert incident.promises[0].is_open
    stage.visitor(KeepPromise(incident=number, promise=1))
    run_until(stage, lambda: not stage.board.incidents[number].is_open)


def test_a_promise_in_the_name_of_the_desk_is_kept_by_the_desk() -> None:
    """Whoever made it."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    due = BEGAN + timedelta(seconds=stage.now_s + 600)
    stage.visitor(
        MakePromise(incident=number, what=Text("Wij bellen"), due=due, from_whom=DESK, to_whom=Name("melder"))
    )
    run_until(stage, lambda: not stage.board.incidents[number].promises[0].is_open)


def test_what_the_visitor_agreed_stands_until_its_time() -> None:
    """An agreed delay: nobody is sent before it is over, and somebody is when it is."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    due = BEGAN + timedelta(seconds=stage.now_s + 700)
    stage.visitor(React(incident=number, kind=ReactionKind.AGREED_LATER, agreed=True, due=due))
    stage.run(690)
    assert stage.board.incidents[number].involved == ()
    run_until(stage, lambda: stage.board.incidents[number].involved != ())
    assert [one.kind for one in stage.board.incidents[number].reactions] == [
        ReactionKind.AGREED_LATER,
        ReactionKind.UNIT_NOW,
    ]


def test_what_the_visitor_deals_with_alone_is_let_alone() -> None:
    """By telephone, checked and told by the visitor: the shift only closes what is ready."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    stage.visitor(React(incident=number, kind=ReactionKind.BY_TELEPHONE, agreed=True))
    stage.run(600)
    assert stage.board.incidents[number].reactions[1:] == ()
    stage.visitor(LetCitizenGoOn(incident=number, why=Text("Kan zelf verder.")))
    stage.visitor(CheckEnd(incident=number, citizen=CitizenView.AGREES))
    stage.visitor(GiveFeedback(incident=number, text=Text("Verteld.")))
    run_until(stage, lambda: not stage.board.incidents[number].is_open)
    about = [(by, type(fact)) for by, fact in facts(stage) if number in fact.about().incidents]
    assert [by for by, kind in about if kind in (EndChecked, FeedbackGiven)] == [VISITOR, VISITOR]
    assert [by for by, kind in about if kind is UnitAssigned] == []


def test_a_unit_takes_the_contact_that_the_visitor_offers() -> None:
    """With a word, within seconds; it then tells the caller how it ended."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    unit = next(unit for unit in stage.board.units.values() if unit.incident is None)
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.visitor(OfferMelder(incident=number, to=unit.call_sign))
    stage.run(20)
    assert holder(stage.board.incidents[number]) == unit.call_sign
    assert [by for by, fact in facts(stage) if isinstance(fact, MelderTaken)] == [unit.call_sign]
    run_until(stage, lambda: not stage.board.incidents[number].is_open)
    feedback = stage.board.incidents[number].letting_go.feedback
    assert feedback is not None
    assert feedback.by == unit.call_sign


def test_a_need_that_the_visitor_states_is_met() -> None:
    """Once."""
    stage = Stage(5)
    stage.run(60)
    number = melding(stage)
    stage.visitor(StateNeed(incident=number, what=Text("Ladder"), from_whom=Name("brandweer")))
    stage.run(200)
    met = [fact for _, fact in facts(stage) if isinstance(fact, NeedMet) and fact.incident == number]
    assert len(met) == 1


def test_what_the_visitor_wrote_down_of_a_caller_is_not_written_over() -> None:
    """Of the intake's own meldingen too: the visitor was first."""
    stage = Stage(5)
    known = Melder(name=Name("dhr. Vaart"))
    seen: set[int] = set()
    for _ in range(600):
        stage.run(1)
        for number in set(stage.board.incidents) - seen:
            seen.add(number)
            said = DescribeIntake(incident=number, melder=known, expects=Text("Rust"))
            stage.visitor(said)
    written = [fact for by, fact in facts(stage) if by == INTAKE and isinstance(fact, IntakeDescribed)]
    assert len(seen) > 3
    assert [fact for fact in written if fact.melder is not None or fact.expects is not None] == []
    assert any(fact.source is not None for fact in written)


def test_the_manners_are_refused_when_a_list_is_empty_or_no_pair() -> None:
    """Whoever edits the file hears which list."""
    manners = read_manners()
    with pytest.raises(ValueError, match="names"):
        evolve(manners, names=())
    with pytest.raises(ValueError, match="needs"):
        evolve(manners, needs=(("alleen wat",),))
