"""Split pairs (A92) and the emergency button: who may, what follows, and why not."""

from attrs import evolve

from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.commands.units import SignOffUnit
from protocol.errors import Reason
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)
from protocol.facts.promises import Reacted
from protocol.facts.units import UnitAssigned
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from server.decide import decide, number_given
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, then, told
from tests.server.decide.make import ANNA, UNIT_1203, refused

OTHER = Name("12.03B")
SPLIT = PairSplit(unit=1, other=2, call_sign=OTHER)
RAISED = EmergencyRaised(unit=1, incident=1)
STRANGER = evolve(UNIT_1203, name=Name("12.09"))


def test_a_pair_goes_apart_once() -> None:
    """The other half gets an id and a call sign that nobody has; one alone cannot."""
    wish = SplitPair(unit=1, call_sign=OTHER)
    facts = decide(told(SIGNED_ON), wish, UNIT_1203)
    assert (facts, number_given(facts)) == ((SPLIT,), 2)
    not_a_pair = (Reason.NOT_A_PAIR, {"unit": "12.03"})
    assert refused(told(SIGNED_ON, SPLIT), wish) == not_a_pair
    assert refused(told(evolve(SIGNED_ON, crew=1)), wish) == not_a_pair
    taken = SplitPair(unit=1, call_sign=Name("12.03"))
    assert refused(told(SIGNED_ON), taken) == (Reason.UNIT_ON_DUTY, {"unit": "12.03"})
    assert refused(told(SIGNED_ON), wish, STRANGER)[0] is Reason.NOT_YOUR_UNIT


def test_the_halves_speak_and_come_together() -> None:
    """The line is always open; whoever is no half of a pair has none."""
    board = told(SIGNED_ON, SPLIT)
    speak = SpeakToPair(unit=1, text=Text("achterom"))
    assert decide(board, speak, UNIT_1203) == (PairSpoken(unit=1, text=Text("achterom")),)
    assert decide(board, JoinPair(unit=1), UNIT_1203) == (PairJoined(unit=1),)
    for wish in (speak, JoinPair(unit=1), Strengthen(unit=1)):
        assert refused(told(SIGNED_ON), wish) == (Reason.NOT_A_PAIR, {"unit": "12.03"})


def test_strengthen_brings_the_other_half_to_what_this_one_is_on() -> None:
    """One key; without an incident it is a call and no more."""
    board = told(OPENED, SIGNED_ON, SPLIT)
    assert decide(board, Strengthen(unit=1), UNIT_1203) == (StrengthenAsked(unit=1),)
    on_it = then(board, UnitAssigned(incident=1, unit=1))
    facts = decide(on_it, Strengthen(unit=1), UNIT_1203)
    assert facts[:2] == (StrengthenAsked(unit=1), UnitAssigned(incident=1, unit=2))
    both = then(on_it, UnitAssigned(incident=1, unit=2))
    assert decide(both, Strengthen(unit=1), UNIT_1203) == (StrengthenAsked(unit=1),)


def test_a_half_with_a_melding_is_not_joined_away() -> None:
    """It lets go first."""
    board = told(OPENED, SIGNED_ON, SPLIT, UnitAssigned(incident=1, unit=2))
    assert refused(board, JoinPair(unit=1)) == (
        Reason.UNIT_HAS_INCIDENT,
        {"unit": "12.03B", "incident": 1},
    )


def test_an_emergency_is_a_new_incident_of_the_first_priority() -> None:
    """With those nearby, each once, and without who is not on duty."""
    board = told(SIGNED_ON, evolve(SIGNED_ON, unit=2, call_sign=Name("12.04")))
    wish = RaiseEmergency(unit=1, point=BLAAK.point, nearby=(2, 1, 2, 9))
    opened, reacted, raised = decide(board, wish, UNIT_1203)
    assert isinstance(opened, IncidentOpened)
    assert (opened.incident, opened.priority, opened.place.point) == (1, Priority.P1, BLAAK.point)
    assert isinstance(reacted, Reacted)
    assert raised == EmergencyRaised(unit=1, incident=1, point=BLAAK.point, nearby=(2,))


def test_an_emergency_is_refused_only_when_it_stands_already() -> None:
    """To its own unit and to the room; another unit presses its own button."""
    assert len(decide(told(SIGNED_ON), RaiseEmergency(unit=1), ANNA)) == 3
    board = told(OPENED, SIGNED_ON, RAISED)
    assert refused(board, RaiseEmergency(unit=1)) == (Reason.EMERGENCY_ON, {"unit": "12.03"})
    assert refused(told(SIGNED_ON), RaiseEmergency(unit=1), STRANGER)[0] is Reason.NOT_YOUR_UNIT


def test_an_emergency_is_answered_by_name_and_ended_with_a_reason() -> None:
    """Each answers once; without one there is nothing to answer or to end."""
    board = told(OPENED, SIGNED_ON, RAISED)
    answer, end = AnswerEmergency(unit=1), EndEmergency(unit=1, why=Text("loos"))
    assert decide(board, answer, ANNA) == (EmergencyAnswered(unit=1),)
    answered = then(board, EmergencyAnswered(unit=1), by=ANNA.name)
    assert refused(answered, answer, ANNA) == (Reason.NO_CHANGE, {})
    assert decide(answered, end, ANNA) == (EmergencyEnded(unit=1, why=Text("loos")),)
    for wish in (answer, end):
        assert refused(told(SIGNED_ON), wish) == (Reason.NO_EMERGENCY, {"unit": 1})


def test_whoever_is_looked_for_does_not_leave_the_board() -> None:
    """Not by signing off, and not by coming together while the other half is in need."""
    in_need = told(SIGNED_ON, OPENED, RAISED)
    assert refused(in_need, SignOffUnit(unit=1), UNIT_1203) == (Reason.EMERGENCY_ON, {"unit": "12.03"})
    halves = told(SIGNED_ON, SPLIT, OPENED, EmergencyRaised(unit=2, incident=1))
    assert refused(halves, JoinPair(unit=1)) == (Reason.EMERGENCY_ON, {"unit": "12.03B"})
