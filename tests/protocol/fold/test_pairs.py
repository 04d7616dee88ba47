"""What facts about split pairs and emergencies do to the board."""

from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)
from protocol.model.entry import EntryKind
from protocol.model.text import Name, Text
from protocol.model.unit import PAIR_WORDS_KEPT
from tests.protocol.make import ANNA, BEN, OPENED, SIGNED_ON, besides, minute, then, told

SPLIT = PairSplit(unit=1, other=2, call_sign=Name("12.03B"))
SPOKE = PairSpoken(unit=1, text=Text("achterom"))
NEAR = evolve(SIGNED_ON, unit=3, call_sign=Name("12.04"))
RAISED = EmergencyRaised(unit=1, incident=1, nearby=(3,))


def test_two_halves_of_one_colleague_each_come_together_again() -> None:
    """The other half has what the first has, and leaves the board at the end."""
    board = told(SIGNED_ON, SPLIT)
    first, other = board.units[1], board.units[2]
    assert (first.crew, first.pair, other.crew, other.pair, board.last_unit) == (1, 2, 1, 1, 2)
    assert (other.means, other.skills, other.team) == (first.means, first.skills, first.team)
    together = then(then(board, SPOKE), PairJoined(unit=1))
    assert dict(together.units) == dict(told(SIGNED_ON).units)


def test_both_halves_have_the_words_of_their_line() -> None:
    """The newest of them; a call for strength stands there as a card."""
    board = told(SIGNED_ON, SPLIT, SPOKE, StrengthenAsked(unit=2))
    assert [(each.id, each.by, each.kind) for each in board.units[1].pair_words] == [
        (1, "12.03", EntryKind.SPOKEN),
        (2, "12.03B", EntryKind.CARD),
    ]
    assert board.units[1].pair_words == board.units[2].pair_words
    many = told(SIGNED_ON, SPLIT, *[SPOKE] * (PAIR_WORDS_KEPT + 5))
    assert [each.id for each in many.units[2].pair_words] == list(range(6, PAIR_WORDS_KEPT + 6))


def test_in_an_emergency_everybody_nearby_is_on_the_line() -> None:
    """With the unit itself, since that moment; it stands until it is ended."""
    board = told(SIGNED_ON, NEAR, OPENED, RAISED)
    emergency = board.emergencies[1]
    assert (emergency.call_sign, emergency.incident, emergency.at) == ("12.03", 1, minute(4))
    assert [each.name for each in board.incidents[1].members] == ["12.03", "12.04"]
    ended = then(board, EmergencyEnded(unit=1, why=Text("loos")))
    assert dict(ended.emergencies) == {}
    assert ended.incidents[1] == board.incidents[1]


def test_answers_stand_by_name_in_their_order_and_once() -> None:
    """Whoever answers twice stands there once."""
    answered = EmergencyAnswered(unit=1)
    board = then(then(told(SIGNED_ON, OPENED, RAISED, answered), answered, by=BEN), answered)
    assert board.emergencies[1].answered_by == (ANNA, BEN)


def test_facts_about_units_that_are_not_here_leave_the_board_as_it_is() -> None:
    """Save that a split has given out a number."""
    facts: tuple[Fact, ...] = (
        *(SPOKE, StrengthenAsked(unit=1), PairJoined(unit=1), RAISED),
        *(EmergencyAnswered(unit=1), EmergencyEnded(unit=1, why=Text("loos"))),
    )
    for fact in facts:
        assert besides(then(told(), fact)) == besides(told())
    assert besides(then(told(), SPLIT)) == evolve(besides(told()), last_unit=2)
