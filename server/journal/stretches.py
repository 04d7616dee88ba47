"""Which version of the language each record was written in: a row for every stretch of them.

A server of a later version that goes on with a journal begins a stretch behind the newest record, and the
checkpoints of the version before go: what the records add up to is reckoned anew, as this version reads them.
A journal in which a later version wrote is refused, for it holds what nobody here can read.
"""

import logging
import sqlite3
from pathlib import Path

from attrs import frozen

from server.journal.errors import JournalTooNew

log = logging.getLogger(__name__)


@frozen(kw_only=True)
class Stretch:
    """Records of one version, up to the next stretch or to the newest record."""

    first_seq: int
    version: int
    since_ms: int
    """When it began, UTC, milliseconds since 1970."""


def stretches(connection: sqlite3.Connection) -> tuple[Stretch, ...]:
    """All of them, oldest first. Raises sqlite3.Error."""
    rows = connection.execute("SELECT first_seq, version, since_ms FROM stretch ORDER BY first_seq")
    return tuple(Stretch(first_seq=seq, version=version, since_ms=ms) for seq, version, ms in rows)


def first_stretch(created_ms: int) -> tuple[Stretch, ...]:
    """That of a journal of schema version 1, which does not say: only version 1 of the language wrote it."""
    return (Stretch(first_seq=1, version=1, since_ms=created_ms),)


def refuse_newer(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises JournalTooNew where a later version than `version` wrote last; sqlite3.Error."""
    (newest,) = connection.execute("SELECT max(version) FROM stretch").fetchone()
    if newest is not None and newest > version:
        raise JournalTooNew(path, newest, version)


def go_on(connection: sqlite3.Connection, path: Path, version: int, *, last_seq: int, now_ms: int) -> None:
    """Begin a stretch of `version` behind record `last_seq`, unless the present one is of that version.

    Raises sqlite3.Error, and has changed nothing then.
    """
    known = stretches(connection)
    if known and known[-1].version == version:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # In place of a stretch in which nothing was written.
        row = (last_seq + 1, version, now_ms)
        connection.execute("INSERT OR REPLACE INTO stretch VALUES (?, ?, ?)", row)
        connection.execute("DELETE FROM checkpoint")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    if known:
        before = known[-1].version
        log.info("%s: version %d goes on behind record %d of version %d", path, version, last_seq, before)
