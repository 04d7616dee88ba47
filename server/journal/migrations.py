"""How a journal file of an earlier version becomes one of this version: a literal table, one step a version.

Run when a journal is opened, each step in a transaction of its own, so that a power cut in the middle leaves
the version before it. A step changes tables and what they say of the journal; a record is never touched.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from server.journal.history import KEY, old_history

log = logging.getLogger(__name__)

SCHEMA_VERSION = 2
"""The schema that this server writes; the last step of the table leads to it."""

STRETCH = (
    "CREATE TABLE stretch (first_seq INTEGER PRIMARY KEY, version INTEGER NOT NULL, "
    "since_ms INTEGER NOT NULL) STRICT"
)
"""Which version of the language the records from `first_seq` on were written in, up to the next stretch."""


def _history_of_its_own(connection: sqlite3.Connection) -> None:
    (created_ms,) = connection.execute("SELECT value FROM meta WHERE key = 'created_ms'").fetchone()
    connection.execute("INSERT INTO meta VALUES (?, ?)", (KEY, old_history(created_ms)))
    connection.execute(STRETCH)
    connection.execute("INSERT INTO stretch VALUES (1, 1, ?)", (created_ms,))


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    1: _history_of_its_own,
}
"""From each schema version to the next one. Append; a step that was released never changes."""


def migrate(connection: sqlite3.Connection, path: Path, found: int) -> None:
    """Bring the journal from schema version `found` to SCHEMA_VERSION; nothing when it is there.

    Raises sqlite3.Error; then the steps that were finished stand, and opening again goes on behind them.
    """
    for version in range(found, SCHEMA_VERSION):
        connection.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS[version](connection)
            connection.execute(f"PRAGMA user_version={version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        log.info("%s: brought from schema version %d to %d", path, version, version + 1)
