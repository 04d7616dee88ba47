"""A small made-up map around the rig's middle, and a server's answers to who fetches it."""

from collections.abc import Iterator

from console.map.atlas import Atlas
from console.map.sheet import sheet_of
from protocol.map.index import Box, MapIndex, PieceRef, write_index
from protocol.map.piece import Stroke, StrokeKind, read_piece, write_piece
from protocol.model.map_address import address_of, document_name
from protocol.model.point import to_grid
from protocol.session.events import PieceCame
from protocol.wire.messages import Fetch, Piece
from tests.console.rig import Rig, point


def stroke(kind: StrokeKind, *spots_m: tuple[float, float], name: str = "") -> Stroke:
    """A line through places in metres east and north of the middle."""
    return Stroke(kind=kind, name=name, points=tuple(to_grid(point(*spot)) for spot in spots_m))


def square(side_m: float, east_m: float = 0, north_m: float = 0) -> tuple[tuple[float, float], ...]:
    """A closed square around a place."""
    half = side_m / 2
    corners = ((-half, -half), (half, -half), (half, half), (-half, half), (-half, -half))
    return tuple((east_m + x, north_m + y) for x, y in corners)


MAIN = (
    stroke(StrokeKind.MAIN, (-1_500, 0), (1_500, 0), name="Rijksweg"),
    stroke(StrokeKind.WATER, *square(300, -900, 700), name="Plas"),
)
THROUGH = (stroke(StrokeKind.THROUGH, (0, -1_500), (0, 1_500), name="Noorderweg"),)
NEAR = (stroke(StrokeKind.STREET, (100, -100), (100, -900), name="Kerkstraat"),)
FAR = (stroke(StrokeKind.STREET, (1_400, 1_400), (1_500, 1_500), name="Verweg"),)
PATHS = (stroke(StrokeKind.PATH, (-300, -100), (300, -100)),)
TOWN = ((0, MAIN), (1, THROUGH), (2, NEAR), (2, FAR), (3, PATHS))


def box_of_strokes(strokes: tuple[Stroke, ...]) -> Box:
    """All of their points are in it."""
    lats = [lat for each in strokes for lat, _ in each.points]
    lons = [lon for each in strokes for _, lon in each.points]
    return Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))


def ref(level: int, strokes: tuple[Stroke, ...]) -> PieceRef:
    """Where the piece of these strokes is found."""
    content = write_piece(strokes)
    return PieceRef(address=address_of(content), level=level, size=len(content), box=box_of_strokes(strokes))


INDEX = MapIndex(
    name="Waterstad",
    attribution="© OpenStreetMap contributors",
    box=box_of_strokes(MAIN + THROUGH),
    pieces=tuple(ref(level, strokes) for level, strokes in TOWN),
)
INDEX_CONTENT = write_index(INDEX)
CONTENT_BY_NAME = {
    document_name(address_of(content)): content
    for content in (INDEX_CONTENT, *(write_piece(strokes) for _, strokes in TOWN))
}


def atlas(*, index: MapIndex = INDEX) -> Atlas:
    """The whole town, decoded."""
    whole = Atlas(index=index)
    for piece in index.pieces:
        strokes = read_piece(CONTENT_BY_NAME[document_name(piece.address)])
        sheet = sheet_of(strokes, level=piece.level, box=piece.box, names=whole.names)
        whole = whole.with_sheet(sheet)
    return whole


def atlas_of(*strokes: Stroke, level: int = 0) -> Atlas:
    """A town of these strokes alone."""
    whole = Atlas(index=INDEX)
    return whole.with_sheet(sheet_of(strokes, level=level, box=box_of_strokes(strokes), names=whole.names))


def answered(rig: Rig, fetch: Fetch, *, most_bytes: int = 40) -> Iterator[int]:
    """The document that was asked for comes in parts, from where it was asked; yields what each part held."""
    content = CONTENT_BY_NAME[fetch.document]
    for offset in range(fetch.offset, len(content), most_bytes):
        data = content[offset : offset + most_bytes]
        rig.take(PieceCame(piece=Piece(id=fetch.id, offset=offset, total=len(content), data=data)))
        yield len(data)
