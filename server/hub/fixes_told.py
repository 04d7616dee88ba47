"""Which positions one link was told, and what its console looks at. Part of the `Peer`, kept by `fix_ticks`.

Most links are told every round whole, and that is one number. A link that cannot carry that is told the units
one piece after the other; only for it the units are remembered one by one.
"""

import math
from collections.abc import Iterable, Mapping

from protocol.model.window import Window


class FixesTold:
    """Rounds are the hub's: positions that came between two of its ticks are of one round."""

    def __init__(self) -> None:
        self.at_s = -math.inf
        """When it was last told any, on the monotonic clock; -inf for never."""

        self.window: Window | None = None
        """What its map shows; None when it shows none, or has not said."""

        self._whole_round = 0
        self._round_by_unit: dict[int, int] = {}

    def has_all_of(self, round: int) -> bool:
        """True when it was told everything up to the end of this round, and nothing later."""
        return self._whole_round == round and not self._round_by_unit

    def round_of(self, unit: int) -> int:
        """Up to which round it knows where this unit is; 0 for nothing."""
        return max(self._whole_round, self._round_by_unit.get(unit, 0))

    def owed(self, moved: Mapping[int, int], round: int) -> list[int]:
        """Units that moved in a round up to this one and later than it was told; `moved` is when, by unit."""
        return [unit for unit, moved_in in moved.items() if self.round_of(unit) < moved_in <= round]

    def told(self, units: Iterable[int], round: int, now_s: float) -> None:
        """It was told where these are, as of this round."""
        self._round_by_unit.update(dict.fromkeys(units, round))
        self.at_s = now_s

    def told_all(self, round: int, now_s: float | None = None) -> None:
        """Nothing is owed up to this round; `now_s` is when the last of it was told, None for nothing new."""
        self._whole_round = round
        self._round_by_unit.clear()
        if now_s is not None:
            self.at_s = now_s
