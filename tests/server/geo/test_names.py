"""The names in memory: what the words may mean is among the few that come up."""

import sqlite3
from pathlib import Path

import pytest

from server.geo.names import MOST, Names
from server.geo.schema import folded
from tests.server.geo.named import CORNER, CROSSING, SPOT, STREET, TOWN, Row, written


def _names(path: Path, rows: tuple[Row, ...] = TOWN) -> Names:
    link = sqlite3.connect(written(path / "stad.map", rows))
    try:
        return Names(link)
    finally:
        link.close()


def test_it_holds_every_name_but_those_of_crossings(tmp_path: Path) -> None:
    """Those are reached by their streets."""
    names = _names(tmp_path)
    assert len(names) == sum(row[0] is not CROSSING for row in TOWN)
    ids = {name: at for at, (_, name, *_) in enumerate(TOWN, 1)}
    assert list(names.crossings_of("Markt")) == [
        ids["Markt / Oude Delft"],
        ids["Markt / Oude Langendijk"],
    ]
    assert list(names.crossings_of("Plein 1944")) == []


@pytest.mark.parametrize("text", ["markt", "mar", "delft oude", "m", "kerkstraat", "mrakt", "noorderkrk"])
def test_what_is_meant_is_among_them(tmp_path: Path, text: str) -> None:
    """Begun, in another order, mistyped."""
    meant = {
        "markt": "Markt",
        "mar": "Markt",
        "delft oude": "Oude Delft",
        "m": "Markt",
        "kerkstraat": "Nieuwe Kerkstraat",
        "mrakt": "Markt",
        "noorderkrk": "Noorderkerkstraat",
    }[text]
    found = _names(tmp_path).like(tuple(text.split()), None)
    assert [row[1] for row in TOWN].index(meant) + 1 in found


def test_of_very_many_the_nearest_are_taken(tmp_path: Path) -> None:
    """Or the weightiest, where nobody says where; and never more than a few."""
    rows: tuple[Row, ...] = tuple(
        (STREET if each % 2 else SPOT, f"Kade {each + 1_000}", "", each * 10, 0, each)
        for each in range(1_000)
    )
    names = _names(tmp_path, rows)
    nearest = names.like(("kade",), (CORNER[0] + 5_000, CORNER[1]))
    assert 501 in nearest
    assert len(nearest) <= 2 * MOST
    assert max(abs(each - 501) for each in nearest) <= MOST
    assert min(names.like(("kade",), None)) > 1_000 - MOST


def test_names_are_sorted_as_they_are_searched(tmp_path: Path) -> None:
    """Letters beyond the first plane of Unicode sort alike in the file and in memory."""
    rows: tuple[Row, ...] = tuple((SPOT, name, "", 0, 0, 0) for name in ("𐐨𐐩 kade", "ﬆ", "zz", "éé", "豈"))
    names = _names(tmp_path, rows)
    for at, row in enumerate(rows, 1):
        assert at in names.like(tuple(folded(row[1]).split()), None)
