"""The rasteriser: an atlas and a viewport to a picture of the town in braille, with names where they fit.

Pure, and remembered for the last few viewports: while units drive, no street under them is drawn again.
Needs numpy, so it is imported when there is a map to draw.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from console.map.atlas import Atlas
from console.map.sheet import Flags, Segments, Sheet, joined
from console.widgets.map.dots import Dots, Lines, filled, lines_in, seen, walked
from console.widgets.map.looks import HATCH, LOOKS, TEXTURE, TONE_BY_ORDER, level_at
from console.widgets.map.naming import named
from console.widgets.map.reached import Answer, answers
from console.widgets.map.under import Name, Under
from console.widgets.map.viewport import Viewport, box_of
from console.widgets.paint.row import Row, Span
from console.widgets.paint.tone import Tone
from protocol.map.piece import StrokeKind
from protocol.map.reach import Reach

Orders = NDArray[np.uint8]

REMEMBERED = 3
"""Viewports: the one in view, the one before, and one more for a step back."""

_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], np.uint8)
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
    return _under(orders, water, answer, named(atlas.names, segments, dots, view.cell_m, width, height))


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
    down, across = np.arange(high)[:, None], np.arange(wide)[None, :]
    water = filled(lines, np.flatnonzero(segments.fills), width, height)
    # A blank cell of water keeps its ground: one dot in every other cell says so without colours.
    orders[water & (down % 4 == 2) & (across % 4 == down % 8 // 4 * 2)] = TEXTURE
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
    if answer is not None:
        orders[answer.lost & ((across + down) % 6 == 0) & (orders == 0)] = HATCH
    return orders, water


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
    height, width = orders.shape[0] // 4, orders.shape[1] // 2
    cells = orders.reshape(height, 4, width, 2)
    bits = ((cells > 0) * _BITS[None, :, None, :]).sum(axis=(1, 3), dtype=np.uint32)
    tops = cells.max(axis=(1, 3)).astype(np.uint8)
    wet = water.reshape(height, 4, width, 2).sum(axis=(1, 3)) > _DOTS_A_CELL // 2
    tops[wet & (tops <= LOOKS[StrokeKind.WATER].order)] = TEXTURE
    if answer is not None:
        tops = _answered(tops, answer)
    codes = np.where(bits > 0, bits + _BRAILLE, ord(" ")).astype("<u4")
    chars = [row.tobytes().decode("utf-32-le") for row in codes]
    tones = [[_CELL_TONES[top] for top in row] for row in tops.tolist()]
    names_by_row: dict[int, list[Name]] = {}
    for name in names:
        names_by_row.setdefault(name.y, []).append(name)
    rows = [
        Row(spans=_spans(line, top, names_by_row.get(y, ())))
        for y, (line, top) in enumerate(zip(chars, tops, strict=True))
    ]
    return Under(chars=chars, tones=tones, names=names, rows=rows)


def _answered(tops: NDArray[np.uint8], answer: Answer) -> NDArray[np.uint8]:
    """The tones of streets by whether they are reached; the rest as it was."""
    reached, lost = answer.reached[2::4, ::2], answer.lost[2::4, ::2]
    roads = np.isin(tops, [look.order for look in LOOKS.values() if look.is_road])
    tops = np.where(roads, np.where(reached, _REACHED, _BEYOND), tops)
    return np.where((roads | (tops == HATCH)) & lost, _LOST, tops).astype(np.uint8)


def _spans(chars: str, tops: NDArray[np.uint8], names: tuple[Name, ...] | list[Name]) -> list[Span]:
    """One span for neighbours of one tone, the names between them."""
    spans: list[Span] = []
    edges = [0, *(np.flatnonzero(np.diff(tops)) + 1).tolist(), len(chars)]
    ordered = sorted(names, key=lambda name: name.x)
    at = 0
    for start, end in pairwise(edges):
        tone = _CELL_TONES[tops[start]]
        while at < end:
            if ordered and ordered[0].x < end:
                name = ordered.pop(0)
                if name.x > at:
                    spans.append((chars[at : name.x], tone))
                spans.append((name.text, name.tone))
                at = name.x + name.count
            else:
                spans.append((chars[max(at, start) : end], tone))
                at = end
    return spans
