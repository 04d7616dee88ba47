"""What stands over the panels."""

import pytest

from console.plan.head_rows import OVER, head_rows, rows_of


@pytest.mark.parametrize("height", [3, 12, 20, 24, 40])
@pytest.mark.parametrize("emergency", [0, 1, 5, 40])
@pytest.mark.parametrize("alarm", [False, True])
def test_both_together_take_at_most_a_third(height: int, emergency: int, alarm: bool) -> None:
    """The banner first; the row of what asks gives way to it where there is no room for both."""
    head = head_rows(60, height, alarm=alarm, emergency=emergency)
    assert rows_of(head) <= max(1, height // 3)
    assert ("emergency" in head) == bool(emergency)
    assert set(head) <= set(OVER)
    if alarm and emergency < height // 3:
        assert head["alarm"].y == emergency
