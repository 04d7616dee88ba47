"""Which rows of a timeline are in view. Pure.

Without a selected entry the newest is at the bottom. With one the place stays where it is, whatever is added
below: somebody is reading.
"""

from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen


@frozen(kw_only=True)
class Anchor:
    """The first row in view: an entry (counted from 0) and which of its rows."""

    entry: int = 0
    row: int = 0


def first_in_view(heights: Sequence[int], *, anchor: Anchor, selected: int | None, height: int) -> int:
    """The first row in view of a timeline whose entries take `heights` rows.

    `selected` (counted from 0) None means: follow the newest. Never negative; never leaves blank rows below
    the end while there is something above.
    """
    starts = [0, *accumulate(heights)]
    most = max(0, starts[-1] - height)
    if selected is None or not heights:
        return most
    selected = min(selected, len(heights) - 1)
    entry = min(anchor.entry, len(heights) - 1)
    first = starts[entry] + min(anchor.row, heights[entry] - 1)
    if starts[selected + 1] > first + height:
        first = starts[selected + 1] - height
    first = min(first, starts[selected])
    return min(max(0, first), most)


def anchor_at(heights: Sequence[int], first: int) -> Anchor:
    """The anchor of that row; the beginning for an empty timeline."""
    for entry, height in enumerate(heights):
        if first < height:
            return Anchor(entry=entry, row=first)
        first -= height
    return Anchor()
