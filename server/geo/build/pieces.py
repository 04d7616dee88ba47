"""Strokes -> pieces small enough to travel between two meldingen, and the index of them.

A level is halved along lines that lie fast on the globe until each part is small enough: when a street
changes, only the piece it lies in gets another address.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from protocol.map.index import MOST_PIECES, Box, PieceRef
from protocol.map.piece import Stroke, write_piece
from protocol.model.map_address import address_of

MOST_PIECE_BYTES = (2_500, 5_000, 5_000, 5_000)
"""Of each level. At 4 kB/s, a link no console can do with less than, a piece takes a second or so; the first
picture needs the few around its middle, and small ones hold little else."""

_WHOLE = 1 << 25
"""Quanta: a square that holds the globe, as a power of two so that halves fall on whole quanta."""


@frozen(kw_only=True)
class Piece:
    """A piece and how the index tells of it."""

    ref: PieceRef
    content: bytes


def pieces_of(levels: Sequence[Sequence[Stroke]]) -> Iterator[Piece]:
    """Every piece, least detail first. Levels without strokes have none."""
    more = 1
    points = sum(len(stroke.points) for level in levels for stroke in level)
    # A point takes about two bytes; the index of a whole country must not outgrow its limit.
    while points * 2 / (more * MOST_PIECE_BYTES[0]) > MOST_PIECES / 4:
        more *= 2
    for level, strokes in enumerate(levels):
        most_bytes = more * MOST_PIECE_BYTES[level]
        placed = [(_middle(stroke), stroke) for stroke in strokes]
        for part, content in _parts(placed, -_WHOLE, -_WHOLE, 2 * _WHOLE, 2 * _WHOLE, most_bytes):
            ref = PieceRef(address=address_of(content), level=level, size=len(content), box=box_of(part))
            yield Piece(ref=ref, content=content)


Placed = list[tuple[tuple[int, int], Stroke]]


def _parts(
    placed: Placed, south: int, west: int, high: int, wide: int, most: int
) -> Iterator[tuple[list[Stroke], bytes]]:
    """The parts of this square with their content, from the south-west."""
    if not placed:
        return
    points = sum(len(stroke.points) for _, stroke in placed)
    if points <= most * 2 or (high == 1 and wide == 1):
        strokes = [stroke for _, stroke in sorted(placed, key=_order)]
        content = write_piece(tuple(strokes))
        if len(content) <= most or len(strokes) == 1 or (high == 1 and wide == 1):
            yield strokes, content
            return
    if high >= wide:
        half = high // 2
        yield from _parts([one for one in placed if one[0][0] < south + half], south, west, half, wide, most)
        rest = [one for one in placed if one[0][0] >= south + half]
        yield from _parts(rest, south + half, west, half, wide, most)
    else:
        half = wide // 2
        yield from _parts([one for one in placed if one[0][1] < west + half], south, west, high, half, most)
        rest = [one for one in placed if one[0][1] >= west + half]
        yield from _parts(rest, south, west + half, high, half, most)


def _order(one: tuple[tuple[int, int], Stroke]) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """By kind and name, so that alike stands beside alike and packs well."""
    return one[1].kind, one[1].name, one[1].points


def _middle(stroke: Stroke) -> tuple[int, int]:
    lats, lons = [lat for lat, _ in stroke.points], [lon for _, lon in stroke.points]
    return (min(lats) + max(lats)) // 2, (min(lons) + max(lons)) // 2


def box_of(strokes: Sequence[Stroke]) -> Box:
    """The box around all their points. Raises ValueError for none."""
    lats = [lat for stroke in strokes for lat, _ in stroke.points]
    lons = [lon for stroke in strokes for _, lon in stroke.points]
    return Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))
