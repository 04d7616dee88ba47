"""The journal file: its tables, its identity, and how a connection to it is set up.

Makes the file when there is none, brings an older one up to date (`migrations`), and refuses what is no
journal, another world's, or newer than this server. Reads and writes no records.
"""

import os
import sqlite3
from pathlib import Path

from attrs import frozen

from protocol.wire import VERSION
from server.journal.errors import (
    JournalDamaged,
    JournalTooNew,
    JournalUnavailable,
    NotAJournal,
    Reason,
    WrongWorld,
)
from server.journal.history import KEY as HISTORY
from server.journal.history import new_history, old_history
from server.journal.migrations import SCHEMA_VERSION, STRETCH, migrate
from server.journal.stretches import refuse_newer
from server.journal.trouble import primary_code, unreadable

FILE_NAME = "journal.db"
APPLICATION_ID = 0x4F4C4A31  # "OLJ1", in the file's header: tells a journal from any other database
BUSY_TIMEOUT_S = 2.0

COMMAND_INDEX = "CREATE UNIQUE INDEX record_command ON record (by, command) WHERE command > 0"
_STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE record (seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, by TEXT NOT NULL, "
    "command INTEGER NOT NULL, incidents TEXT NOT NULL, body BLOB NOT NULL, crc INTEGER NOT NULL) STRICT",
    COMMAND_INDEX,
    "CREATE TABLE touches (incident INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (incident, seq)) "
    "STRICT, WITHOUT ROWID",
    "CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY, body BLOB NOT NULL, crc INTEGER NOT NULL) STRICT",
    "CREATE TABLE torn (set_aside_ms, reason, seq, at_ms, by, command, incidents, body, crc)",
    STRETCH,
)


@frozen(kw_only=True)
class Meta:
    """What the journal was made for, and which history it holds."""

    world: str
    created_ms: int
    history: str
    """Its id: numbers, codes and tickets of one history mean nothing in another. A restart keeps it, a copy
    put back by `restore` gets a new one.
    """


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection any one thread at a time may use; reading ones cannot write. Raises sqlite3.Error."""
    mode = "rw" if writing else "ro"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )


def open_file(path: Path, *, world: str, now_ms: int) -> tuple[sqlite3.Connection, Meta]:
    """The writing connection to `path`, made for `world` when there is no file yet.

    Raises:
        NotAJournal, JournalTooNew, WrongWorld, JournalDamaged, JournalUnavailable: as their names say.
        OSError: the file cannot be made.
    """
    _refuse_orphaned_log(path)
    if not path.exists():
        _make_empty(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path, writing=True)
        version = identify(connection, path)
        if version:
            # Before anything is written: another world's journal is left as it is.
            found = read_meta(connection, path, version).world
            if found != world:
                raise WrongWorld(path, found, world)
        if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
            raise JournalUnavailable(Reason.IO_ERROR, f"the file system of {path} cannot share memory (WAL)")
        connection.execute("PRAGMA synchronous=FULL")
        # The writer moves the log into the file itself, after the senders have their answer.
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("PRAGMA journal_size_limit=67108864")
        if version == 0:
            _make_tables(connection, world=world, now_ms=now_ms)
        else:
            migrate(connection, path, version)
            refuse_newer(connection, path, VERSION)
        meta = read_meta(connection, path, SCHEMA_VERSION)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise unreadable(error, path) from error
        raise
    return connection, meta


def read_meta(connection: sqlite3.Connection, path: Path, version: int) -> Meta:
    """What a journal of this schema version says about itself. Raises JournalDamaged when it does not."""
    values = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    found, created_ms = values.get("world"), values.get("created_ms")
    if not isinstance(found, str) or not isinstance(created_ms, int):
        raise JournalDamaged(path, None, "it does not say which world it is for")
    history = values.get(HISTORY) if version > 1 else old_history(created_ms)
    if not isinstance(history, str) or not history:
        raise JournalDamaged(path, None, "it does not say which history it holds")
    return Meta(world=found, created_ms=created_ms, history=history)


def _refuse_orphaned_log(path: Path) -> None:
    """SQLite would throw away a write-ahead log that has no file, and with it the newest records."""
    log = path.with_name(path.name + "-wal")
    empty = not path.exists() or path.stat().st_size == 0
    if empty and log.exists() and log.stat().st_size > 0:
        raise JournalDamaged(path, None, f"the file is missing or empty, but its log {log.name} is not")


def _make_empty(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    directory = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def identify(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a journal this server knows, 0 for a database without anything in it.

    Raises:
        NotAJournal, JournalTooNew, JournalDamaged, sqlite3.Error
    """
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        if primary_code(error) == sqlite3.SQLITE_NOTADB:
            raise NotAJournal(path, "it is no database") from error
        raise
    except UnicodeDecodeError as error:
        # SQLite repeats the damaged words of the schema in its complaint, which Python cannot read then.
        raise JournalDamaged(path, None, f"its schema is no text ({error.object!r:.80})") from error
    if (application, version, tables) == (0, 0, 0):
        return 0
    if application != APPLICATION_ID:
        raise NotAJournal(path, f"it is a database of another program (application id {application:#x})")
    if version > SCHEMA_VERSION:
        raise JournalTooNew(path, version, SCHEMA_VERSION, what="schema")
    if version < 1:
        raise JournalDamaged(path, None, f"it has schema version {version}, which never was")
    found: int = version
    return found


def _make_tables(connection: sqlite3.Connection, *, world: str, now_ms: int) -> None:
    """All or nothing: a power cut leaves an empty database, which is made again."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in _STATEMENTS:
        connection.execute(statement)
    about = [("world", world), ("created_ms", now_ms), (HISTORY, new_history())]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", about)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
