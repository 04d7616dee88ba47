"""Decisions about the order of the board: switched with a reason, by a person or by the server's keeper."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.order import SwitchOrder
from protocol.facts.fact import Fact
from protocol.facts.order import OrderSwitched
from protocol.model.board import Board
from server.decide.actor import Actor


def switch(board: Board, command: SwitchOrder, _actor: Actor) -> tuple[Fact, ...]:
    """The same order again is no change (A4, A6)."""
    if command.order is board.order:
        return ()
    return (OrderSwitched(order=command.order, why=command.why),)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {SwitchOrder: switch}
