"""Keeps Python's garbage collector away from the moments in which somebody types.

A full collection of a large board takes some 40 ms. Values of the model hold no cycles, so there is seldom
anything to find: the collector is asked for while nobody has pressed a key for a while.
"""

import gc
from collections.abc import Callable

CALM_S = 5.0
"""Without a key for this long nobody waits for the screen."""

EVERY_S = 60.0
_RARELY = (20_000, 50, 1_000)
"""Young objects still go soon; the whole heap only after fifty million new ones without a calm moment."""


class Tidy:
    """Decides when to collect. Times are monotonic seconds."""

    def __init__(self, now_s: float, collect: Callable[[], object] = gc.collect) -> None:
        self._collect = collect
        self._key_at_s = now_s
        self._tidied_at_s = now_s

    def key(self, now_s: float) -> None:
        """Somebody is there."""
        self._key_at_s = now_s

    def second(self, now_s: float) -> bool:
        """Call about once a second. True when it collected."""
        if now_s - self._key_at_s < CALM_S or now_s - self._tidied_at_s < EVERY_S:
            return False
        self._tidied_at_s = now_s
        self._collect()
        return True


def begin() -> None:
    """Called once, by the program: what it consists of is never looked at again, and the rest seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARELY)
