"""Pieces of a map: what was written is read, small; whatever else comes in is refused by name."""

import random
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import WrongShape
from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.piece import MAX_PIECE_BYTES, Stroke, StrokeKind, read_piece, write_piece
from protocol.wire.packing import pack
from tests.protocol.map.make import STROKES, raw_deflate, reads_or_refuses, refuses

LINE = Stroke(kind=StrokeKind.STREET, name="Kade", points=((5_200_000, 436_000), (5_200_010, 436_020)))


@given(st.lists(STROKES, max_size=8).map(tuple))
def test_what_was_written_is_read(strokes: tuple[Stroke, ...]) -> None:
    """Every stroke, in its order, to the quantum; the same strokes are the same bytes."""
    content = write_piece(strokes)
    assert read_piece(content) == strokes
    assert write_piece(read_piece(content)) == content


@given(st.lists(STROKES, min_size=1, max_size=4).map(tuple), st.data())
def test_a_piece_cut_short_is_refused(strokes: tuple[Stroke, ...], data: st.DataObject) -> None:
    """At any byte; and one with more behind it as well, since its address would not be of the piece."""
    content = write_piece(strokes)
    refuses(read_piece, content[: data.draw(st.integers(0, len(content) - 1))])
    refuses(read_piece, content + b"\x00", "one stream")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """As a stream, and packed into one."""
    reads_or_refuses(read_piece, content)
    reads_or_refuses(read_piece, raw_deflate(content))


_LEAVES = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=3)
_ANYTHING = st.recursive(_LEAVES | st.binary(max_size=3), lambda inner: st.lists(inner, max_size=8))


@given(st.lists(_ANYTHING, max_size=4), st.lists(st.lists(_LEAVES, max_size=8), max_size=3))
def test_any_values_are_read_or_refused(rows: list[Any], strokes: list[Any]) -> None:
    """Whatever msgpack can say."""
    reads_or_refuses(read_piece, raw_deflate(pack(rows)))
    reads_or_refuses(read_piece, raw_deflate(pack([1, ["Kade"], *rows, *strokes])))


@given(st.lists(st.lists(st.integers(-(2**63), 2**64 - 1), min_size=6, max_size=8), max_size=3))
def test_nothing_that_is_read_lies_outside_the_earth(rows: list[list[int]]) -> None:
    """However large the steps are."""
    whole = [[4, 0, *row[2:]] for row in rows]
    try:
        strokes = read_piece(raw_deflate(pack([1, [], *whole])))
    except WrongShape:
        return
    for lat, lon in (point for stroke in strokes for point in stroke.points):
        assert abs(lat) <= MAX_LAT
        assert abs(lon) <= MAX_LON


@pytest.mark.parametrize(
    "points",
    [
        ((0, 0), (MAX_LAT + 1, 0)),
        ((0, 0), (0, -MAX_LON - 1)),
        ((0, 0),),
        [(0, 0), (1, 1)],
    ],
)
def test_a_stroke_is_two_points_on_earth_from_birth(points: Any) -> None:
    """So that a builder hears of it, and not a console."""
    with pytest.raises((TypeError, ValueError), match="points"):
        Stroke(kind=StrokeKind.PATH, points=points)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([2, []], "version 1"),
        ([True, []], "version 1"),
        ([1.0, []], "version 1"),
        ([1], "version 1"),
        ([1, [7]], "version 1"),
        ([1, "Kade"], "version 1"),
        (7, "version 1"),
        ([1, [], 7], r"a stroke: kind, name, and steps in pairs @ \$\[2\]"),
        ([1, [], [4, 0, 1, 1, 1]], "in pairs"),
        ([1, [], [4, 0, 1, 1]], "in pairs"),
        ([1, [], [4, 1, 0, 0, 1, 1]], "in pairs"),
        ([1, ["a"], [4, -1, 0, 0, 1, 1]], "in pairs"),
        ([1, [], [4, 0, 0, 0, 1, True]], "in pairs"),
        ([1, [], [4, 0, 0, 0, 1, 1.0]], "in pairs"),
        ([1, [], [11, 0, 0, 0, 1, 1]], "11 is not a valid StrokeKind"),
        ([1, [], [4, 0, 0, 0, 1, 1], [4, 0, 9_000_000, 0, 1, 1]], r"on earth.* @ \$\[3\]"),
    ],
)
def test_a_wrong_piece_says_what_is_wrong_and_where(raw: Any, words: str) -> None:
    """In one sentence that can be logged."""
    refuses(read_piece, raw_deflate(pack(raw)), words)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """A few kilobytes that would become many megabytes."""
    bomb = raw_deflate(bytes(64 * 1024 * 1024))
    assert len(bomb) < 100_000
    refuses(read_piece, bomb, f"at most {MAX_PIECE_BYTES} bytes")


def test_a_piece_nested_too_deep_is_refused() -> None:
    """Without a deep recursion of ours."""
    refuses(read_piece, raw_deflate(b"\x91" * 100_000 + b"\x90"), "a piece of a map")


def test_zlib_with_a_header_is_not_a_piece() -> None:
    """One way of writing it, so that the address is of it."""
    refuses(read_piece, zlib.compress(pack([1, []])))


def test_names_are_told_once() -> None:
    """A street in a hundred strokes costs its name once."""
    once = len(write_piece((LINE,)))
    many = len(write_piece((LINE,) * 100))
    assert many < once + 60


def test_a_typical_piece_is_small() -> None:
    """Two hundred winding streets of eight points, names included, take about three bytes a point."""
    some = random.Random(7)
    strokes = []
    for street in range(200):
        lat, lon = 5_200_000 + some.randrange(2_000), 436_000 + some.randrange(3_000)
        points = [(lat, lon)]
        for _ in range(7):
            lat, lon = lat + some.randrange(-40, 40), lon + some.randrange(-60, 60)
            points.append((lat, lon))
        name = f"{some.choice(['Oost', 'West', 'Nieuwe', 'Lange'])}straat {street % 60}"
        strokes.append(Stroke(kind=StrokeKind.STREET, name=name, points=tuple(points)))
    assert len(write_piece(tuple(strokes))) < 200 * 8 * 3.2
