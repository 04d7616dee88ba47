"""What both ends of a run of frames have seen, so that the second time costs a byte or two.

Names become numbers; a point is written as its distance from the point before it.

Both ends apply the same rule to the same frames in the same order, so they hold the same list without ever
sending it. Owned by `deltas`; a lexicon lives for one generation of frames and is then begun anew.
"""

from protocol.errors import WrongShape

CAPACITY = 2_048
"""More names than this and the next generation begins."""

MAX_CHARS = 80
"""Longer names seldom recur."""


class Lexicon:
    """An ordered list of names, grown by use, and the last point."""

    def __init__(self) -> None:
        self._lat = 0
        self._lon = 0
        self._names: list[str] = []
        self._index_by_name: dict[str, int] = {}

    @property
    def is_full(self) -> bool:
        """True when no further name can be learnt."""
        return len(self._names) >= CAPACITY

    def said(self, name: str) -> int | str:
        """How to write the name: its index when known, else itself, which both ends then learn."""
        index = self._index_by_name.get(name)
        if index is not None:
            return index
        self._learn(name)
        return name

    def heard(self, raw: object) -> str:
        """The name that was written as `raw`. Raises WrongShape for an index nobody has given out."""
        if isinstance(raw, str):
            self._learn(raw)
            return raw
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < len(self._names):
            return self._names[raw]
        raise WrongShape("", f"a name or an index below {len(self._names)}", raw)

    def step_to(self, lat: int, lon: int) -> list[int]:
        """How to write a point in quanta: the step from the one before."""
        step = [lat - self._lat, lon - self._lon]
        self._lat, self._lon = lat, lon
        return step

    def stepped(self, lat_step: int, lon_step: int) -> tuple[int, int]:
        """The point in quanta that was written as this step."""
        self._lat += lat_step
        self._lon += lon_step
        return self._lat, self._lon

    def _learn(self, name: str) -> None:
        if len(name) <= MAX_CHARS and not self.is_full and name not in self._index_by_name:
            self._index_by_name[name] = len(self._names)
            self._names.append(name)
