"""What is near, and why: place, melder and kind, in time and radius."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.point import Point, distance_m
from server.archive.near import MOST, Here, near, reasons
from server.archive.near import _box as box
from server.archive.schema import open_file
from server.archive.store import row_of
from tests.server.archive.make import NOON, case

HERE = Point(lat_deg=51.92, lon_deg=4.487)


@pytest.fixture
def link(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty archive."""
    connection = open_file(tmp_path / "archive.db", "h")
    yield connection
    connection.close()


def _put(link: sqlite3.Connection, **said: Any) -> None:
    row = row_of(case(**said))
    link.execute(f"INSERT INTO incident VALUES ({', '.join('?' * len(row))})", row)


def _numbers(link: sqlite3.Connection, here: Here, **said: Any) -> list[int]:
    return [each.case.number for each in near(link, here, now=NOON, **said)]


def test_open_ones_first_then_most_reasons_then_newest(link: sqlite3.Connection) -> None:
    """So that a duplicate stands on top while somebody types (A83)."""
    day = timedelta(days=1)
    _put(link, number=1, opened=NOON - 3 * day, closed=NOON, place="Blaak 31")
    _put(link, number=2, opened=NOON - 2 * day, closed=NOON, place="blaak  31")
    _put(link, number=3, opened=NOON - 9 * day, closed=NOON, place="Blaak 31", code="inbraak")
    _put(link, number=4, opened=NOON - 8 * day, melder_number="0612345678", place="elders")
    here = Here(place="Blaak 31", number="+31612345678", code="INBRAAK")
    assert _numbers(link, here) == [4, 3, 2, 1]
    assert _numbers(link, here, only_open=True) == [4]


def test_what_is_long_ago_does_not_count_unless_it_is_open(link: sqlite3.Connection) -> None:
    """The period is in days."""
    _put(link, number=1, opened=NOON - timedelta(days=10), closed=NOON)
    _put(link, number=2, opened=NOON - timedelta(days=10))
    assert _numbers(link, Here(place="Blaak 31"), days=9) == [2]
    assert _numbers(link, Here(place="Blaak 31"), days=11) == [2, 1]


def test_the_radius_is_a_circle(link: sqlite3.Connection) -> None:
    """A corner of the box around it is outside."""
    _put(link, number=1, lat=51.9215, lon=4.4894, place="hoek")
    _put(link, number=2, lat=51.9219, lon=4.487, place="noord")
    assert _numbers(link, Here(point=HERE), radius_m=220) == [2]
    assert _numbers(link, Here(point=HERE), radius_m=250) == [2, 1]


def test_at_most_a_screenful(link: sqlite3.Connection) -> None:
    """The newest."""
    for number in range(1, MOST + 6):
        _put(link, number=number, opened=NOON - timedelta(hours=40 - number))
    assert _numbers(link, Here(place="Blaak 31")) == list(range(MOST + 5, 5, -1))


def test_the_kind_alone_is_no_reason() -> None:
    """Every burglary in town is of one kind; nearby it means something."""
    here = Here(place="Blaak 31", code="inbraak", number="0612345678")
    assert reasons(here, case(place="elders", code="inbraak"), radius_m=250) == ()
    assert reasons(here, case(code="inbraak", melder_number="06 1234 5678"), radius_m=250) == (
        "place",
        "number",
        "code",
    )


@given(st.floats(-80, 80), st.floats(-160, 160), st.floats(1, 50_000))
def test_nothing_within_the_radius_is_outside_the_box(lat: float, lon: float, radius_m: float) -> None:
    """Whatever the direction, everywhere people live."""
    here = Point(lat_deg=lat, lon_deg=lon)
    north, east = box(here, radius_m)
    for step in range(-4, 5):
        for far in (-1.001, 1.001):
            outside = (lat + north * far, lon + east * step / 4)
            assert distance_m(here, Point(lat_deg=outside[0], lon_deg=outside[1])) > radius_m
            aside = Point(lat_deg=lat + north * step / 4, lon_deg=lon + east * far)
            assert distance_m(here, aside) > radius_m
