"""A document in pieces: small ones, from any byte on."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down
from protocol.wire.messages import Piece
from server.documents.pieces import PIECE_BYTES, pieces


@given(st.binary(max_size=3 * PIECE_BYTES), st.integers(0, 4 * PIECE_BYTES) | st.integers(0, 2**63 - 1))
def test_pieces_carry_the_rest_of_a_document(content: bytes, offset: int) -> None:
    """From any byte on, in small pieces; from the end on it is one that is empty, and then no more."""
    frames = list(pieces(7, content, offset))
    came = [decode_down(frame, DeltaReader(0, 0), now_ms=0) for frame in frames]
    rest = content[offset:]
    assert len(came) == max(1, -(-len(rest) // PIECE_BYTES))
    assert b"".join(piece.data for piece in came if isinstance(piece, Piece)) == rest
    at = min(offset, len(content))
    for piece in came:
        assert isinstance(piece, Piece)
        assert (piece.id, piece.offset, piece.total) == (7, at, len(content))
        at += len(piece.data)
