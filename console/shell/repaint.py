"""When what is out of date is painted: at once for a key, else MOST_A_SECOND times at most.

Driven by the screen, which paints. Knows parts by their names and nothing of what they show.
"""

from collections.abc import Callable, Iterable
from time import monotonic

MOST_A_SECOND = 10


class Repaint:
    """Which parts are out of date, and when they were painted last."""

    def __init__(
        self, paint: Callable[[set[str]], object], *, later: Callable[[float, Callable[[], None]], object]
    ) -> None:
        """`paint` shows these parts as they are now; `later` calls something after so many seconds."""
        self._paint = paint
        self._later = later
        self._stale: set[str] = set()
        self._is_pending = False
        self._painted_at_s = 0.0

    def now(self, parts: Iterable[str]) -> None:
        """These parts, without waiting."""
        shown = set(parts)
        self._painted_at_s = monotonic()
        self._stale -= shown
        self._paint(shown)

    def soon(self, parts: Iterable[str]) -> None:
        """These parts are out of date: painted when the last picture is old enough."""
        self._stale |= set(parts)
        if self._is_pending:
            return
        wait_s = self._painted_at_s + 1 / MOST_A_SECOND - monotonic()
        if wait_s <= 0:
            self.now(self._stale)
        else:
            self._is_pending = True
            self._later(wait_s, self._waited)

    def _waited(self) -> None:
        self._is_pending = False
        self.now(self._stale)
