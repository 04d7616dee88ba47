"""The keeper: switches the board's order by itself when meldingen stack, and back when they do not (A4).

Rung after every change; looks at the newest board and asks the room for the switch in the server's own name,
with the two numbers as the reason. A person may switch as well (A6): then the keeper leaves it so until the
stack crosses a threshold again.
"""

import asyncio
import logging

from protocol.commands.order import SwitchOrder
from protocol.errors import Refused
from protocol.model.board import NOBODY, Board
from protocol.model.order import Order
from protocol.model.terms import Terms
from protocol.model.text import Text
from protocol.rules.stacking import Stack, order_for, stack_of
from server.journal.errors import JournalError
from server.room.room import SERVER, Room

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.25
"""At most so often: a look counts every incident and unit."""

RETRY_S = 5.0
"""After the journal refused."""


def advised(board: Board, before: Order, terms: Terms) -> Order:
    """The order that the rule gives now, when it gave `before` the last time (A4)."""
    return order_for(stack_of(board), before, turn_at=terms.turn_at, turn_back_at=terms.turn_back_at)


def first_advice(board: Board, terms: Terms) -> Order:
    """What counts as the last advice at a start: what a person chose stands until the next crossing (A6)."""
    if board.order_by in (SERVER.name, NOBODY):
        return board.order
    return advised(board, board.order, terms)


def reason(stack: Stack, order: Order, terms: Terms) -> Text:
    """Why, in numbers that every console says in its own language: `waiting=5 available=2 turn_at=3`."""
    threshold = (
        f"turn_at={terms.turn_at}" if order is Order.PRIORITY else f"turn_back_at={terms.turn_back_at}"
    )
    return Text(f"waiting={stack.waiting} available={stack.available} {threshold}")


class Keeper:
    """Made at the start of a server; `keep` is its work."""

    def __init__(self, room: Room, terms: Terms) -> None:
        self._room = room
        self._terms = terms
        self._advice = first_advice(room.board, terms)
        self._bell = asyncio.Event()

    def ring(self) -> None:
        """The board changed. Costs the caller nothing."""
        self._bell.set()

    async def keep(self) -> None:
        """Switches whenever the rule says so, until cancelled. It may be called again after it failed."""
        self._bell.set()
        while True:
            await self._bell.wait()
            self._bell.clear()
            try:
                await self.look()
            except (Refused, JournalError) as error:
                log.warning("the order of the board could not be switched: %s", error)
                self._bell.set()
                await asyncio.sleep(RETRY_S)
            else:
                await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """One look at the board, and the switch that follows. Raises Refused, JournalError."""
        board = self._room.board
        order = advised(board, self._advice, self._terms)
        if order is self._advice:
            return
        if order is not board.order:
            why = reason(stack_of(board), order, self._terms)
            await self._room.do_own(SwitchOrder(order=order, why=why))
        self._advice = order
