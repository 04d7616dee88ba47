"""The cheapest way to bring the cursor from one cell to another. Pure: positions in, escape sequence out."""

from __future__ import annotations

_MAX_LINE_FEEDS = 3
_MAX_BACKSPACES = 3


def move(x: int | None, y: int | None, to_x: int, to_y: int) -> str:
    """The fewest bytes that bring the cursor to column `to_x` of row `to_y`, both counted from 0.

    `x` is None when only the row is known (after the last column, or after a grapheme of unsure width); `y`
    is None when nothing is known. The target must lie on the screen. Empty when the cursor is there already.
    """
    if (x, y) == (to_x, to_y):
        return ""
    ways = [_absolute(to_x, to_y)]
    if y is not None:
        if y == to_y:
            ways.append(_csi(to_x + 1, "G"))
            ways.append("\r" + _forward(to_x))
            if x is not None:
                ways.append(_forward(to_x - x) if to_x > x else _back(x - to_x))
        elif 0 < to_y - y <= _MAX_LINE_FEEDS:
            ways.append("\r" + "\n" * (to_y - y) + _forward(to_x))
        if x == to_x:
            ways.append(_csi(to_y - y, "B") if to_y > y else _csi(y - to_y, "A"))
    return min(ways, key=_cost)


def _absolute(x: int, y: int) -> str:
    if x == 0:
        return _csi(y + 1, "H")
    row = "" if y == 0 else str(y + 1)
    return f"\x1b[{row};{x + 1}H"


def _forward(columns: int) -> str:
    return _csi(columns, "C") if columns else ""


def _back(columns: int) -> str:
    return "\b" * columns if columns <= _MAX_BACKSPACES else _csi(columns, "D")


def _csi(number: int, final: str) -> str:
    return f"\x1b[{'' if number == 1 else number}{final}"


def _cost(way: str) -> int:
    # The terminal's line discipline sends a carriage return of its own before each line feed.
    return len(way) + way.count("\n")
