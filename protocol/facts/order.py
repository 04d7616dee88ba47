"""What happened to the order of the board."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.facts.fact import Fact
from protocol.model.order import Order
from protocol.model.text import Text, storable


@frozen(kw_only=True)
class OrderSwitched(Fact, tag=47):
    """The board is ordered otherwise since now, for this reason (A4, A6)."""

    order: Order = field(validator=instance_of(Order))
    why: Text = field(validator=storable(200))
