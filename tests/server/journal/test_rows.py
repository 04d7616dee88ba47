"""The row of a record: its texts can be read in any database browser, and its checksum is over everything."""

from typing import Any

import pytest
from attrs import evolve

from server.journal.rows import RowDamaged, checkpoint_checksum, checksum, from_row, to_row
from tests.server.journal.make import record

ONE = record(7, command=3, incidents=(12, 15), body=b"x")


def test_its_incidents_can_be_read_by_a_person() -> None:
    """Numbers with a comma; none is an empty text."""
    assert to_row(ONE)[4] == "12,15"
    assert to_row(record(7))[4] == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("seq", 8), ("at_ms", 1), ("by", "ben"), ("command", 4), ("incidents", (12,)), ("body", b"y")],
)
def test_the_checksum_covers_every_field(name: str, value: Any) -> None:
    """None can change unseen."""
    assert checksum(evolve(ONE, **{name: value})) != checksum(ONE)


def test_no_two_fields_share_their_bytes() -> None:
    """What moves from one to the next is seen."""
    assert checksum(evolve(ONE, by="ab", body=b"c")) != checksum(evolve(ONE, by="a", body=b"bc"))
    assert checkpoint_checksum(1, b"x") != checkpoint_checksum(2, b"x")
    assert checkpoint_checksum(1, b"x") != checkpoint_checksum(1, b"y")


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        (2, "text", "no text but str"),
        (2, b"\xff", "utf-8"),
        (4, b"12,x", "invalid literal"),
        (0, 0, "^seq"),
        (5, None, "^body"),
        (6, 1, "checksum is 1"),
    ],
)
def test_a_damaged_row_says_in_what_way(column: int, value: object, why: str) -> None:
    """Whoever repairs it reads that."""
    seq, at_ms, by, command, incidents, body, crc = to_row(ONE)
    row: list[object] = [seq, at_ms, by.encode(), command, incidents.encode(), body, crc]
    row[column] = value
    with pytest.raises(RowDamaged, match=why):
        from_row(tuple(row))
