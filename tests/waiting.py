"""Waiting for something to become true, with an end to the patience: no test sleeps blindly."""

import asyncio
from collections.abc import Callable
from time import monotonic

PATIENCE_S = 30.0
"""Far beyond what anything here takes, also on a machine that does other things."""

STEP_S = 0.005


async def until(condition: Callable[[], object], what: str = "", *, patience_s: float = PATIENCE_S) -> None:
    """Returns once the condition holds. Raises AssertionError, naming `what`, when patience ends."""
    end_s = monotonic() + patience_s
    while not condition():
        if monotonic() > end_s:
            raise AssertionError(f"waited {patience_s} s in vain {what}")
        await asyncio.sleep(STEP_S)
