"""Names beside their signs, so that none covers another or a sign. Pure.

Greedy, in the order given: what matters most is named first, and what finds no room stays without a name.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from console.paint.text import cells


@frozen(kw_only=True)
class Label:
    """A sign on a cell and the text that belongs to it."""

    x: int
    y: int
    text: str


@frozen(kw_only=True)
class Placed:
    """Where a label's text begins."""

    label: Label
    x: int
    y: int


class Room:
    """Which cells of a map are taken."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._rows = [bytearray(width) for _ in range(height)]

    def is_free(self, x: int, y: int, count: int) -> bool:
        """True when `count` cells from here lie on the map and none is taken."""
        if not 0 <= y < len(self._rows) or x < 0 or x + count > self._width:
            return False
        return self._rows[y].find(1, x, x + count) < 0

    def take(self, x: int, y: int, count: int = 1) -> None:
        """These cells are taken now; those outside the map are left out."""
        if 0 <= y < len(self._rows):
            start, end = max(0, x), min(self._width, x + count)
            if start < end:
                self._rows[y][start:end] = b"\x01" * (end - start)


def place_labels(
    labels: Sequence[Label], taken: Iterable[tuple[int, int]], width: int, height: int
) -> list[Placed]:
    """A place for each label that finds one: right of its sign, left, above or below.

    `taken` are cells that no text may cover, the signs among them.
    """
    room = Room(width, height)
    for x, y in taken:
        room.take(x, y)
    placed: list[Placed] = []
    for label in labels:
        count = cells(label.text)
        spots = (
            (label.x + 1, label.y),
            (label.x - count, label.y),
            (label.x - count // 2, label.y - 1),
            (label.x - count // 2, label.y + 1),
        )
        spot = next(((x, y) for x, y in spots if room.is_free(x, y, count)), None)
        if spot is not None:
            placed.append(Placed(label=label, x=spot[0], y=spot[1]))
            # One cell on either side stays free, so that two names do not read as one.
            room.take(spot[0] - 1, spot[1], count + 2)
    return placed
