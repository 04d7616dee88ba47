"""A piece of the map as arrays of segments, for the rasteriser. The only place where pieces become numbers.

Made once for each piece, on arrival or from disk; never changed.
"""

import math

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from console.map.names import Names
from protocol.map.index import Box
from protocol.map.piece import Stroke, StrokeKind
from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Kinds = NDArray[np.uint8]
Flags = NDArray[np.bool_]

_M_A_QUANTUM = math.radians(1 / QUANTA_A_DEG) * EARTH_RADIUS_M


@frozen(kw_only=True, eq=False)
class Segments:
    """Straight parts of strokes: one row each, in quanta of the wire. Equal only to itself."""

    lat0: Ints
    lon0: Ints
    lat1: Ints
    lon1: Ints
    kind: Kinds
    along_m: Floats
    """From the beginning of the stroke to the beginning of the segment; dashes go on over corners by it."""

    length_m: Floats
    name: Ints
    """A number of the atlas's names; 0 for none."""

    fills: Flags
    """True for the edges of a closed water: the inside can be told from them."""


@frozen(kw_only=True, eq=False)
class Sheet:
    """One piece, decoded. Equal only to itself."""

    level: int
    box: Box
    segments: Segments


def sheet_of(strokes: tuple[Stroke, ...], *, level: int, box: Box, names: Names) -> Sheet:
    """The strokes as arrays."""
    sizes = np.array([len(stroke.points) for stroke in strokes], np.int64)
    flat = [point for stroke in strokes for point in stroke.points]
    points = np.array(flat, np.int32).reshape(-1, 2)
    lat, lon = points[:, 0], points[:, 1]
    # Every point but the last of its stroke begins a segment.
    ends = np.cumsum(sizes)
    begins = np.ones(len(points), np.bool_)
    begins[ends - 1] = False
    at = np.flatnonzero(begins)
    stroke_of = np.repeat(np.arange(len(strokes)), sizes - 1)
    lat0, lon0, lat1, lon1 = lat[at], lon[at], lat[at + 1], lon[at + 1]
    squeeze = math.cos(math.radians((box.south + box.north) / 2 / QUANTA_A_DEG))
    length_m = (np.hypot((lat1 - lat0), (lon1 - lon0) * squeeze) * _M_A_QUANTUM).astype(np.float32)
    # What lies before each segment on the whole sheet, less what lay before its stroke.
    before = np.concatenate(([0.0], np.cumsum(length_m, dtype=np.float64)))
    first = np.concatenate(([0], np.cumsum(sizes - 1)))[:-1]
    along_m = (before[:-1] - before[first][stroke_of]).astype(np.float32)
    return Sheet(
        level=level,
        box=box,
        segments=Segments(
            lat0=lat0,
            lon0=lon0,
            lat1=lat1,
            lon1=lon1,
            kind=np.array([stroke.kind for stroke in strokes], np.uint8)[stroke_of],
            along_m=along_m,
            length_m=length_m,
            name=np.array([names.number(stroke.name) for stroke in strokes], np.int32)[stroke_of],
            fills=np.array([_fills(stroke) for stroke in strokes], np.bool_)[stroke_of],
        ),
    )


def joined(parts: tuple[Segments, ...]) -> Segments:
    """All of them in one; `parts` is not empty."""
    if len(parts) == 1:
        return parts[0]
    return Segments(
        lat0=np.concatenate([each.lat0 for each in parts]),
        lon0=np.concatenate([each.lon0 for each in parts]),
        lat1=np.concatenate([each.lat1 for each in parts]),
        lon1=np.concatenate([each.lon1 for each in parts]),
        kind=np.concatenate([each.kind for each in parts]),
        along_m=np.concatenate([each.along_m for each in parts]),
        length_m=np.concatenate([each.length_m for each in parts]),
        name=np.concatenate([each.name for each in parts]),
        fills=np.concatenate([each.fills for each in parts]),
    )


def _fills(stroke: Stroke) -> bool:
    return (
        stroke.kind is StrokeKind.WATER and len(stroke.points) > 3 and stroke.points[0] == stroke.points[-1]
    )
