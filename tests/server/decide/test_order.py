"""Who may turn the order of the board, and when that changes nothing."""

from protocol.commands.order import SwitchOrder
from protocol.errors import Reason
from protocol.facts.order import OrderSwitched
from protocol.model.order import Order
from protocol.model.text import Text
from server.decide import decide
from tests.protocol.make import told
from tests.server.decide.make import ANNA, BEN, UNIT_1203, refused

TURN = SwitchOrder(order=Order.PRIORITY, why=Text("vier wachten, een vrij"))
TURNED = OrderSwitched(order=Order.PRIORITY, why=Text("vier wachten, een vrij"))


def test_a_person_in_the_room_turns_the_board_and_says_why() -> None:
    """A4, A6: and turns it back."""
    assert decide(told(), TURN, ANNA) == (TURNED,)
    back = SwitchOrder(order=Order.ARRIVAL, why=Text("rustig"))
    assert decide(told(TURNED), back, BEN) == (OrderSwitched(order=Order.ARRIVAL, why=Text("rustig")),)


def test_the_order_that_it_has_is_no_change() -> None:
    """Whatever the reason."""
    assert refused(told(TURNED), TURN) == (Reason.NO_CHANGE, {})
    assert refused(told(), SwitchOrder(order=Order.ARRIVAL, why=Text("rustig"))) == (Reason.NO_CHANGE, {})


def test_a_unit_does_not_turn_the_rooms_board() -> None:
    """A6: it belongs to who answers for the whole of it."""
    assert refused(told(), TURN, UNIT_1203) == (
        Reason.NOT_ALLOWED,
        {"asked_command": "SwitchOrder", "own_role": "unit"},
    )
