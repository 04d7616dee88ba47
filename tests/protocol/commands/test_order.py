"""The wish about the order of the board is valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.about import About
from protocol.commands.order import SwitchOrder
from protocol.model.order import Order
from protocol.model.text import Text

SWITCH = SwitchOrder(order=Order.PRIORITY, why=Text("het stapelt"))


@pytest.mark.parametrize(
    ("name", "value"), [("order", 2), ("order", "priority"), ("why", ""), ("why", "x" * 201)]
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Nobody lets the waiting wait longer without saying why (A6)."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(SWITCH, **{name: value})


def test_it_is_about_no_incident_and_no_unit() -> None:
    """It is about the board, which everybody reads."""
    assert SWITCH.about() == About()
