"""A second without any key: only then the key of the bell is meant as an answer.

Owned by the desk's parts, told of every key and paste. Somebody whose hands were typing meant something
else.
"""

from datetime import datetime, timedelta

STILL_FOR = timedelta(seconds=1)


class Stillness:
    """When the last two keys were."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._was_still = True

    def pressed(self, now: datetime) -> None:
        """A key, or a paste; by the clock of this console."""
        self._was_still = self._last is None or now - self._last >= STILL_FOR
        self._last = now

    @property
    def was_still(self) -> bool:
        """True when no key came for STILL_FOR before the one that is being pressed."""
        return self._was_still
