"""What facts about the order of the board do to the board."""

from attrs import evolve

from protocol.facts.order import OrderSwitched
from protocol.model.board import BEGINNING, NOBODY, UNSAID
from protocol.model.order import Order
from protocol.model.text import Text
from tests.protocol.make import ANNA, BEN, OPENED, besides, minute, then, told

STACKED = OrderSwitched(order=Order.PRIORITY, why=Text("vier wachten, een vrij"))


def test_a_board_begins_in_order_of_arrival() -> None:
    """A4: nobody switched it."""
    board = told(OPENED)
    assert (board.order, board.order_since, board.order_by, board.order_why) == (
        *(Order.ARRIVAL, BEGINNING),
        *(NOBODY, UNSAID),
    )


def test_a_switched_board_says_since_when_by_whom_and_why() -> None:
    """A4, A6: and nothing else changes."""
    before = told(OPENED)
    expected = evolve(
        before, order=Order.PRIORITY, order_since=minute(2), order_by=BEN, order_why=STACKED.why
    )
    assert besides(expected) == besides(then(before, STACKED, by=BEN))


def test_the_newest_switch_counts() -> None:
    """Also back to where it was."""
    board = told(STACKED, OrderSwitched(order=Order.ARRIVAL, why=Text("rustig")))
    assert (board.order, board.order_since, board.order_by, board.order_why) == (
        *(Order.ARRIVAL, minute(2)),
        *(ANNA, Text("rustig")),
    )
