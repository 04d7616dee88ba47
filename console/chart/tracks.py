"""Where units came from: their last few fixes, and the direction that follows from them.

Fed by the screen with every tick. Keeps places, not time: how old a fix is, is the viewer's business.
"""

from collections.abc import Iterable

from protocol.model.fix import Fix
from protocol.model.point import Point, bearing_deg, distance_m

KEPT = 8
STEP_M = 12.0
"""Less than this is the noise of a receiver, not travel."""

STILL_AFTER_S = 30
"""Without a step for this long a unit stands still."""


class Tracks:
    """The last KEPT places of each unit that are at least STEP_M apart."""

    def __init__(self) -> None:
        self._steps: dict[int, tuple[Fix, ...]] = {}
        self._newest: dict[int, Fix] = {}

    def take(self, fixes: Iterable[Fix]) -> None:
        """Newer fixes; older ones than the newest of the same unit are left out."""
        for fix in fixes:
            newest = self._newest.get(fix.unit)
            if newest is not None and fix.at < newest.at:
                continue
            self._newest[fix.unit] = fix
            steps = self._steps.get(fix.unit, ())
            if not steps or distance_m(steps[-1].point, fix.point) >= STEP_M:
                self._steps[fix.unit] = (*steps, fix)[-KEPT:]

    def trail(self, unit: int) -> tuple[Point, ...]:
        """Where it was, oldest first; empty for a unit never seen."""
        return tuple(fix.point for fix in self._steps.get(unit, ()))

    def heading_deg(self, unit: int) -> float | None:
        """Compass direction of its last step; None while it stands still or is new."""
        steps = self._steps.get(unit, ())
        if len(steps) < 2:
            return None
        newest = self._newest[unit]
        if (newest.at - steps[-1].at).total_seconds() >= STILL_AFTER_S:
            return None
        return bearing_deg(steps[-2].point, steps[-1].point)


_ARROWS = "↑↗→↘↓↙←↖"


def arrow(heading_deg: float) -> str:
    """The arrow nearest to a compass direction: 0 is `↑`, 90 `→`."""
    return _ARROWS[round(heading_deg / 45.0) % 8]
