"""Side work: what runs beside the room for as long as the server does, and may fail without ending it.

The pulse, the archive, keepers. Each part runs in the server's task group inside `kept`: a fault is
contained, and the part begins anew after a pause that grows while it keeps failing. It decides nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from server.faults.faults import Faults, Part

FIRST_PAUSE_S = 0.25
"""Short: consoles wait for the pulse."""

LONGEST_PAUSE_S = 10.0

SOUND_AFTER_S = 60.0
"""Who has worked for so long begins with the first pause again."""


async def kept(part: Part, work: Callable[[], Awaitable[None]], faults: Faults) -> None:
    """Does `work`, anew after each fault; ends when the work is done, or cancelled."""
    pause_s = FIRST_PAUSE_S
    while True:
        began_s = monotonic()
        with faults.contained(part):
            await work()
            return
        if monotonic() - began_s >= SOUND_AFTER_S:
            pause_s = FIRST_PAUSE_S
        await asyncio.sleep(pause_s)
        pause_s = min(LONGEST_PAUSE_S, pause_s * 2)
