"""Which streets have a postcode, as far as the map tells. A map of before tells none.

Dutch codes name a street, or one side of it; with a number they are an address.
"""

import sqlite3


def streets_of(link: sqlite3.Connection, code: str) -> list[int]:
    """The ids of the streets with houses of this code (capitals, no space). Raises sqlite3.DatabaseError."""
    if not _has_codes(link):
        return []
    return [id for (id,) in link.execute("SELECT street FROM postcode WHERE code = ?", (code,))]


def _has_codes(link: sqlite3.Connection) -> bool:
    found = link.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'postcode'").fetchone()
    return bool(found[0])
