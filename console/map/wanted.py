"""In which order the pieces of a map are wanted. Pure.

First the main streets of the whole town, nearest what is looked at; then what the view draws at its zoom;
then all the rest, least detail first. So a map is of use after its first pieces, and whole in the end.
"""

from collections.abc import Collection

from attrs import frozen

from protocol.map.index import Box, MapIndex, PieceRef


@frozen(kw_only=True)
class Looking:
    """What somebody looks at."""

    box: Box
    level: int
    """The most detailed level that is drawn at this zoom."""


def in_order(index: MapIndex, had: Collection[bytes], looking: Looking | None) -> list[PieceRef]:
    """The pieces to get, the next one last. `had` are addresses that are not wanted any more."""
    look = looking or Looking(box=index.box, level=0)
    missing = [piece for piece in index.pieces if piece.address not in had]
    return sorted(missing, key=lambda piece: _urgency(piece, look), reverse=True)


def _urgency(piece: PieceRef, look: Looking) -> tuple[int, int, int]:
    in_view = piece.box.meets(look.box)
    if piece.level == 0:
        turn = 0
    else:
        turn = 1 if in_view and piece.level <= look.level else 2
    # At one level, the least way from the middle of the view to the piece.
    return turn, piece.level, _distance(piece.box, look.box)


def _distance(box: Box, look: Box) -> int:
    """Between the middle of the view and the nearest side of the box, in quanta; 0 inside it."""
    lat, lon = (look.south + look.north) // 2, (look.west + look.east) // 2
    return max(box.south - lat, 0, lat - box.north) + max(box.west - lon, 0, lon - box.east)
