"""Which trouble is the file's own fault."""

import sqlite3

import pytest

from server.archive.errors import NotUsable, is_damage


def _full() -> sqlite3.OperationalError:
    """As SQLite raises it, with its code."""
    link = sqlite3.connect(":memory:")
    try:
        link.execute("PRAGMA max_page_count=1")
        link.execute("CREATE TABLE t (x)")
    except sqlite3.OperationalError as error:
        return error
    finally:
        link.close()
    raise AssertionError("the database is not full")


@pytest.mark.parametrize(
    ("error", "damage"),
    [
        (NotUsable("another version"), True),
        (sqlite3.DatabaseError("database disk image is malformed"), True),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), True),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'body'"), True),
        (_full(), False),
        (OSError("disk"), False),
    ],
)
def test_damage_is_told_from_a_disk_in_trouble(error: Exception, damage: bool) -> None:
    """A new file helps only against the first."""
    assert is_damage(error) is damage
