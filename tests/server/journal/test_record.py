"""A record is valid from birth, and its row gives back exactly the record or an error."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from server.journal.record import MAX_BODY_BYTES, MAX_INT, Record
from server.journal.rows import RowDamaged, from_row, to_row
from tests.server.journal.make import record

wholes = st.integers(0, MAX_INT)
records = st.builds(
    Record,
    seq=st.integers(1, MAX_INT),
    at_ms=wholes,
    by=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20),
    command=wholes,
    incidents=st.lists(st.integers(1, MAX_INT), unique=True, max_size=4).map(tuple),
    body=st.binary(max_size=40),
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seq", 0),
        ("seq", MAX_INT + 1),
        ("seq", True),
        ("at_ms", -1),
        ("at_ms", 1.5),
        ("by", ""),
        ("by", "a\0b"),
        ("by", "\ud800"),
        ("by", 7),
        ("command", -1),
        ("command", 2**63),
        ("incidents", [1]),
        ("incidents", (0,)),
        ("incidents", (3, 3)),
        ("incidents", ("3",)),
        ("body", "text"),
        ("body", bytes(MAX_BODY_BYTES + 1)),
    ],
)
def test_refuses_a_value_that_no_record_can_have(name: str, value: Any) -> None:
    """The error names the field."""
    with pytest.raises(ValueError, match=rf"^{name}\b"):
        evolve(record(1), **{name: value})


def _as_read(one: Record) -> list[object]:
    seq, at_ms, by, command, incidents, body, crc = to_row(one)
    return [seq, at_ms, by.encode(), command, incidents.encode(), body, crc]


@given(records)
def test_a_row_gives_its_record_back(one: Record) -> None:
    """Nothing is lost on the way through the file."""
    assert one == from_row(tuple(_as_read(one)))


@given(
    records, st.integers(0, 6), st.one_of(wholes, st.binary(max_size=20), st.text(), st.none(), st.floats())
)
def test_a_changed_row_is_never_taken_for_a_record(one: Record, column: int, value: object) -> None:
    """Whatever stands in one column instead, the row is damaged."""
    row = _as_read(one)
    # 1.0 == 1 to Python, and both mean the same record or none.
    if type(row[column]) is type(value) and row[column] == value:
        return
    row[column] = value
    try:
        found = from_row(tuple(row))
    except RowDamaged:
        return
    assert one == found
    assert to_row(one)[6] == row[6]
