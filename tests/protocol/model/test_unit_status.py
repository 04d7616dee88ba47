"""What a unit is doing, in words that can be typed."""

import pytest

from protocol.model.unit_status import UnitStatus


@pytest.mark.law
def test_each_has_a_word_that_can_be_typed_and_keeps_its_number() -> None:
    """Journals hold the numbers, people type the words."""
    assert {status.key: int(status) for status in UnitStatus} == {
        "available": 1,
        "assigned": 2,
        "en-route": 3,
        "on-scene": 4,
        "unavailable": 5,
    }
