"""Why the board is ordered as it is: a person's words as they are, the server's numbers in words."""

import pytest

from console.board.order_reason import order_why
from console.texts.texts import Texts
from protocol.model.order import Order
from protocol.model.terms import Terms
from protocol.model.text import TAKEN_BACK
from protocol.rules.stacking import Stack
from server.room.keeper import reason

NL = Texts("nl", strict=True)


@pytest.mark.parametrize("order", list(Order))
def test_the_keepers_numbers_become_a_sentence(order: Order) -> None:
    """What the server writes is what the console reads."""
    words = order_why(reason(Stack(waiting=5, available=2), order, Terms()), NL)
    assert words == NL.say("order-why-stack", waiting=5, available=2)
    assert "5" in words
    assert "=" not in words


def test_a_persons_reason_is_shown_as_given() -> None:
    """Also when it looks a little like numbers; what could harm the terminal is made visible."""
    assert order_why("storm op komst", NL) == "storm op komst"
    assert order_why("waiting=veel", NL) == "waiting=veel"
    assert "\x1b" not in order_why("\x1b[2J", NL)


def test_a_switch_that_was_taken_back_says_so() -> None:
    """Where there was no reason before it."""
    assert order_why(TAKEN_BACK, Texts("en")) == "the switch was taken back"
