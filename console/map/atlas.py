"""What is known of the map so far: the index, and the sheets that have come. A value: more is another atlas.

Grown by the lane, drawn by the map's rasteriser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from console.harmless import harmless
from console.map.names import Names
from protocol.map.index import Box, MapIndex
from protocol.model.point import Point, from_grid

if TYPE_CHECKING:
    from console.map.sheet import Sheet


@frozen(kw_only=True, eq=False)
class Atlas:
    """Equal only to itself, so that it can be compared at every tick."""

    index: MapIndex
    names: Names = field(factory=Names)
    sheets: tuple[Sheet, ...] = ()
    settled: int = 0
    """How many of the index's pieces have come, or are not to be had."""

    def with_sheet(self, sheet: Sheet | None) -> Atlas:
        """The same with one more piece settled; None for one with nothing on it."""
        more = () if sheet is None else (sheet,)
        return evolve(self, sheets=(*self.sheets, *more), settled=self.settled + 1)

    @property
    def attribution(self) -> str:
        """Whose data it is, harmless."""
        return harmless(self.index.attribution)

    @property
    def percent(self) -> int:
        """How much of the map has come: 0 to 100, 100 only for all of it."""
        return 100 * self.settled // max(1, len(self.index.pieces))

    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east of the town."""
        box: Box = self.index.box
        return from_grid(box.south, box.west), from_grid(box.north, box.east)
