"""The picture of what can be reached: bits that fit their grid, and edges that are right."""

import zlib
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.map.earth import MAX_LAT, MAX_LON
from protocol.map.reach import MAX_REACH_BYTES, MOST_CELLS, Reach, read_reach, write_reach
from protocol.wire.packing import pack
from tests.protocol.map.make import reads_or_refuses, refuses


@st.composite
def reaches(draw: st.DrawFn) -> Reach:
    """Any picture; with or without a proposed dispatch."""
    columns, rows = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    size = (columns * rows + 7) // 8
    return Reach(
        south=draw(st.integers(-MAX_LAT, MAX_LAT)),
        west=draw(st.integers(-MAX_LON, MAX_LON)),
        cell_lat=draw(st.integers(1, 500)),
        cell_lon=draw(st.integers(1, 500)),
        columns=columns,
        rows=rows,
        within_s=draw(st.integers(1, 86_400)),
        permille=draw(st.integers(0, 1_000)),
        permille_after=draw(st.integers(0, 1_000)),
        reached=draw(st.binary(min_size=size, max_size=size)),
        lost=draw(st.just(b"") | st.binary(min_size=size, max_size=size)),
        by_road=draw(st.booleans()),
    )


GRID = Reach(
    south=100,
    west=-30,
    cell_lat=10,
    cell_lon=20,
    columns=3,
    rows=2,
    within_s=480,
    permille=500,
    permille_after=500,
    reached=bytes([0b100_001]),
)
"""South-west and north-east are reached; it ends at lat 120, lon 30."""


@given(reaches())
def test_what_was_written_is_read(reach: Reach) -> None:
    """Both pictures, to the bit."""
    assert read_reach(write_reach(reach)) == reach


@given(reaches(), st.data())
def test_a_picture_cut_short_or_changed_is_read_or_refused(reach: Reach, data: st.DataObject) -> None:
    """Nothing but WrongShape is raised; more behind it is refused as well."""
    content = write_reach(reach)
    refuses(read_reach, content[: data.draw(st.integers(0, len(content) - 1))])
    refuses(read_reach, content + b"\x00", "one stream")
    changed = bytearray(content)
    changed[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    reads_or_refuses(read_reach, bytes(changed))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """As they are, and packed."""
    reads_or_refuses(read_reach, content)
    reads_or_refuses(read_reach, zlib.compress(content))


@pytest.mark.parametrize(
    ("lat", "lon", "held"),
    [
        (100, -30, True),
        (109, -11, True),
        (99, -30, False),
        (100, -31, False),
        (110, -30, False),
        (100, -10, False),
        (110, 10, True),
        (119, 29, True),
        (120, 29, False),
        (119, 30, False),
        (90, 30, False),
        (-(2**40), -(2**40), False),
    ],
)
def test_a_cell_holds_its_south_and_west_edge_and_not_the_others(lat: int, lon: int, held: bool) -> None:
    """No point is in two cells, and none outside the grid is in any."""
    assert GRID.holds(GRID.reached, lat, lon) == held


@given(reaches(), st.data())
def test_every_bit_is_one_cell(reach: Reach, data: st.DataObject) -> None:
    """From row and column to a point in it, and back to the same bit."""
    row, column = (data.draw(st.integers(0, most - 1)) for most in (reach.rows, reach.columns))
    lat = reach.south + row * reach.cell_lat + data.draw(st.integers(0, reach.cell_lat - 1))
    lon = reach.west + column * reach.cell_lon + data.draw(st.integers(0, reach.cell_lon - 1))
    bits = int.from_bytes(reach.reached, "little")
    assert reach.holds(reach.reached, lat, lon) == bool(bits >> (row * reach.columns + column) & 1)


def test_an_empty_picture_holds_nothing() -> None:
    """Nothing is lost where nobody is proposed."""
    assert not GRID.holds(GRID.lost, 100, -30)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"south": -MAX_LAT - 1}, "south"),
        ({"west": MAX_LON + 1}, "west"),
        ({"cell_lat": 0}, "cell_lat"),
        ({"cell_lon": 2**40}, "cell_lon"),
        ({"columns": 4_001}, "columns"),
        ({"rows": 0}, "rows"),
        ({"columns": 4_000, "rows": 63}, f"at most {MOST_CELLS} cells"),
        ({"within_s": 0}, "within_s"),
        ({"permille": 1_001}, "permille"),
        ({"permille_after": -1}, "permille_after"),
        ({"reached": b""}, "reached must be 1 bytes"),
        ({"reached": b"ab"}, "reached must be 1 bytes"),
        ({"lost": b"ab"}, "lost must be 1 bytes"),
        ({"by_road": 1}, "by_road"),
    ],
)
def test_a_picture_fits_its_grid_from_birth(said: dict[str, Any], words: str) -> None:
    """The field, the rule and the value are named."""
    with pytest.raises((TypeError, ValueError), match=words):
        evolve(GRID, **said)


def test_a_wrong_picture_is_refused_by_the_reader_too() -> None:
    """The same rules hold for what comes from outside; here a row that is not there."""
    raw = [100, -30, 10, 20, 3, 2, 480, 500, 500, bytes([0b100_001])]
    assert read_reach(zlib.compress(pack(raw))) == GRID
    refuses(read_reach, zlib.compress(pack([*raw[:5], 20, *raw[6:]])), "reached must be 8 bytes")
    refuses(read_reach, zlib.compress(pack([*raw[:9], "x"])), "bytes")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """A few kilobytes that would become many megabytes."""
    refuses(read_reach, zlib.compress(bytes(64 * 1024 * 1024), 9), f"at most {MAX_REACH_BYTES} bytes")


def test_the_largest_picture_fits() -> None:
    """Two pictures of as many cells as there may be, in the worst case."""
    size = (MOST_CELLS + 7) // 8
    noise = bytes(place * 73 % 251 for place in range(size))
    large = evolve(GRID, columns=1_000, rows=MOST_CELLS // 1_000, reached=noise, lost=noise[::-1])
    assert read_reach(write_reach(large)) == large
