"""The tables of a map file, and how names are compared."""

import sqlite3

import pytest

from server.geo.schema import APPLICATION_ID, SEARCH, TABLES, folded


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Oude Delft", "oude delft"),
        ("Curaçaoplein", "curacaoplein"),
        ("'s-Gravenweg", "s gravenweg"),
        ("Van ’t Hoffstraat", "van t hoffstraat"),
        ("Phœnixstraat", "phoenixstraat"),
        ("Groß-Straße", "gross strasse"),
        ("Markt / Oude  Langendijk", "markt oude langendijk"),
        ("Ørstedweg", "orstedweg"),
        ("Plein 1944", "plein 1944"),
        ("  - ", ""),
    ],
)
def test_names_are_compared_without_marks(name: str, expected: str) -> None:
    """Small letters, no accents, one space for any other signs."""
    assert folded(name) == expected
    assert folded(expected) == expected


def test_the_tables_can_be_made() -> None:
    """With the parts of SQLite that they need: full text with trigrams, and boxes."""
    link = sqlite3.connect(":memory:")
    link.executescript(TABLES)
    link.execute("INSERT INTO place VALUES (7, 1, 'Oude Delft', 'oude delft', '', 1, 2, 3)")
    link.executescript(SEARCH)
    assert link.execute("SELECT rowid FROM place_text WHERE place_text MATCH 'delf'").fetchall() == [(7,)]
    assert link.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    link.close()
