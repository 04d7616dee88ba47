"""The index of a map: which pieces there are, bounded and checked before anything is fetched."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.index import (
    MAX_INDEX_BYTES,
    MOST_LEVEL,
    MOST_PIECES,
    Box,
    MapIndex,
    PieceRef,
    read_index,
    write_index,
)
from protocol.map.piece import MAX_PIECE_BYTES
from protocol.model.map_address import address_of
from protocol.wire.packing import pack, unpack
from tests.protocol.map.make import NAMES, boxes, reads_or_refuses, refuses

REFS = st.builds(
    PieceRef,
    address=st.binary(max_size=9).map(address_of),
    level=st.integers(0, MOST_LEVEL),
    size=st.integers(1, MAX_PIECE_BYTES),
    box=boxes(),
)
INDEXES = st.builds(
    MapIndex, name=NAMES, attribution=NAMES, box=boxes(), pieces=st.lists(REFS, max_size=5).map(tuple)
)
BOX = Box(south=5_190_000, west=430_000, north=5_210_000, east=450_000)
REF = PieceRef(address=address_of(b"a"), level=0, size=900, box=BOX)
INDEX = MapIndex(name="Delft", attribution="© OpenStreetMap", box=BOX, pieces=(REF,))


@given(INDEXES)
def test_what_was_written_is_read(index: MapIndex) -> None:
    """And written again it is the same content, with the same address."""
    content = write_index(index)
    assert read_index(content) == index
    assert write_index(read_index(content)) == content


@given(INDEXES, st.data())
def test_an_index_cut_short_or_changed_is_read_or_refused(index: MapIndex, data: st.DataObject) -> None:
    """A byte missing is always noticed; a byte changed raises nothing but WrongShape."""
    content = write_index(index)
    refuses(read_index, content[: data.draw(st.integers(0, len(content) - 1))])
    at = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[at] ^= data.draw(st.integers(1, 255))
    reads_or_refuses(read_index, bytes(changed))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Nothing else is raised."""
    reads_or_refuses(read_index, content)


def _raw(**said: Any) -> list[Any]:
    """The index as msgpack says it, with other values in its one piece, its box or itself."""
    raw = unpack(write_index(INDEX), max_bytes=MAX_INDEX_BYTES)
    version, (name, attribution, box, ((address, level, size, piece_box),)) = raw
    piece = [
        said.get("address", address),
        said.get("level", level),
        said.get("size", size),
        said.get("piece_box", piece_box),
    ]
    return [
        said.get("version", version),
        [said.get("name", name), attribution, said.get("box", box), said.get("pieces", [piece])],
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"version": 2}, "version 1"),
        ({"version": True}, "version 1"),
        ({"version": 1.0}, "version 1"),
        ({"name": 7}, r"text @ \$\[1\]\.name"),
        ({"name": "x" * 501}, "name"),
        ({"address": b"short"}, r"must be 16 bytes.*pieces\[0\]"),
        ({"level": -1}, "level"),
        ({"level": MOST_LEVEL + 1}, "level"),
        ({"level": True}, "int"),
        ({"size": 0}, "size"),
        ({"size": MAX_PIECE_BYTES + 1}, "size"),
        ({"size": 2**63}, "size"),
        ({"box": [1, 0, 0, 0]}, "south-west to north-east"),
        ({"box": [0, 1, 0, 0]}, "south-west to north-east"),
        ({"piece_box": [0, 0, MAX_LAT + 1, 0]}, "north"),
        ({"piece_box": [0, -MAX_LON - 1, 0, 0]}, "west"),
        ({"piece_box": [0, 0, 0]}, "east"),
        ({"pieces": 7}, "array"),
    ],
)
def test_a_wrong_index_says_what_is_wrong(said: dict[str, Any], words: str) -> None:
    """A console fetches nothing on its word."""
    refuses(read_index, pack(_raw(**said)), words)
    assert read_index(pack(_raw())) == INDEX


def test_an_index_holds_as_many_pieces_as_are_read() -> None:
    """A builder hears at once that there are too many, and the fullest index still fits."""
    full = evolve(INDEX, pieces=(REF,) * MOST_PIECES)
    assert len(write_index(full)) < MAX_INDEX_BYTES
    assert read_index(write_index(full)) == full
    with pytest.raises(ValueError, match="pieces"):
        evolve(INDEX, pieces=(REF,) * (MOST_PIECES + 1))


def test_too_long_an_index_is_refused_unread() -> None:
    """Before anything is made of it."""
    refuses(read_index, pack([1, "x" * MAX_INDEX_BYTES]), "at most")


@given(boxes(), boxes())
def test_boxes_meet_when_they_share_a_point(one: Box, other: Box) -> None:
    """Edges included, whichever is asked."""
    lats = range(max(one.south, other.south), min(one.north, other.north) + 1)
    lons = range(max(one.west, other.west), min(one.east, other.east) + 1)
    assert one.meets(other) == other.meets(one) == bool(lats and lons)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(south=10, west=10, north=20, east=20), True),
        (Box(south=11, west=0, north=20, east=10), False),
        (Box(south=0, west=-9, north=10, east=-1), False),
        (Box(south=5, west=5, north=5, east=5), True),
    ],
)
def test_boxes_meet_at_a_corner_and_not_beyond(other: Box, meets: bool) -> None:
    """Edges belong to a box."""
    assert Box(south=0, west=0, north=10, east=10).meets(other) == meets
