"""What can be wrong with an archive, beside what SQLite says itself."""

import sqlite3


class NotUsable(Exception):
    """The file is damaged, of another journal or of another version: it must be made anew."""


def is_damage(error: Exception) -> bool:
    """True when the file is to blame and a new one helps; False for a disk that is full or busy.

    Python raises UnicodeDecodeError for a message of SQLite that quotes a damaged page.
    """
    if isinstance(error, sqlite3.OperationalError):
        # Text that is no UTF-8 comes as this too, without a code of SQLite.
        return getattr(error, "sqlite_errorcode", None) is None
    return isinstance(error, NotUsable | UnicodeDecodeError | sqlite3.DatabaseError)
