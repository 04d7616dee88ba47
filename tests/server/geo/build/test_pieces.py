"""Pieces are small, hold everything once, and keep their address while their stretch stays as it is."""

import random

from hypothesis import given
from hypothesis import strategies as st

from protocol.map.piece import Stroke, StrokeKind, read_piece
from protocol.model.map_address import address_of
from server.geo.build.pieces import MOST_PIECE_BYTES, Piece, pieces_of
from tests.server.geo.build.towns import CORNER


def town(size: int, seed: int = 1) -> list[Stroke]:
    """So many bent streets over some kilometres."""
    dice = random.Random(seed)
    found = []
    for number in range(size):
        lat, lon = CORNER[0] + dice.randrange(5_000), CORNER[1] + dice.randrange(8_000)
        points = tuple((lat + dice.randrange(200), lon + step * 90 + dice.randrange(80)) for step in range(6))
        found.append(Stroke(kind=StrokeKind.STREET, name=f"Straat {number}", points=points))
    return found


def strokes(pieces: list[Piece]) -> list[Stroke]:
    """All that is drawn in them."""
    return [stroke for piece in pieces for stroke in read_piece(piece.content)]


def test_pieces_are_small_enough_to_travel_between_two_meldingen() -> None:
    """And hold every stroke once, in their box, under their address."""
    told = town(2_000)
    pieces = list(pieces_of([[], [], told, []]))
    assert len(pieces) > 4
    assert max(piece.ref.size for piece in pieces) <= MOST_PIECE_BYTES[2]
    assert sorted(map(str, strokes(pieces))) == sorted(map(str, told))
    for piece in pieces:
        assert piece.ref.address == address_of(piece.content)
        assert piece.ref.size == len(piece.content)
        lats = [lat for stroke in read_piece(piece.content) for lat, _ in stroke.points]
        assert (piece.ref.box.south, piece.ref.box.north) == (min(lats), max(lats))


def test_the_order_in_which_it_is_told_changes_nothing() -> None:
    """The same streets, the same addresses."""
    told = town(500)
    shuffled = random.Random(2).sample(told, len(told))
    addresses = [[piece.ref.address for piece in pieces_of([each])] for each in (told, shuffled)]
    assert addresses[0] == addresses[1]


def test_one_new_street_changes_one_piece() -> None:
    """A new edition of a map is fetched for the smallest part only."""
    told = town(1_000)
    # In the middle of its stretch, where there is room in its piece.
    before = {piece.ref.address for piece in pieces_of([told])}
    renamed = [*told[1:], Stroke(kind=StrokeKind.STREET, name="Nieuw", points=told[0].points)]
    after = {piece.ref.address for piece in pieces_of([renamed])}
    assert len(before - after) == 1
    assert len(after - before) == 1


def test_less_detail_comes_first() -> None:
    """Whoever fetches in this order sees main streets first."""
    main = [Stroke(kind=StrokeKind.MAIN, points=stroke.points) for stroke in town(20)]
    pieces = list(pieces_of([main, [], town(600), town(50, seed=3)]))
    refs = [piece.ref.level for piece in pieces]
    assert refs == sorted(refs)
    assert set(refs) == {0, 2, 3}


POINT = st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000))


@given(st.lists(st.lists(POINT, min_size=2, max_size=4), max_size=30))
def test_it_works_all_over_the_globe(lines: list[list[tuple[int, int]]]) -> None:
    """South and west of Greenwich too."""
    told = [Stroke(kind=StrokeKind.PATH, points=tuple(line)) for line in lines]
    assert sorted(map(str, strokes(list(pieces_of([told]))))) == sorted(map(str, told))
