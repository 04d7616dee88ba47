"""The pulse: what the hub does by the clock, and not because something happened.

Positions, silences, and what waits for room on a link, once every tick. Keeps nothing and decides nothing.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

from protocol.model.board import Board
from protocol.model.moment import to_ms
from server.hub.hub import Hub


async def pulse(
    hub: Hub, board: Callable[[], Board], clock: Callable[[], datetime], *, interval_s: float
) -> None:
    """Ticks until cancelled; `clock` is the wall clock, by which positions are dated."""
    while True:
        await asyncio.sleep(interval_s)
        hub.forget_units(board().units)
        hub.tick(to_ms(clock()))
