"""The bell kept quiet: for a while only, and never through a priority 1 or the emergency of a colleague.

Owned by the alarms. Whoever wanted quiet reads in the status line how long it still lasts.
"""

from datetime import datetime, timedelta

LASTS = timedelta(minutes=10)


class Hush:
    """Whether somebody wants quiet, and until when."""

    def __init__(self) -> None:
        self._until: datetime | None = None

    def toggle(self, now: datetime) -> bool:
        """Quiet for LASTS, or not any more. Whether it is quiet now."""
        self._until = None if self.is_on(now) else now + LASTS
        return self._until is not None

    def end(self) -> None:
        """The bell is on again."""
        self._until = None

    def is_on(self, now: datetime) -> bool:
        """True while it is quiet."""
        return self._until is not None and now < self._until

    def left_s(self, now: datetime) -> int:
        """Whole seconds until the bell comes back; 0 while it is on."""
        return max(0, int((self._until - now).total_seconds())) if self._until is not None else 0
