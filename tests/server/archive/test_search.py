"""Search: every filter finds what it says and nothing else, in pages, newest first."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol.model.moment import from_ms
from server.archive.schema import open_file
from server.archive.search import PER_PAGE, Filter, search
from server.archive.store import row_of
from tests.server.archive.make import NOON, case

DAY = timedelta(days=1)


def _put(link: sqlite3.Connection, words: str, **said: Any) -> None:
    row = row_of(case(**said))
    link.execute(f"INSERT INTO incident VALUES ({', '.join('?' * len(row))})", row)
    link.execute("INSERT INTO words (rowid, said) VALUES (?, ?)", (said["number"], words))


@pytest.fixture
def link(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Four cases, one a day."""
    connection = open_file(tmp_path / "archive.db", "h")
    _put(connection, "een rode fiets", number=1, opened=NOON, melder_number="06 12345678", code="fiets")
    _put(connection, "brand in café De Kroon", number=2, opened=NOON + DAY, closed=NOON + 2 * DAY)
    _put(connection, "fietsen", number=3, opened=NOON + 2 * DAY, priority=3, place="Coolsingel 4")
    _put(connection, "100% stil", number=4, opened=NOON + 3 * DAY, priority=2, what="Stilte_")
    yield connection
    connection.close()


def _found(link: sqlite3.Connection, **wanted: Any) -> list[int]:
    return [each.number for each in search(link, Filter(**wanted), page=1).cases]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [4, 3, 2, 1]),
        ({"text": "fiets"}, [3, 1]),
        ({"text": "FIETS rood"}, []),
        ({"text": "rod fiets"}, []),
        ({"text": "rode fie"}, [1]),
        ({"text": "cafe kroon"}, [2]),
        ({"place": "COOL"}, [3]),
        ({"place": "%"}, []),
        ({"what": "stilte_"}, [4]),
        ({"what": "e_i"}, []),
        ({"number": "5678"}, [1]),
        ({"number": "0612345678"}, [1]),
        ({"number": "1234"}, []),
        ({"since": NOON + DAY}, [4, 3, 2]),
        ({"before": NOON + DAY}, [1]),
        ({"priorities": frozenset({2, 3})}, [4, 3]),
        ({"code": "FI"}, [1]),
        ({"code": "fietsen"}, []),
        ({"open": True}, [4, 3, 1]),
        ({"open": False}, [2]),
        ({"text": "fiets", "priorities": frozenset({3})}, [3]),
    ],
)
def test_a_filter_finds_what_it_says(
    link: sqlite3.Connection, wanted: dict[str, Any], numbers: list[int]
) -> None:
    """All of them together; signs of SQL mean nothing."""
    assert _found(link, **wanted) == numbers


def test_pages_follow_each_other_and_hold_everything_once(link: sqlite3.Connection) -> None:
    """Twenty a page, and past the end there is nothing."""
    for number in range(5, 46):
        _put(link, "x", number=number, opened=NOON)
    pages = [search(link, Filter(), page=page) for page in (1, 2, 3, 4)]
    assert [page.total for page in pages] == [45] * 4
    assert [len(page.cases) for page in pages] == [PER_PAGE, PER_PAGE, 5, 0]
    numbers = [each.number for page in pages for each in page.cases]
    assert sorted(numbers) == list(range(1, 46))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    wanted=st.builds(
        Filter,
        text=st.text(max_size=20),
        place=st.text(max_size=10),
        number=st.text("0123456789", max_size=6),
        since=st.none() | st.integers(0, 2**40).map(from_ms),
        code=st.text(max_size=5),
        what=st.text(max_size=5),
    )
)
def test_no_filter_is_an_error(link: sqlite3.Connection, wanted: Filter) -> None:
    """Whatever somebody types."""
    assert search(link, wanted, page=1).total <= 4
