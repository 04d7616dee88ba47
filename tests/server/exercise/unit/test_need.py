"""Once in a long while a colleague of the shift is in need."""

from itertools import pairwise

from protocol.facts.pairs import EmergencyAnswered, EmergencyEnded, EmergencyRaised
from server.exercise.setting.setting import LEADER
from server.exercise.unit.need import BETWEEN_S, FIRST_S
from tests.server.exercise.rig import BEGAN, WARM_S, Stage, facts


def test_a_colleague_in_need_is_rare_and_never_alone(hour: Stage) -> None:
    """Not while it warms up, and seldom after; answered by name, helped, and ended."""
    raised = [
        (change.at - BEGAN).total_seconds()
        for change in hour.history
        for fact in change.facts
        if isinstance(fact, EmergencyRaised)
    ]
    assert raised
    assert raised[0] >= WARM_S + FIRST_S[0]
    assert all(after - before >= BETWEEN_S[0] for before, after in pairwise(raised))
    assert [LEADER] * len(raised) == [by for by, _ in facts(hour, EmergencyAnswered)]
    assert len(facts(hour, EmergencyEnded)) == len(raised)
