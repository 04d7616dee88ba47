"""The five levels of urgency."""

import pytest

from protocol.model.priority import Priority


@pytest.mark.law
def test_the_most_urgent_comes_first() -> None:
    """Sorting by it is enough for a board; there is nothing above 1 nor below 5."""
    assert sorted(Priority, reverse=True)[-1] is Priority.P1
    assert [int(priority) for priority in Priority] == [1, 2, 3, 4, 5]
    for outside in (0, 6):
        with pytest.raises(ValueError, match=str(outside)):
            Priority(outside)
