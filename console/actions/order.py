"""What a person can do with the order of the board (A4, A6)."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, Arg, ArgKind
from protocol.commands.command import Command
from protocol.commands.order import SwitchOrder
from protocol.model.board import Board


def _order(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return (SwitchOrder(order=values["order"], why=values["reason"]),)


ACTIONS = (
    Action(
        id="order",
        verb="volgorde",
        english="order",
        args=(
            Arg(kind=ArgKind.ORDER, name="order"),
            Arg(kind=ArgKind.TEXT, name="reason", most_chars=200),
        ),
        build=_order,
        command_type=SwitchOrder,
    ),
)
