"""By what means a unit moves."""

import pytest

from protocol.model.means import Means


@pytest.mark.law
def test_each_has_a_word_that_can_be_typed_and_keeps_its_number() -> None:
    """On foot is a means; journals hold the numbers."""
    assert {means.key: int(means) for means in Means} == {"car": 1, "motorcycle": 2, "bicycle": 3, "foot": 4}
