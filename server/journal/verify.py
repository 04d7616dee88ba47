"""The full look at a journal: every record, every index entry, every checkpoint, every page.

For the command line, on a server's file while it runs or on a copy. Reads only, in time that grows with the
journal; finds everything it can before it reports instead of stopping at the first damage.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from enum import Enum
from pathlib import Path

from attrs import frozen

from server.journal.check import sound_checkpoint
from server.journal.errors import NotAJournal
from server.journal.rows import COLUMNS, RowDamaged, from_row
from server.journal.schema import FILE_NAME, Meta, connect, identify, read_meta
from server.journal.stretches import Stretch, first_stretch, stretches
from server.journal.trouble import unreadable

MAX_FINDINGS = 100


class Part(Enum):
    """Which part of a journal a finding is about: the records, what is derived from them, or the file."""

    RECORD = "record"
    INDEX = "index"
    CHECKPOINT = "checkpoint"
    PAGES = "pages"


@frozen(kw_only=True)
class Finding:
    """One thing that is not as it was written."""

    part: Part
    seq: int | None
    """The record concerned, None where none can be named."""
    detail: str


@frozen(kw_only=True)
class Report:
    """What `verify` saw; sound when `findings` is empty."""

    meta: Meta
    records: int
    """How many records are sound."""
    torn: int
    """How many records lie set aside."""
    stretches: tuple[Stretch, ...]
    """Which version wrote which records."""
    findings: tuple[Finding, ...]
    """At most `MAX_FINDINGS`, records first."""

    @property
    def first_damaged(self) -> int | None:
        """The first record that is damaged or missing; None when all are sound."""
        return min(
            (each.seq for each in self.findings if each.part is Part.RECORD and each.seq is not None),
            default=None,
        )


def verify(data_dir: Path) -> Report:
    """Reads the whole journal in `data_dir`; blocks for about a second per 100,000 records.

    Raises:
        NotAJournal, JournalTooNew, JournalDamaged, JournalUnavailable: it cannot even be read as a journal.
    """
    path = data_dir / FILE_NAME
    if not path.exists():
        raise NotAJournal(path, "there is no such file")
    try:
        with closing(connect(path, writing=False)) as connection:
            # One transaction: a server that goes on writing meanwhile changes nothing under our eyes.
            connection.execute("BEGIN")
            version = identify(connection, path)
            if version == 0:
                raise NotAJournal(path, "it is an empty database")
            meta = read_meta(connection, path, version)
            findings: list[Finding] = []
            records = 0
            for found in _records(connection):
                if found is None:
                    records += 1
                elif len(findings) < MAX_FINDINGS:
                    findings.append(found)
            for finding in [*_indexes(connection), *_checkpoints(connection), *_pages(connection)]:
                if len(findings) < MAX_FINDINGS:
                    findings.append(finding)
            written = stretches(connection) if version > 1 else first_stretch(meta.created_ms)
            (torn,) = connection.execute("SELECT count(*) FROM torn").fetchone()
    except sqlite3.Error as error:
        raise unreadable(error, path) from error
    return Report(meta=meta, records=records, torn=torn, stretches=written, findings=tuple(findings))


def _records(connection: sqlite3.Connection) -> Iterator[Finding | None]:
    """None for every sound record, a finding for every other or missing one."""
    expected = 1
    try:
        for row in connection.execute(f"SELECT {COLUMNS} FROM record r ORDER BY seq"):
            seq = row[0]
            if seq != expected:
                yield Finding(
                    part=Part.RECORD, seq=expected, detail=f"records {expected} to {seq - 1} are missing"
                )
            try:
                from_row(row)
            except RowDamaged as damaged:
                yield Finding(part=Part.RECORD, seq=seq, detail=str(damaged))
            else:
                yield None
            expected = seq + 1
    except sqlite3.DatabaseError as error:
        yield Finding(
            part=Part.RECORD, seq=expected, detail=f"cannot be read, nor anything after it: {error}"
        )


def _indexes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Every record must be found under each of its incidents, and under no other."""
    written = "SELECT CAST(j.value AS INTEGER), r.seq FROM record r, json_each('[' || r.incidents || ']') j"
    kept = "SELECT incident, seq FROM touches"
    for left, right, words in (
        (written, kept, "is not found under"),
        (kept, written, "is wrongly found under"),
    ):
        try:
            for incident, seq in connection.execute(f"{left} EXCEPT {right} LIMIT {MAX_FINDINGS}"):
                yield Finding(part=Part.INDEX, seq=seq, detail=f"{words} incident {incident}")
        except sqlite3.DatabaseError as error:
            yield Finding(part=Part.INDEX, seq=None, detail=f"the incident index cannot be compared: {error}")


def _checkpoints(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        for row in connection.execute("SELECT seq, body, crc FROM checkpoint"):
            if sound_checkpoint(row) is None:
                yield Finding(
                    part=Part.CHECKPOINT, seq=row[0], detail="the checkpoint after this record is damaged"
                )
    except sqlite3.DatabaseError as error:
        yield Finding(part=Part.CHECKPOINT, seq=None, detail=f"the checkpoints cannot be read: {error}")


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    """SQLite's own check of its pages and indexes."""
    try:
        for (line,) in connection.execute(f"PRAGMA integrity_check({MAX_FINDINGS})"):
            if line != "ok":
                yield Finding(part=Part.PAGES, seq=None, detail=line)
    except sqlite3.DatabaseError as error:
        yield Finding(part=Part.PAGES, seq=None, detail=f"the pages cannot be checked: {error}")
