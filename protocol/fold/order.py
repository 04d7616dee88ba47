"""What facts about the board's order do to the board. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.order import OrderSwitched
from protocol.model.board import Board


def switched(board: Board, fact: OrderSwitched, change: Change) -> Board:
    """The board says since when, by whom and why it is ordered so (A4)."""
    return evolve(board, order=fact.order, order_since=change.at, order_by=change.by, order_why=fact.why)


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {OrderSwitched: switched}
