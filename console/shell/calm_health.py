"""The link's health with measures that stand still for a while.

Digits that dance cost a thin line, and nobody reads them. The state and the silence
are always of this moment.
"""

from collections.abc import Callable

from attrs import evolve

from console.store import LinkHealth

HELD_S = 5.0


class CalmHealth:
    """Asks `ask(now_s)` each time and holds its measures for HELD_S."""

    def __init__(self, ask: Callable[[float], LinkHealth]) -> None:
        self._ask = ask
        self._held: LinkHealth | None = None
        self._held_at_s = 0.0

    def at(self, now_s: float) -> LinkHealth:
        """The health at `now_s` on the monotonic clock."""
        health, held = self._ask(now_s), self._held
        unmeasured = held is None or held.round_trip_s is None
        if held is None or unmeasured or held.state is not health.state or now_s - self._held_at_s >= HELD_S:
            self._held, self._held_at_s = health, now_s
            return health
        return evolve(health, round_trip_s=held.round_trip_s, bytes_per_s=held.bytes_per_s)
