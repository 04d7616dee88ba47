"""Bytes become rows, whatever the bytes are, and every repair is counted."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.rehearse.errors import ColumnsMissing, FileUnreadable
from server.rehearse.findings import Done, Findings, Kind, summary
from server.rehearse.rows import MAX_LINE_CHARS, read_rows


def reading(
    path: Path, raw: bytes, columns: tuple[str, ...] = ("a", "b")
) -> tuple[list[list[str]], Findings]:
    """What the reader makes of these bytes."""
    file = path / "rows.csv"
    file.write_bytes(raw)
    findings = Findings()
    rows = [[row.cells[name] for name in columns] for row in read_rows(file, columns, ",", findings)]
    return rows, findings


@pytest.mark.parametrize(
    ("raw", "rows", "kind", "done"),
    [
        (b"\xef\xbb\xbfa,b\n1,2\n", [["1", "2"]], Kind.BYTE_ORDER_MARK, Done.CLEANED),
        ("a,b\n1,Zoë\n".encode("utf-16"), [["1", "Zoë"]], Kind.BYTE_ORDER_MARK, Done.CLEANED),
        ("a,b\n1,Zoë\n".encode("latin-1"), [["1", "Zoë"]], Kind.NOT_UTF8, Done.CLEANED),
        ("a,b\n1,€5”\n".encode("cp1252"), [["1", "€5”"]], Kind.NOT_UTF8, Done.CLEANED),
        (b"a,b\n1,Z\xeb\x81\n", [["1", "Zë\x81"]], Kind.NOT_UTF8, Done.CLEANED),
        (b"a,b\n1,x\x00y\n", [["1", "xy"]], Kind.NUL_BYTES, Done.CLEANED),
        (b"a,b\n1\n3,4\n", [["1", ""], ["3", "4"]], Kind.ROW_SHORT, Done.IGNORED),
        (b"a,b\n1,2,3\n", [["1", "2"]], Kind.ROW_LONG, Done.IGNORED),
        (b"a,b\n\n,\n1,2\n", [["1", "2"]], Kind.BLANK_LINE, Done.IGNORED),
        (b"a,b,a\n1,2,3\n", [["1", "2"]], Kind.HEADER_TWICE, Done.IGNORED),
        (b'a,b\n1,"x\n3,4\n5,6\n', [["3", "4"], ["5", "6"]], Kind.QUOTE_UNCLOSED, Done.ROW_SKIPPED),
        (b'a,b\n1,"x\n' + b"3,4\n" * 60, [["3", "4"]] * 60, Kind.QUOTE_UNCLOSED, Done.ROW_SKIPPED),
        (b"a,b\n1,x\ry\n3,4\n", [["3", "4"]], Kind.ROW_UNREADABLE, Done.ROW_SKIPPED),
        (
            b"a,b\n1," + b"x" * (3 * MAX_LINE_CHARS) + b"\n3,4\n",
            [["3", "4"]],
            Kind.LINE_TOO_LONG,
            Done.ROW_SKIPPED,
        ),
        (
            b'a,b\n1,"' + (b"x" * 60_000 + b"\n") * 3 + b'"\n3,4\n',
            [["xxx", ""], ["xxx", ""], ["3", "4"]],
            Kind.ROW_UNREADABLE,
            Done.ROW_SKIPPED,
        ),
    ],
)
def test_each_dirt_costs_at_most_its_row_and_is_counted(
    tmp_path: Path, raw: bytes, rows: list[list[str]], kind: Kind, done: Done
) -> None:
    """Every kind of broken bytes is repaired or skipped, named and counted; the rows around it are read."""
    read, findings = reading(tmp_path, raw)
    found = next(line for line in summary(findings).kinds if line.kind is kind)
    assert [[cell[:3] for cell in row] for row in read if any(row)] == rows
    assert done in dict(found.done)


def test_a_quoted_text_may_hold_line_ends_and_commas(tmp_path: Path) -> None:
    """What a quote protects is one cell, and costs nothing."""
    rows, findings = reading(tmp_path, b'a,b\r\n"1,\n2",x\r\n')
    assert rows == [["1,\n2", "x"]]
    assert summary(findings).kinds == ()


def test_the_line_number_is_where_the_row_begins(tmp_path: Path) -> None:
    """An example points at the line that an editor shows, also after texts of several lines."""
    _rows, findings = reading(tmp_path, b'a,b\n"1\n2",x\n7\n')
    assert [one.line for one in summary(findings).kinds[0].examples] == [4]


def test_all_missing_columns_are_named_at_once(tmp_path: Path) -> None:
    """Who writes a mapping wants the whole list, not one name per attempt."""
    with pytest.raises(ColumnsMissing, match="c, d") as caught:
        reading(tmp_path, b"a,b\n1,2\n", ("a", "d", "c"))
    assert caught.value.missing == ("c", "d")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_file_without_a_header_is_unreadable(tmp_path: Path, raw: bytes) -> None:
    """Without names of columns nothing can be said about a file."""
    with pytest.raises(FileUnreadable, match=r"rows\.csv"):
        reading(tmp_path, raw)


@pytest.mark.parametrize("name", ["", "absent.csv", "nul\0.csv"])
def test_a_file_that_cannot_be_opened_is_unreadable(tmp_path: Path, name: str) -> None:
    """A folder, an absent file and an impossible name end in the same plain error."""
    with pytest.raises(FileUnreadable):
        list(read_rows(tmp_path / name, ("a",), ",", Findings()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(st.sampled_from([b"1", b",", b'"', b"\n", b"\r", b"\0", b"\xff", b"x"]), max_size=60))
def test_every_row_read_is_either_given_or_counted_as_skipped(tmp_path: Path, body: list[bytes]) -> None:
    """No row disappears without a trace."""
    rows, findings = reading(tmp_path, b"a,b\n" + b"".join(body))
    skipped = sum(dict(line.done).get(Done.ROW_SKIPPED, 0) for line in summary(findings).kinds)
    assert summary(findings).rows == len(rows) + skipped
