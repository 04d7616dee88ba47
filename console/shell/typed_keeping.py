"""When what is typed goes to the disk: within a second of the last key, and at once where a wish went out.

Driven by the screen; what is kept is the desk's business, and where is the memory's. What the disk refused
is tried again by the desk's second.
"""

from collections.abc import Callable

SOON_S = 0.4
"""After the first key that is not kept yet: the most that the death of the program costs."""


class TypedKeeping:
    """Calls `keep` often enough. `later` calls something after so many seconds."""

    def __init__(
        self, keep: Callable[[], object], *, later: Callable[[float, Callable[[], None]], object]
    ) -> None:
        self._keep = keep
        self._later = later
        self._waits = False

    def soon(self) -> None:
        """Somebody types."""
        if not self._waits:
            self._waits = True
            self._later(SOON_S, self.now)

    def now(self) -> None:
        """Without waiting: a wish went out, an answer came, or it is the end."""
        self._waits = False
        self._keep()
