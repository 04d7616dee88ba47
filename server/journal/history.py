"""The id of the history that a journal holds: what numbers, codes, tickets and wishes belong to.

Kept in table `meta`. A restart keeps it; a copy that is put back, or records set aside, begin another one,
because numbers that were given out are then given again.
"""

import secrets
import sqlite3

KEY = "history"


def new_history() -> str:
    """An id that no other history has: 16 hexadecimal digits."""
    return secrets.token_hex(8)


def old_history(created_ms: int) -> str:
    """The id under which consoles and codes know a history of schema version 1: the moment it was made.

    It keeps that name, so that a melder's code that was read out before the change of version still opens.
    """
    return f"{created_ms:x}"


def begin_history(connection: sqlite3.Connection) -> str:
    """From now on the journal holds another history; its id. In the caller's transaction. Raises
    sqlite3.Error.
    """
    history = new_history()
    connection.execute("UPDATE meta SET value = ? WHERE key = ?", (history, KEY))
    return history
