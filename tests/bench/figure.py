"""One row of the table: what was measured, its target, and the baseline of the same run.

Made by every bench, printed and written as JSON by `__main__`.
"""

from typing import Any

import attrs
from attrs import frozen


@frozen(kw_only=True)
class Figure:
    """A measured value beside its baseline and its target."""

    name: str
    value: float
    unit: str
    target: float | None = None
    """At most this; None where there is none."""

    baseline: float | None = None
    baseline_name: str = ""
    at_most_times: float | None = None
    """Where the target is a ratio: at most this many times the baseline."""

    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Value over baseline; None without a baseline."""
        return None if not self.baseline else self.value / self.baseline

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        if self.at_most_times is not None and self.ratio is not None:
            return self.ratio <= self.at_most_times
        return None if self.target is None else self.value <= self.target

    def as_json(self) -> dict[str, Any]:
        """Everything, with the ratio and the verdict."""
        return {**attrs.asdict(self), "ratio": self.ratio, "reached": self.reached}


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie; the nearest rank. Raises on an empty list."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
