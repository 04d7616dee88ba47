"""The rasteriser: an atlas and a viewport to a picture of the town in braille, with names where they fit.

Pure, and remembered for the last few viewports: while units drive, no street under them is drawn again.
Needs numpy, so it is imported when there is a map to draw.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from console.chart.dots import Dots, Lines, filled, lines_in, seen, walked
from console.chart.looks import HATCH, LOOKS, TEXTURE, TONE_BY_ORDER, level_at
from console.chart.naming import named
from console.chart.reached import Answer, answers
from console.chart.under import Name, Under
from console.chart.viewport import Viewport, box_of
from console.map.atlas import Atlas
from console.map.sheet import Flags, Segments, Sheet, joined
from console.paint.row import Row, Span
from console.paint.tone import Tone
from protocol.map.piece import StrokeKind
from protocol.map.reach import Reach

Orders = NDArray[np.uint8]

REMEMBERED = 3
"""Viewports: the one in view, the one before, and one more for a step back."""

STREETS_TO_M = 45.0
"""Up to so many metres a cell, streets are always told apart."""

DENSE = 30
"""Dots of streets in a cell and the eight around it, of 72: from here on they are a blot."""

_BIT_BY_DOT = {
    (0, 0): 0x01,
    (1, 0): 0x02,
    (2, 0): 0x04,
    (3, 0): 0x40,
    (0, 1): 0x08,
    (1, 1): 0x10,
    (2, 1): 0x20,
    (3, 1): 0x80,
}
"""The bits of a braille cell, by row and column of the dot."""

_BRAILLE = 0x2800
_DOTS_A_CELL = 8
_TONES = TONE_BY_ORDER
_LOST, _REACHED, _BEYOND = len(_TONES), len(_TONES) + 1, len(_TONES) + 2
_CELL_TONES = (*_TONES, Tone.MAP_LOST, Tone.MAP_REACHED, Tone.DIM)


@lru_cache(maxsize=REMEMBERED)
def town(atlas: Atlas, view: Viewport, width: int, height: int, reach: Reach | None = None) -> Under:
    """The town without anything that moves; `width` and `height` in cells, at least 1."""
    level, box = level_at(view.cell_m), box_of(view, width, height)
    sheets = tuple(each for each in atlas.sheets if each.level <= level and each.box.meets(box))
    if not sheets:
        nothing = np.zeros((height * 4, width * 2), np.uint8)
        return _under(nothing, nothing.astype(np.bool_), None, ())
    segments = _together(sheets)
    lines = lines_in(segments, view, width, height)
    rows = seen(lines, width, height)
    dots = walked(lines, rows, segments, view.cell_m, width, height)
    answer = None if reach is None else answers(reach, view, width, height)
    orders, water = _drawn(lines, segments, dots, view.cell_m, width, height, answer)
    return _under(
        orders, water, answer, named(atlas.names, segments, lines, dots, view.cell_m, width, height)
    )


@lru_cache(maxsize=2)
def _together(sheets: tuple[Sheet, ...]) -> Segments:
    """The same sheets stay in view over many small pans."""
    return joined(tuple(each.segments for each in sheets))


def _drawn(
    lines: Lines,
    segments: Segments,
    dots: Dots,
    cell_m: float,
    width: int,
    height: int,
    answer: Answer | None,
) -> tuple[Orders, Flags]:
    """The order of what is drawn in each dot, 0 for nothing, and what is water: rows x columns of dots."""
    wide, high = width * 2, height * 4
    orders = np.zeros((high, wide), np.uint8)
    water = filled(lines, np.flatnonzero(segments.fills), width, height)
    # One dot in every other cell says without colours what is water.
    for row, column in ((2, 0), (6, 2)):
        orders[row::8, column::4][water[row::8, column::4]] = TEXTURE
    kinds = segments.kind[dots.segment]
    for kind, look in sorted(LOOKS.items(), key=lambda pair: pair[1].order):
        mine = kinds == kind
        if look.off:
            mine &= dots.along % (look.on + look.off) < look.on
        x, y = dots.x[mine], dots.y[mine]
        if answer is not None and look.is_road:
            # Out of reach every second dot is left out: seen without colours too.
            kept = answer.reached[y, x] | ((x + y) % 2 == 0)
            x, y = x[kept], y[kept]
        orders[y, x] = look.order
        if cell_m <= look.thick_to_m:
            _thicken(orders, lines, dots.segment[mine], dots.x[mine], dots.y[mine], look.order)
        if kind is StrokeKind.STREET and cell_m > STREETS_TO_M:
            _built_up(orders, look.order)
    if answer is not None:
        down, across = np.ogrid[:high, :wide]
        orders[answer.lost & ((across + down) % 6 == 0) & (orders == 0)] = HATCH
    return orders, water


def _built_up(orders: Orders, order: int) -> None:
    """Where streets lie too close to be told apart, every other cell has one dot: built up, and no blot."""
    high, wide = orders.shape[0] // 4, orders.shape[1] // 2
    counts = np.zeros((high + 2, wide + 2), np.uint8)
    for row, column in _BIT_BY_DOT:
        counts[1:-1, 1:-1] += orders[row::4, column::2] == order
    around = np.zeros((high, wide), np.uint8)
    for down in range(3):
        for across in range(3):
            around += counts[down : down + high, across : across + wide]
    dense = (around > DENSE) & (counts[1:-1, 1:-1] > 0)
    orders[np.repeat(np.repeat(dense, 4, axis=0), 2, axis=1) & (orders == order)] = 0
    for row, column in ((1, 0), (4, 2)):
        spots = orders[row::8, column::4]
        spots[dense[row // 4 :: 2, column // 2 :: 2] & (spots == 0)] = order


def _thicken(
    orders: Orders,
    lines: Lines,
    segment: NDArray[np.int64],
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    order: int,
) -> None:
    """A second dot beside each: below where the line runs rather east-west, right of it else."""
    high, wide = orders.shape
    flat = np.abs(lines.x1 - lines.x0)[segment] >= np.abs(lines.y1 - lines.y0)[segment]
    orders[np.minimum(y + flat, high - 1), np.minimum(x + ~flat, wide - 1)] = order


def _under(orders: Orders, water: Flags, answer: Answer | None, names: tuple[Name, ...]) -> Under:
    # Each of the eight dots of a cell by itself: far quicker than sums over the axes of a reshaped whole.
    bits = np.zeros((orders.shape[0] // 4, orders.shape[1] // 2), np.uint8)
    tops, wet = np.zeros_like(bits), np.zeros_like(bits)
    for (row, column), bit in _BIT_BY_DOT.items():
        dots = orders[row::4, column::2]
        bits |= np.where(dots > 0, np.uint8(bit), np.uint8(0))
        np.maximum(tops, dots, out=tops)
        wet += water[row::4, column::2]
    tops[(wet > _DOTS_A_CELL // 2) & (tops <= LOOKS[StrokeKind.WATER].order)] = TEXTURE
    if answer is not None:
        tops = _answered(tops, answer)
    tops = _blanks_joined(tops)
    codes = np.where(bits > 0, bits.astype("<u4") + _BRAILLE, ord(" ")).astype("<u4")
    chars = [row.tobytes().decode("utf-32-le") for row in codes]
    tone_of = _CELL_TONES.__getitem__
    tones = [list(map(tone_of, row)) for row in tops.tolist()]
    names_by_row: dict[int, list[Name]] = {}
    for name in names:
        names_by_row.setdefault(name.y, []).append(name)
    edges: list[list[int]] = [[0] for _ in chars]
    for y, x in zip(*(each.tolist() for each in np.nonzero(np.diff(tops, axis=1))), strict=True):
        edges[y].append(x + 1)
    rows = [
        Row(spans=_spans(line, row, edge, names_by_row.get(y, ())))
        for y, (line, row, edge) in enumerate(zip(chars, tones, edges, strict=True))
    ]
    return Under(chars=chars, tones=tones, names=names, rows=rows)


def _blanks_joined(tops: Orders) -> Orders:
    """Blank cells take the tone of what stands left of them, unless it would be seen on them: fewer spans."""
    columns = np.arange(tops.shape[1])
    left = np.maximum.accumulate(np.where(tops > 0, columns, 0), axis=1)
    joined_tops: Orders = np.take_along_axis(tops, left, axis=1)
    joined_tops[(tops == 0) & np.isin(joined_tops, (TEXTURE, _LOST))] = 0
    return joined_tops


def _answered(tops: NDArray[np.uint8], answer: Answer) -> NDArray[np.uint8]:
    """The tones of streets by whether they are reached; the rest as it was."""
    reached, lost = answer.reached[2::4, ::2], answer.lost[2::4, ::2]
    roads = np.isin(tops, [look.order for look in LOOKS.values() if look.is_road])
    tops = np.where(roads, np.where(reached, _REACHED, _BEYOND), tops)
    return np.where((roads | (tops == HATCH)) & lost, _LOST, tops).astype(np.uint8)


def _spans(chars: str, tones: Sequence[Tone], edges: Sequence[int], names: Sequence[Name]) -> list[Span]:
    """One span from each edge to the next, the names over them."""
    if not names:
        return [
            (chars[start:end], tones[start]) for start, end in pairwise((*edges, len(chars))) if end > start
        ]
    spans: list[Span] = []
    ordered = sorted(names, key=lambda name: name.x)
    at = 0
    for start, end in pairwise((*edges, len(chars))):
        while at < end:
            if ordered and ordered[0].x < end:
                name = ordered.pop(0)
                if name.x > at:
                    spans.append((chars[at : name.x], tones[start]))
                spans.append((name.text, name.tone))
                at = name.x + name.count
            else:
                spans.append((chars[at:end], tones[start]))
                at = end
    return spans
