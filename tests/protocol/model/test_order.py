"""The two orders of the board."""

import pytest

from protocol.model.order import Order


@pytest.mark.law
def test_a_board_is_ordered_as_they_came_unless_they_stack() -> None:
    """The first is the ordinary one (A4); journals hold the numbers, people type the words."""
    assert [(order.key, int(order)) for order in Order] == [("arrival", 1), ("priority", 2)]
