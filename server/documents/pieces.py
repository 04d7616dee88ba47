"""A document cut into the small pieces that the bulk lane carries. Pure; the hub sends them."""

from collections.abc import Iterator

from protocol.wire.frames import encode
from protocol.wire.messages import Piece

PIECE_BYTES = 300
"""A quarter of a second of a 9,600 bit/s line."""


def pieces(id: int, content: bytes, offset: int) -> Iterator[bytes]:
    """The frames that carry the document from `offset` on; one empty piece when nothing remains."""
    first = min(offset, len(content))
    for start in range(first, max(len(content), first + 1), PIECE_BYTES):
        data = content[start : start + PIECE_BYTES]
        yield encode(Piece(id=id, offset=start, total=len(content), data=data))
