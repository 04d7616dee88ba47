"""Where the names of streets are written: on the street, main ones first, none over another. Pure.

A name is written when its street is long enough in view to carry it. It stands level, on the dot of the
street where it fits best; names of neighbourhoods stand in their middle.
"""

import numpy as np
from numpy.typing import NDArray

from console.chart.dots import Dots, Lines
from console.chart.labels import Room
from console.chart.looks import LOOKS
from console.chart.under import Name
from console.map.names import Names
from console.map.sheet import Segments
from console.paint.text import cells, clip
from protocol.map.piece import StrokeKind

MOST_CELLS = 26
"""A longer name is cut."""

CELLS_A_NAME = 120
"""Of the map, on average: more names would hide the streets."""

_ROADS = [kind for kind, look in LOOKS.items() if look.is_road]
_TRIES = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where along what is seen of a street its name is tried."""


def named(
    names: Names, segments: Segments, lines: Lines, dots: Dots, cell_m: float, width: int, height: int
) -> tuple[Name, ...]:
    """The names, most important first."""
    room = Room(width, height)
    # The last row holds the scale and whose data it is.
    room.take(0, height - 1, width)
    placed: list[Name] = []
    most = max(4, width * height // CELLS_A_NAME)
    for number, kind, places in _groups(segments, dots, cell_m):
        if len(placed) >= most:
            break
        is_area = kind == StrokeKind.AREA
        text = clip(names[number], MOST_CELLS)
        # Capitals tell a neighbourhood from a street of the same name, as maps on paper do.
        text = f" {text.upper() if is_area else text} "
        count = cells(text)
        if count > width or len(places) < 1.2 * count:
            continue
        for x, y in _middle(segments, lines, number) if is_area else _spots(dots, places):
            left = x // 2 - count // 2
            if room.is_free(left, y // 4, count):
                placed.append(Name(x=left, y=y // 4, text=text, count=count))
                # Neither beside nor right above or below another: streets stay to be seen between names.
                for row in (y // 4 - 1, y // 4, y // 4 + 1):
                    room.take(left - 1, row, count + 2)
                break
    return tuple(placed)


def _groups(segments: Segments, dots: Dots, cell_m: float) -> list[tuple[int, int, NDArray[np.int64]]]:
    """Each name with its kind and the rows of its dots, in the order in which they are to be written."""
    ranks = np.full(16, 99, np.int64)
    for kind, look in LOOKS.items():
        if cell_m <= look.named_to_m:
            ranks[kind] = look.name_rank
    name, kinds = segments.name[dots.segment], segments.kind[dots.segment]
    rows = np.flatnonzero((name > 0) & (ranks[kinds] < 99))
    if not len(rows):
        return []
    # One name on a road and on the water beside it is two names; roads of two kinds with one name are one.
    kinds = kinds[rows]
    key = name[rows].astype(np.int64) * 32 + np.where(np.isin(kinds, _ROADS), 0, kinds)
    # The kind with the first turn comes first in its group.
    order = np.lexsort((ranks[kinds], key))
    rows, key, kinds = rows[order], key[order], kinds[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    groups = np.split(rows, begins[1:])
    found = [
        (int(code) // 32, int(kind), group)
        for code, kind, group in zip(key[begins], kinds[begins], groups, strict=True)
    ]
    return sorted(found, key=lambda each: (ranks[each[1]], -len(each[2]), each[0]))


def _spots(dots: Dots, places: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Dots of a street on which its name may stand, best first."""
    xs, ys = dots.x[places], dots.y[places]
    # From west to east, so that the same street keeps its name in the same place whatever piece it came in.
    order = np.lexsort((ys, xs))
    return [(int(xs[at]), int(ys[at])) for at in (order[int(part * len(order))] for part in _TRIES)]


def _middle(segments: Segments, lines: Lines, number: int) -> list[tuple[int, int]]:
    """The middle of a neighbourhood, of which only a part may be in view."""
    mine = (segments.name == number) & (segments.kind == StrokeKind.AREA)
    xs, ys = lines.x0[mine], lines.y0[mine]
    return [(int((xs.min() + xs.max()) // 2), int((ys.min() + ys.max()) // 2))]
