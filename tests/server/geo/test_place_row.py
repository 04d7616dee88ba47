"""Rows of places as values."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.geo.place_row import marks, read_rows
from tests.server.geo.named import CORNER, TOWN, written


def test_the_asked_places_are_read(tmp_path: Path) -> None:
    """Each with everything; ids that are not there, and none at all, give none."""
    with closing(sqlite3.connect(written(tmp_path / "stad.map"))) as link:
        (row,) = read_rows(link, [2, 9_999])
        assert (row.id, row.kind, row.name, row.folded, row.within, row.weight) == (
            2,
            TOWN[1][0],
            "Oude Delft",
            "oude delft",
            "Centrum",
            900,
        )
        assert (row.lat, row.lon) == (CORNER[0] + 120, CORNER[1] + 60)
        assert read_rows(link, []) == []


def test_a_list_has_a_mark_for_each() -> None:
    """And none is an empty list, which SQLite takes."""
    assert (marks([]), marks([1]), marks([1, 2, 3])) == ("", "?", "?,?,?")
