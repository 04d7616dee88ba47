"""Letting go with care: step by step what the guard misses, and the closing when nothing is."""

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.promises import React
from protocol.facts.fact import Fact
from protocol.facts.incidents import PhaseEntered
from protocol.facts.letting_go import CitizenGoesOn, EndChecked, FeedbackGiven, HandoverOffered
from protocol.facts.promises import Reacted
from protocol.facts.units import UnitAssigned
from protocol.model.letting_go import CitizenView
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from server.exercise.call.farewell import farewell
from server.exercise.setting.setting import DESK, INTAKE
from server.exercise.shift import make_setting
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
ENDS = PhaseEntered(incident=1, phase=Phase.MERGE_OUT)
REACTED = Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True)
ALONE = CitizenGoesOn(incident=1, why=Text("buren helpen"))
CHECKED = EndChecked(incident=1, citizen=CitizenView.AGREES)
TOLD = FeedbackGiven(incident=1, text=Text("opgelost"))


def _wished(*facts: Fact, by: Name = INTAKE) -> list[Command]:
    return [want.command for want in farewell(told(OPENED, *facts, by=by).incidents[1], SETTING)]


def test_it_says_what_is_missing_and_closes_only_when_nothing_is() -> None:
    """One after the other, as one would say it."""
    reacts, taken = _wished(ENDS)
    assert isinstance(reacts, React)
    assert isinstance(taken, HandOver | LetCitizenGoOn)
    offered = HandoverOffered(incident=1, taker=Name("wijkteam"), packet=Text("alles"))
    assert AcknowledgeHandover(incident=1) in _wished(ENDS, REACTED, offered)
    assert [type(each) for each in _wished(ENDS, REACTED, ALONE)] == [CheckEnd]
    assert [type(each) for each in _wished(ENDS, REACTED, ALONE, CHECKED)] == [GiveFeedback]
    assert [type(each) for each in _wished(ENDS, REACTED, ALONE, CHECKED, TOLD)] == [CloseIncident]


def test_nothing_ends_while_a_unit_is_on_it_or_it_has_just_begun() -> None:
    """Only what merges out, or what the shift dealt with otherwise."""
    assert _wished() == []
    assert _wished(SIGNED_ON, UnitAssigned(incident=1, unit=1), ENDS) == []
    assert _wished(REACTED, by=VISITOR) == []
    assert _wished(REACTED) != []


def test_at_the_visitor_s_own_it_waits_longer() -> None:
    """There the visitor may like to do it alone."""
    own = told(OPENED, ENDS, by=DESK).incidents[1]
    waits = [next(farewell(evolve(own, opened_by=name), SETTING)).wait_s[0] for name in (DESK, VISITOR)]
    assert waits[0] < waits[1]
