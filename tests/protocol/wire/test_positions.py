"""Positions: five bytes a unit, dated to two seconds, each frame on its own."""

import operator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import BadMessage, WrongShape
from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.number import MAX_NUMBER
from protocol.model.point import from_grid
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Positions
from protocol.wire.positions import read_positions, write_positions
from tests.strategies import NOON_MS, fixes

HALF_ROUND_MS = 65_536 * 100 // 2
"""The clock of a frame counts tenths of seconds and comes round after 109 minutes."""

by_unit = operator.attrgetter("unit")


def _fix(unit: int, *, age_ms: int = 0, lat: int = 5_192_000, lon: int = 449_000) -> Fix:
    return Fix(unit=unit, point=from_grid(lat, lon), at=from_ms(NOON_MS - age_ms))


ages = st.integers(0, 7_200_000).map(lambda age_ms: from_ms(NOON_MS - age_ms))


@given(
    st.lists(fixes(ages), max_size=20, unique_by=by_unit),
    st.integers(-HALF_ROUND_MS + 200, HALF_ROUND_MS - 200),
)
def test_fixes_come_back_on_the_grid_and_dated_within_two_seconds(sent: list[Fix], skew_ms: int) -> None:
    """Wherever the clock of the reader stands within 54 minutes of the sender's."""
    read = read_positions(write_positions(sent, NOON_MS), NOON_MS + skew_ms)
    pairs = list(zip(sorted(sent, key=by_unit), sorted(read, key=by_unit), strict=True))
    assert [(one.unit, one.point) for one, _ in pairs] == [(two.unit, two.point) for _, two in pairs]
    for one, two in pairs:
        assert timedelta(milliseconds=-100) <= two.at - one.at < timedelta(seconds=2)


@given(st.lists(fixes(), max_size=8))
def test_a_fix_of_any_age_can_be_sent(sent: list[Fix]) -> None:
    """One from the future counts as of now, one older than the calendar as its beginning."""
    read = read_positions(write_positions(sent, NOON_MS), NOON_MS)
    assert sorted((each.unit, each.point.lat_deg, each.point.lon_deg) for each in sent) == sorted(
        (each.unit, each.point.lat_deg, each.point.lon_deg) for each in read
    )
    assert all(each.at <= from_ms(NOON_MS) for each in read)


def test_fifty_units_of_one_town_cost_five_bytes_each() -> None:
    """And some twenty for the frame."""
    town = tuple(_fix(unit, lat=5_190_000 + 37 * unit, lon=440_000 + 91 * unit) for unit in range(1, 51))
    assert len(encode(Positions(fixes=town), now_ms=NOON_MS)) <= 50 * 5 + 20


@pytest.mark.parametrize("now_ms", [0, 65_536 * 100 - 1, 65_536 * 100, 65_536 * 100 * 274_000 - 50])
@pytest.mark.parametrize("late_ms", [0, 100, 60_000, -60_000])
def test_the_clock_of_a_frame_comes_round_unnoticed(now_ms: int, late_ms: int) -> None:
    """Just before and just after it comes round, for early and for late readers."""
    fix = Fix(unit=1, point=from_grid(0, 0), at=from_ms(now_ms))
    (read,) = read_positions(write_positions([fix], now_ms), max(0, now_ms + late_ms))
    assert read.at == from_ms(now_ms // 100 * 100)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(9_000_000, 18_000_000), (-9_000_000, -18_000_000), (-1, -1), (65_535, 65_536), (-65_536, -65_537)],
)
def test_the_edges_of_cells_and_of_the_earth_are_met(lat: int, lon: int) -> None:
    """South and west of zero too."""
    fix = _fix(1, lat=lat, lon=lon)
    assert read_positions(write_positions([fix], NOON_MS), NOON_MS) == (fix,)


def test_the_highest_unit_ids_fit() -> None:
    """An id far from the one before costs a few bytes more."""
    sent = [_fix(unit) for unit in (1, 127, 128, 16_511, MAX_NUMBER)]
    assert read_positions(write_positions(sent, NOON_MS), NOON_MS) == tuple(sent)


def test_nobody_is_a_frame_too() -> None:
    """Of the clock alone."""
    assert read_positions(write_positions([], NOON_MS), NOON_MS) == ()


def _group(packed: bytes, *, age: Any = 0, lat: Any = 0, lon: Any = 0) -> list[Any]:
    return [0, [age, lat, lon, packed]]


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ([], "[1]"),
        ([-1], "[1]"),
        ([65_536], "[1]"),
        ([True], "[1]"),
        ([0.5], "[1]"),
        ([0, 7], "[2]"),
        ([0, [0, 0, 0, b""], [0, 0, 0, "text"]], "[3]"),
        (_group(b"\x01\0\0\0"), "[2]"),
        (_group(b"\x80"), "[2]"),
        (_group(b"\xff\xff\xff\xff\xff\x01\0\0\0\0"), "[2]"),
        (_group(b"\xff\xff\xff\xff\x7f\0\0\0\0"), "[2]"),
        (_group(b"\0\0\0\0\0"), "[2]"),
        (_group(b"\x01\0\0\0\0", lat=138), "[2]"),
        (_group(b"\x01\0\0\0\0", lon=2**64 - 1), "[2]"),
        (_group(b"\x01\0\0\0\0", age=-1), "[2]"),
        (_group(b"\x01\0\0\0\0", age=True), "[2]"),
    ],
)
def test_what_is_no_group_of_units_is_refused_at_its_place(raw: list[Any], path: str) -> None:
    """Cut short, endless, nowhere on earth, unit 0, or of another type."""
    with pytest.raises(WrongShape) as caught:
        read_positions(raw, NOON_MS)
    assert path == caught.value.path


def test_an_age_before_the_calendar_is_its_beginning() -> None:
    """However absurd."""
    (fix,) = read_positions(_group(b"\x01\0\0\0\0", age=2**64 - 1), NOON_MS)
    assert fix.at == from_ms(0)


@given(st.lists(fixes(ages), min_size=1, max_size=3), st.data())
def test_a_damaged_frame_is_refused_or_read(sent: list[Fix], data: st.DataObject) -> None:
    """Never another error, wherever the damage is."""
    frame = bytearray(encode(Positions(fixes=tuple(sent)), now_ms=NOON_MS))
    frame[data.draw(st.integers(0, len(frame) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(BadMessage):
        message = decode_up(bytes(frame), now_ms=NOON_MS)
        assert message == decode_up(bytes(frame), now_ms=NOON_MS)


def test_a_later_fix_of_the_same_unit_is_a_frame_of_its_own() -> None:
    """Twice the same unit in one frame stays twice, in the order of age."""
    now, before = _fix(1), _fix(1, age_ms=10_000)
    expected: list[datetime] = [now.at, before.at]
    read = read_positions(write_positions([before, now], NOON_MS), NOON_MS)
    assert expected == [fix.at for fix in read]
    assert evolve(read[1], at=now.at) == now
