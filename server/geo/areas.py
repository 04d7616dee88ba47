"""The areas of a map by name: which there are, and whether a place lies in one. Read once from the map file.

For words behind an address: `Brinkstraat 12, Waterdam`. The part of town that a street is told apart by
counts, and so does every area around it, its town first.
"""

import math
import sqlite3

from server.geo.schema import PlaceKind, folded
from server.geo.spelling import spelled

TOWN_WEIGHT = 5_000
"""An area of at least this weight is a town of its own."""

NEAR_QUANTA = 600
"""So near to its point a place lies in a part of town for sure, whatever smaller part it lies in too."""

_LEAST_CHARS = 3
_BEGUN = 0.97

Spot = tuple[int, int]


class KnownAreas:
    """All of one map."""

    def __init__(self, link: sqlite3.Connection) -> None:
        """Reads them. Raises sqlite3.DatabaseError."""
        rows = link.execute("SELECT name, lat, lon, weight FROM place WHERE kind = ?", (PlaceKind.AREA,))
        self._spots: dict[str, list[Spot]] = {}
        self._towns: list[tuple[str, Spot]] = []
        for name, lat, lon, weight in rows:
            known = spelled(folded(name))
            self._spots.setdefault(known, []).append((lat, lon))
            if weight >= TOWN_WEIGHT:
                self._towns.append((known, (lat, lon)))
        row = link.execute("SELECT value FROM meta WHERE key = 'name'").fetchone()
        self._map = spelled(folded(str(row[0]))) if row else ""
        parts = (row[0] for row in link.execute("SELECT DISTINCT within FROM place WHERE within > ''"))
        within = {spelled(folded(part)) for each in parts for part in each.split(",")}
        self._names = sorted({*self._spots, *within, self._map} - {""})

    def known(self, name: str) -> float:
        """1.0 for the spelled name of an area, less for the beginning of one, 0.0 for none."""
        if name in self._spots or name in self._names:
            return 1.0
        begins = len(name) >= _LEAST_CHARS and any(each.startswith(name) for each in self._names)
        return _BEGUN if begins else 0.0

    def holds(self, area: str, at: Spot, within: str) -> bool:
        """Whether a place there, told apart by `within`, lies in the area of this spelled name."""
        if area in {spelled(folded(part)) for part in within.split(",")}:
            return True
        towns = {name for name, _ in self._towns}
        if area in towns and len(towns) > 1:
            return self._nearest_town(at) == area
        if area == self._map or area in towns:
            return True
        return any(_apart(spot, at) <= NEAR_QUANTA for spot in self._spots.get(area, ()))

    def _nearest_town(self, at: Spot) -> str:
        return min(self._towns, key=lambda town: _apart(town[1], at))[0]


def _apart(one: Spot, other: Spot) -> float:
    wide = math.cos(math.radians(one[0] / 100_000))
    return math.hypot(one[0] - other[0], (one[1] - other[1]) * wide)
