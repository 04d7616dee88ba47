"""The indicators of a shift and a week, read from the file."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from protocol.model.moment import to_ms
from protocol.model.terms import ClockStart, Terms
from server.archive.case import OWED
from server.archive.schema import open_file
from server.archive.store import row_of
from server.archive.window import cases_owed, indicators_of
from tests.server.archive.make import NOON, case, sent

HOUR = timedelta(hours=1)


@pytest.fixture
def link(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty archive."""
    connection = open_file(tmp_path / "archive.db", "h")
    yield connection
    connection.close()


def _put(link: sqlite3.Connection, **said: Any) -> None:
    row = row_of(case(**said))
    link.execute(f"INSERT INTO incident VALUES ({', '.join('?' * len(row))})", row)


def _closing(link: sqlite3.Connection, seq: int, at: Any, *passed: str) -> None:
    link.execute("INSERT INTO closing VALUES (?, 1, ?, ?)", (seq, to_ms(at), json.dumps(passed)))


def test_both_stretches_roll_with_the_clock(link: sqlite3.Connection) -> None:
    """Eight hours and seven days back; what is older is in neither."""
    for number, ago in enumerate((HOUR, 7 * HOUR, 9 * HOUR, 200 * HOUR), start=1):
        _put(link, number=number, opened=NOON - ago)
        _closing(link, number, NOON - ago, *(["feedback"] if number == 3 else []))
    told = indicators_of(link, now=NOON, terms=Terms())
    assert [told[name]["opened"] for name in ("shift", "week")] == [2, 3]
    assert [told[name]["emergency"] for name in ("shift", "week")] == [
        {"closings": 0, "of": 2, "passed": {}},
        {"closings": 1, "of": 3, "passed": {"feedback": 1}},
    ]


def test_target_and_clock_are_the_sites(link: sqlite3.Connection) -> None:
    """The same arrival is within by one measure and late by another."""
    opened = NOON - HOUR
    _put(link, opened=opened, assigned=opened + HOUR / 4, arrived=opened + HOUR / 2)
    measures = [
        Terms(targets_min=(15,)),
        Terms(targets_min=(30,)),
        Terms(targets_min=(15,), clock_start=ClockStart.ASSIGNED),
    ]
    told = [indicators_of(link, now=NOON, terms=terms)["shift"]["on_spot"]["share"] for terms in measures]
    assert told == [0.0, 1.0, 1.0]


def test_without_a_target_the_usual_one_holds(link: sqlite3.Connection) -> None:
    """A quarter of an hour."""
    assert indicators_of(link, now=NOON, terms=Terms(targets_min=()))["target_min"] == 15


def test_the_bias_meter_is_of_the_shift_and_of_the_week(link: sqlite3.Connection) -> None:
    """A shift sees its own choices; the week sees both (B6)."""
    _put(link, number=1, opened=NOON - HOUR, choices=(sent(),))
    _put(link, number=2, opened=NOON - 9 * HOUR, choices=(sent(nearest="12.01", extra_s=90),))
    told = indicators_of(link, now=NOON, terms=Terms())
    found = [told[name]["choices"] for name in ("shift", "week")]
    assert [(each["of"], each["passed_over"], each["extra_s"]["total"]) for each in found] == [
        (1, 0, 0),
        (2, 1, 90),
    ]


def test_what_is_owed_longest_stands_first(link: sqlite3.Connection) -> None:
    """Since it was closed, or opened while it is still open."""
    _put(link, number=1, opened=NOON, closed=NOON + 3 * HOUR, feedback=OWED)
    _put(link, number=2, opened=NOON + HOUR, feedback=OWED)
    _put(link, number=3, opened=NOON)
    assert [each.number for each in cases_owed(link)] == [2, 1]
