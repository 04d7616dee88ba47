"""Which choice still asks for a reason (B6)."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.choice import Choice, ChoiceReason
from protocol.model.text import Name
from protocol.rules.choice import asks_reason, unexplained
from tests.protocol.rules.make import melding

NEAREST = Choice(unit=Name("12.03"), travel_s=60, nearest_s=60)
PASSED = evolve(NEAREST, nearest=Name("M7"), nearest_s=20)
EXPLAINED = evolve(PASSED, reason=ChoiceReason.ASKED)


@pytest.mark.parametrize(
    ("choices", "at"),
    [
        ((), None),
        ((NEAREST,), None),
        ((PASSED,), 0),
        ((EXPLAINED,), None),
        ((PASSED, NEAREST), 0),
        ((PASSED, EXPLAINED), 0),
        ((PASSED, PASSED), 1),
        ((EXPLAINED, PASSED, NEAREST, EXPLAINED), 1),
    ],
)
def test_the_newest_that_passed_somebody_over_without_a_word_asks(
    choices: tuple[Choice, ...], at: int | None
) -> None:
    """Not the one that took the nearest, nor one that was explained."""
    assert unexplained(evolve(melding(), choices=choices)) == at


@given(st.lists(st.sampled_from([NEAREST, PASSED, EXPLAINED])).map(tuple))
def test_explaining_one_after_the_other_comes_to_an_end(choices: tuple[Choice, ...]) -> None:
    """Newest first, each once, and then none asks any more."""
    incident, asked = evolve(melding(), choices=choices), []
    while (at := unexplained(incident)) is not None:
        asked.append(at)
        explained = evolve(incident.choices[at], reason=ChoiceReason.OTHER)
        incident = evolve(incident, choices=(*incident.choices[:at], explained, *incident.choices[at + 1 :]))
    assert asked == [at for at in reversed(range(len(choices))) if choices[at] == PASSED]
    assert not any(asks_reason(incident, at) for at in range(len(choices)))
