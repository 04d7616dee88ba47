"""Facts of pairs and emergencies say what their wishes said, and what the server gave out."""

import attrs

from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)


def _names(kind: type) -> set[str]:
    return {each.name for each in attrs.fields(kind)}


def test_a_split_and_an_emergency_say_the_number_that_they_were_given() -> None:
    """The other half's unit id, the incident of the emergency."""
    assert _names(PairSplit) - _names(SplitPair) == {"other"}
    assert _names(EmergencyRaised) - _names(RaiseEmergency) == {"incident"}


def test_nothing_of_a_wish_is_lost() -> None:
    """Words, reasons, places and who is near."""
    for wish, fact in (
        (SplitPair, PairSplit),
        (SpeakToPair, PairSpoken),
        (Strengthen, StrengthenAsked),
        (JoinPair, PairJoined),
        (RaiseEmergency, EmergencyRaised),
        (AnswerEmergency, EmergencyAnswered),
        (EndEmergency, EmergencyEnded),
    ):
        assert _names(wish) <= _names(fact)
