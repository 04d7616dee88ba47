"""Segments on the earth to dots on a map: clipped, walked and patterned, all at once with numpy. Pure.

A cell is 2 dots wide and 4 high; columns and rows of dots count from the top left.
"""

import math
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from console.chart.viewport import Viewport
from console.map.sheet import Flags, Segments
from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG

Reals = NDArray[np.floating[Any]]
Places = NDArray[np.int64]

_M_A_DEG = math.radians(1.0) * EARTH_RADIUS_M


@frozen(kw_only=True, eq=False)
class Lines:
    """Segments in dots, ends as they fall; one row a segment of the same `Segments`."""

    x0: Reals
    y0: Reals
    x1: Reals
    y1: Reals


@frozen(kw_only=True, eq=False)
class Dots:
    """Dots within the map, one row each."""

    x: Places
    y: Places
    segment: Places
    """The row of the segment that it belongs to."""

    along: Places
    """How many dots from the beginning of its stroke."""


def lines_in(segments: Segments, view: Viewport, width: int, height: int) -> Lines:
    """Where the segments lie on a map of so many cells; the same reckoning as `Viewport.dot`."""
    dots_a_m = 4 / view.cell_m
    squeeze = math.cos(math.radians(view.centre.lat_deg))
    dots_a_lat = dots_a_m * _M_A_DEG / QUANTA_A_DEG
    dots_a_lon = dots_a_lat * squeeze
    left = width - view.centre.lon_deg * QUANTA_A_DEG * dots_a_lon
    top = height * 2 + view.centre.lat_deg * QUANTA_A_DEG * dots_a_lat
    return Lines(
        x0=segments.lon0 * dots_a_lon + left,
        y0=top - segments.lat0 * dots_a_lat,
        x1=segments.lon1 * dots_a_lon + left,
        y1=top - segments.lat1 * dots_a_lat,
    )


def seen(lines: Lines, width: int, height: int) -> Places:
    """The rows whose box meets the map."""
    wide, high = width * 2, height * 4
    meets = (
        (np.minimum(lines.x0, lines.x1) < wide)
        & (np.maximum(lines.x0, lines.x1) >= 0)
        & (np.minimum(lines.y0, lines.y1) < high)
        & (np.maximum(lines.y0, lines.y1) >= 0)
    )
    return np.flatnonzero(meets)


def walked(lines: Lines, rows: Places, segments: Segments, cell_m: float, width: int, height: int) -> Dots:
    """Every dot of these segments that lies on the map."""
    wide, high = width * 2, height * 4
    x0, y0 = lines.x0[rows], lines.y0[rows]
    dx, dy = lines.x1[rows] - x0, lines.y1[rows] - y0
    begin, end = _clipped(x0, y0, dx, dy, wide, high)
    inside = begin <= end
    rows, x0, y0, dx, dy = rows[inside], x0[inside], y0[inside], dx[inside], dy[inside]
    begin, end = begin[inside], end[inside]
    # One more than needed: steps of exactly one dot, from the very edge, could skip one by rounding.
    steps = np.ceil(np.maximum(np.abs(dx), np.abs(dy)) * (end - begin)).astype(np.int64) + 2
    each = np.repeat(np.arange(len(rows)), steps)
    count = np.arange(len(each)) - np.repeat(np.cumsum(steps) - steps, steps)
    part = begin[each] + count * ((end - begin) / (steps - 1))[each]
    x = np.floor(x0[each] + dx[each] * part).astype(np.int64)
    y = np.floor(y0[each] + dy[each] * part).astype(np.int64)
    # The ends of what was clipped lie on the very edge.
    np.clip(x, 0, wide - 1, out=x)
    np.clip(y, 0, high - 1, out=y)
    source = rows[each]
    dots_a_m = 4 / cell_m
    along = (segments.along_m[rows] * dots_a_m)[each] + part * (segments.length_m[rows] * dots_a_m)[each]
    return Dots(x=x, y=y, segment=source, along=along.astype(np.int64))


def _clipped(x: Reals, y: Reals, dx: Reals, dy: Reals, wide: int, high: int) -> tuple[Reals, Reals]:
    """From which part to which part of itself (0 to 1) each segment lies on the map; begin > end for none."""
    begin, end = np.zeros(len(x)), np.ones(len(x))
    with np.errstate(divide="ignore", invalid="ignore"):
        for start, step, most in ((x, dx, wide), (y, dy, high)):
            low, up = -start / step, (most - start) / step
            enters, leaves = np.minimum(low, up), np.maximum(low, up)
            # Without a step the segment runs along the map's side, and its box says whether it is in.
            begin = np.where(step == 0, begin, np.maximum(begin, enters))
            end = np.where(step == 0, end, np.minimum(end, leaves))
    return begin, end


def filled(lines: Lines, edges: Places, width: int, height: int) -> Flags:
    """The dots inside the closed waters with these edges, by the even-odd rule: rows x columns."""
    wide, high = width * 2, height * 4
    crossings = np.zeros((high, wide + 1), np.bool_)
    if len(edges):
        x0, y0, x1, y1 = lines.x0[edges], lines.y0[edges], lines.x1[edges], lines.y1[edges]
        # A row of dots is crossed where the edge passes its middle.
        first = np.clip(np.ceil(np.minimum(y0, y1) - 0.5), 0, high).astype(np.int64)
        last = np.clip(np.ceil(np.maximum(y0, y1) - 0.5), 0, high).astype(np.int64)
        rows = np.maximum(0, last - first)
        each = np.repeat(np.arange(len(edges)), rows)
        y = first[each] + np.arange(len(each)) - np.repeat(np.cumsum(rows) - rows, rows)
        slope = (x1 - x0)[each] / (y1 - y0)[each]
        x = np.clip(np.ceil(x0[each] + (y + 0.5 - y0[each]) * slope - 0.5), 0, wide).astype(np.int64)
        counts = np.bincount(y * (wide + 1) + x, minlength=high * (wide + 1))
        crossings = (counts.reshape(high, wide + 1) & 1).astype(np.bool_)
    inside: Flags = np.logical_xor.accumulate(crossings, axis=1)[:, :wide]
    return inside
