"""A piece of a map: strokes of streets, water and areas, small enough to travel between two meldingen.

Points are whole quanta of the wire, each told as the step from the one before it; names are told once. The
whole is one raw deflate stream. Written on the server when a map is built, read on the console.
"""

import zlib
from enum import IntEnum
from typing import Any

from attrs import field, frozen
from attrs.validators import instance_of, min_len

from protocol.errors import NotMsgpack, TooDeep, TooLarge, WrongShape
from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.wire.packing import pack, unpack

MAX_PIECE_BYTES = 512 * 1024
"""Unpacked. A builder cuts pieces far smaller; this bounds what a wrong one can do."""

_VERSION = 1


class StrokeKind(IntEnum):
    """What a stroke is; the painter gives each its look."""

    MOTORWAY = 1
    MAIN = 2
    """Primary and trunk roads."""

    THROUGH = 3
    """Secondary and tertiary roads."""

    STREET = 4
    PATH = 5
    """For bicycles and feet."""

    RAIL = 6
    WATER = 7
    """The outline of a water; closed when first and last point are the same."""

    WATERWAY = 8
    """A canal or brook as a line."""

    GREEN = 9
    """The outline of a park or wood."""

    AREA = 10
    """The outline of a neighbourhood or another area with a name."""


def _on_earth(_instance: object, attribute: Any, points: tuple[tuple[int, int], ...]) -> None:
    for lat, lon in points:
        if not (-MAX_LAT <= lat <= MAX_LAT and -MAX_LON <= lon <= MAX_LON):
            raise ValueError(f"{attribute.name} must lie on earth, in quanta, got {(lat, lon)}")


@frozen(kw_only=True)
class Stroke:
    """A line through points."""

    kind: StrokeKind = field(validator=instance_of(StrokeKind))
    name: str = field(default="", validator=instance_of(str))
    points: tuple[tuple[int, int], ...] = field(validator=[instance_of(tuple), min_len(2), _on_earth])
    """(lat, lon) in quanta of the wire."""


def write_piece(strokes: tuple[Stroke, ...]) -> bytes:
    """The strokes as content."""
    names = sorted({stroke.name for stroke in strokes if stroke.name})
    place_by_name = {name: place for place, name in enumerate(names, 1)}
    rows: list[Any] = [_VERSION, names]
    lat = lon = 0
    for stroke in strokes:
        row = [int(stroke.kind), place_by_name.get(stroke.name, 0)]
        for next_lat, next_lon in stroke.points:
            row += [next_lat - lat, next_lon - lon]
            lat, lon = next_lat, next_lon
        rows.append(row)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(pack(rows)) + deflate.flush()


def read_piece(content: bytes) -> tuple[Stroke, ...]:
    """What `write_piece` wrote. Raises WrongShape."""
    inflate = zlib.decompressobj(-15)
    try:
        packed = inflate.decompress(content, MAX_PIECE_BYTES)
        if inflate.unconsumed_tail or inflate.unused_data or not inflate.eof:
            raise WrongShape("$", f"one stream of at most {MAX_PIECE_BYTES} bytes", content)
        raw = unpack(packed, max_bytes=MAX_PIECE_BYTES, max_elements=MAX_PIECE_BYTES)
    except (zlib.error, NotMsgpack, TooDeep, TooLarge) as error:
        raise WrongShape("$", f"a piece of a map ({error})", content) from error
    match raw:
        case [version, [*names], *rows] if type(version) is int and version == _VERSION:
            if all(type(name) is str for name in names):
                return _strokes(names, rows)
    raise WrongShape("$", f"a piece of version {_VERSION}", raw)


def _strokes(names: list[str], rows: list[Any]) -> tuple[Stroke, ...]:
    strokes = []
    lat = lon = 0
    for at, row in enumerate(rows, 2):
        whole = type(row) is list and all(type(part) is int for part in row)
        if not whole or len(row) < 6 or len(row) % 2 or not 0 <= row[1] <= len(names):
            raise WrongShape(f"$[{at}]", "a stroke: kind, name, and steps in pairs", row)
        points = []
        for step in range(2, len(row), 2):
            lat, lon = lat + row[step], lon + row[step + 1]
            points.append((lat, lon))
        name = names[row[1] - 1] if row[1] else ""
        try:
            strokes.append(Stroke(kind=StrokeKind(row[0]), name=name, points=tuple(points)))
        except ValueError as error:
            raise WrongShape(f"$[{at}]", f"a stroke ({error})", row) from error
    return tuple(strokes)
