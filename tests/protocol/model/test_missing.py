"""What can be missing at the end: each is one thing to do, under a word of its own."""

import pytest

from protocol.model.missing import Missing


@pytest.mark.law
def test_each_has_a_sentence_of_its_own_and_keeps_its_number() -> None:
    """Journals hold the numbers: what an emergency passed over is read years later."""
    assert {missing.key: int(missing) for missing in Missing} == {
        "reaction": 1,
        "taker": 2,
        "acknowledgement": 3,
        "referral": 4,
        "promise": 5,
        "check": 6,
        "feedback": 7,
        "what": 8,
        "place": 9,
    }
