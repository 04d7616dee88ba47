"""A record as a row of the table, with the checksum that tells a damaged row from a sound one.

`to_row` on the way in, `from_row` on every way out: no record leaves the journal unchecked. Does no I/O.
"""

import struct
import zlib

from server.journal.record import Record

Row = tuple[object, ...]

# Texts are read as bytes, so that a damaged one reaches `from_row` instead of failing inside the cursor.
COLUMNS = "r.seq, r.at_ms, CAST(r.by AS BLOB), r.command, CAST(r.incidents AS BLOB), r.body, r.crc"


class RowDamaged(Exception):
    """A row is not what was written; the message says in what way."""


def checksum(record: Record) -> int:
    """crc32 over all fields, each in a fixed or a counted length so that no two records share their bytes."""
    by = record.by.encode()
    count = len(record.incidents)
    head = struct.pack(
        f">QQQII{count}Q", record.seq, record.at_ms, record.command, len(by), count, *record.incidents
    )
    return zlib.crc32(record.body, zlib.crc32(by, zlib.crc32(head)))


def to_row(record: Record) -> tuple[int, int, str, int, str, bytes, int]:
    """The values of `COLUMNS`; incidents become text such as "12,15", readable in any database browser."""
    incidents = ",".join(map(str, record.incidents))
    return (
        record.seq,
        record.at_ms,
        record.by,
        record.command,
        incidents,
        record.body,
        checksum(record),
    )


def from_row(row: Row) -> Record:
    """The record in a row of `COLUMNS`.

    Raises:
        RowDamaged: a value has the wrong type or range, or the checksum says otherwise.
    """
    seq, at_ms, by, command, incidents, body, crc = row
    try:
        if not isinstance(by, bytes) or not isinstance(incidents, bytes):
            raise RowDamaged(
                f"by or incidents is no text but {type(by).__name__}, {type(incidents).__name__}"
            )
        record = Record(
            seq=seq,  # type: ignore[arg-type]  # the validators check what the file says
            at_ms=at_ms,  # type: ignore[arg-type]
            by=by.decode(),
            command=command,  # type: ignore[arg-type]
            incidents=tuple(int(number) for number in incidents.split(b",")) if incidents else (),
            body=body,  # type: ignore[arg-type]
        )
    except ValueError as error:
        raise RowDamaged(str(error)) from error
    if checksum(record) != crc:
        raise RowDamaged(f"checksum is {crc}, its fields give {checksum(record)}")
    return record


def checkpoint_checksum(seq: int, body: bytes) -> int:
    """crc32 over a checkpoint's fields."""
    return zlib.crc32(body, zlib.crc32(struct.pack(">Q", seq)))
