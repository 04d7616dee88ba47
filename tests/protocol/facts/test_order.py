"""The fact about the order of the board says what its wish said."""

from typing import Any

import attrs
import pytest

from protocol.commands.order import SwitchOrder
from protocol.facts.order import OrderSwitched
from protocol.model.board import Board
from protocol.model.order import Order
from protocol.model.text import Text

SWITCHED = OrderSwitched(order=Order.PRIORITY, why=Text("het stapelt"))


def test_it_says_all_that_its_wish_said() -> None:
    """The reason too: every screen shows why."""
    assert [each.name for each in attrs.fields(SwitchOrder)] == [
        each.name for each in attrs.fields(OrderSwitched)
    ]


@pytest.mark.parametrize(("name", "value"), [("order", 2), ("why", ""), ("why", "x" * 201)])
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(SWITCHED, **{name: value})


def test_it_touches_no_incident() -> None:
    """Only the order in which they are shown."""
    assert SWITCHED.about_on(Board()).incidents == ()
