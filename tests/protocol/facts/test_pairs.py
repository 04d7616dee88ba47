"""Facts of pairs and emergencies say what their wishes said, and what the server gave out."""

import attrs

from protocol import commands, facts


def _names(kind: type) -> set[str]:
    return {each.name for each in attrs.fields(kind)}


def test_a_split_and_an_emergency_say_the_number_that_they_were_given() -> None:
    """The other half's unit id, the incident of the emergency."""
    assert _names(facts.PairSplit) - _names(commands.SplitPair) == {"other"}
    assert _names(facts.EmergencyRaised) - _names(commands.RaiseEmergency) == {"incident"}


def test_nothing_of_a_wish_is_lost() -> None:
    """Words, reasons, places and who is near."""
    for wish, fact in (
        (commands.SplitPair, facts.PairSplit),
        (commands.SpeakToPair, facts.PairSpoken),
        (commands.Strengthen, facts.StrengthenAsked),
        (commands.JoinPair, facts.PairJoined),
        (commands.RaiseEmergency, facts.EmergencyRaised),
        (commands.AnswerEmergency, facts.EmergencyAnswered),
        (commands.EndEmergency, facts.EmergencyEnded),
    ):
        assert _names(wish) <= _names(fact)
