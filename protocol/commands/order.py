"""Wishes about the order of the board."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.order import Order
from protocol.model.text import Text, storable


@frozen(kw_only=True)
class SwitchOrder(Command, tag=46):
    """Order the board by arrival or by priority, saying why (A4, A6)."""

    order: Order = field(validator=instance_of(Order))
    why: Text = field(validator=storable(200))
