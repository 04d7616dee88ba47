"""Strategies for maps, and how hostile bytes are judged, for the tests of this folder."""

import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st

from protocol.errors import WrongShape
from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.index import Box
from protocol.map.piece import Stroke, StrokeKind
from tests.strategies import words

QUANTA = st.tuples(st.integers(-MAX_LAT, MAX_LAT), st.integers(-MAX_LON, MAX_LON))
NAMES = st.sampled_from(["", "Kade", "Oude Delft"]) | words(40)
STROKES = st.builds(
    Stroke,
    kind=st.sampled_from(StrokeKind),
    name=NAMES,
    points=st.lists(QUANTA, min_size=2, max_size=6).map(tuple),
)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Any box on earth, a single point too."""
    (south, west), (north, east) = draw(QUANTA), draw(QUANTA)
    return Box(south=min(south, north), west=min(west, east), north=max(south, north), east=max(west, east))


def raw_deflate(packed: bytes) -> bytes:
    """The bytes as one raw deflate stream, as pieces travel."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(packed) + deflate.flush()


def refuses(read: Callable[[bytes], Any], content: bytes, words: str = "expected") -> None:
    """Asserts that the content is refused as wrong in shape, in these words at least."""
    with pytest.raises(WrongShape, match=words):
        read(content)


def reads_or_refuses(read: Callable[[bytes], Any], content: bytes) -> None:
    """Whatever the bytes, nothing but WrongShape is raised."""
    try:
        read(content)
    except WrongShape:
        return
