"""The archive file: its tables, and whether it is one that can be gone on with.

Whatever is in doubt is thrown away: the journal has everything. Called in the archive's own thread.
"""

import os
import sqlite3
from pathlib import Path

from server.archive.errors import NotUsable

FILE_NAME = "archive.db"
SCHEMA_VERSION = 5
"""Also of what a row's body holds: a file of another version is made anew from the journal."""

APPLICATION_ID = 0x4F4C4131  # "OLA1", in the file's header

_STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE incident (number INTEGER PRIMARY KEY, opened_ms INTEGER NOT NULL, closed_ms INTEGER, "
    "priority INTEGER NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, lat REAL, "
    "lon REAL, digits TEXT NOT NULL, same_number TEXT NOT NULL, feedback TEXT NOT NULL, "
    "body TEXT NOT NULL) STRICT",
    "CREATE INDEX incident_opened ON incident (opened_ms)",
    "CREATE INDEX incident_place ON incident (place, opened_ms)",
    "CREATE INDEX incident_what ON incident (what)",
    "CREATE INDEX incident_code ON incident (code, opened_ms)",
    "CREATE INDEX incident_digits ON incident (digits) WHERE digits > ''",
    "CREATE INDEX incident_same_number ON incident (same_number, opened_ms) WHERE same_number > ''",
    "CREATE INDEX incident_point ON incident (lat, lon) WHERE lat IS NOT NULL",
    "CREATE INDEX incident_owed ON incident (closed_ms) WHERE feedback = 'owed'",
    "CREATE INDEX incident_live ON incident (number) WHERE closed_ms IS NULL",
    "CREATE TABLE closing (seq INTEGER NOT NULL, incident INTEGER NOT NULL, at_ms INTEGER NOT NULL, "
    "passed TEXT NOT NULL, PRIMARY KEY (seq, incident)) STRICT, WITHOUT ROWID",
    "CREATE INDEX closing_at ON closing (at_ms)",
    "CREATE VIRTUAL TABLE words USING fts5 (said, tokenize = 'unicode61 remove_diacritics 2')",
)


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection for one thread at a time. Raises sqlite3.Error."""
    mode = "rw" if writing else "ro"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=5.0,
        isolation_level=None,
        check_same_thread=False,
    )


def open_file(path: Path, history: str) -> sqlite3.Connection:
    """The writing connection to the archive of the journal `history`.

    Raises NotUsable, OSError, sqlite3.Error.
    """
    # Its owner's alone, like the journal; SQLite gives its log the same rights.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
    connection = connect(path, writing=True)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        # What a power cut takes from it, the journal gives back.
        connection.execute("PRAGMA synchronous=NORMAL")
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not tables:
            _make_tables(connection, history)
        _check(connection, history)
    except BaseException:
        connection.close()
        raise
    return connection


def discard(path: Path) -> None:
    """Take the file away with its log. Raises OSError."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _check(connection: sqlite3.Connection, history: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if (application, version) != (APPLICATION_ID, SCHEMA_VERSION):
        raise NotUsable(f"it has application id {application:#x} and version {version}")
    found = connection.execute("SELECT value FROM meta WHERE key = 'history'").fetchone()
    if found != (history,):
        raise NotUsable("it was made from another journal")
    (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if sound != "ok":
        raise NotUsable(f"it is damaged: {sound}")


def _make_tables(connection: sqlite3.Connection, history: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _STATEMENTS:
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('history', ?)", (history,))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")
