"""The one place of the rehearsal that touches a file: bytes in, rows of named text out, one at a time.

Reads any bytes: marks of byte order, UTF-16, Latin-1, NULs, endless lines, quotes that never close, rows of
the wrong length. Each costs at most the row it stands on and is counted. It knows nothing of what columns
mean.
"""

import csv
import io
from collections import deque
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from server.rehearse.errors import ColumnsMissing, FileUnreadable
from server.rehearse.findings import Done, Findings, Kind

MAX_LINE_CHARS = 65_536
MAX_LINES_PER_ROW = 50
"""A quoted text may run over this many lines; a longer one is a quote that never closes."""


@frozen(kw_only=True)
class Row:
    """One row: the columns asked for, stripped; an absent cell is the empty text."""

    line: int
    cells: dict[str, str]


class _RunsOn(Exception):
    """A row has taken more lines than a row may."""


class _Lines:
    """Numbered lines that can be taken back, handed to the CSV parser one row at a time."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._source = lines
        self._back: deque[tuple[int, str]] = deque()
        self.taken: list[tuple[int, str]] = []
        self.at_end = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MAX_LINES_PER_ROW:
            raise _RunsOn
        numbered = self._back.popleft() if self._back else next(self._source, None)
        if numbered is None:
            self.at_end = True
            raise StopIteration
        self.taken.append(numbered)
        return numbered[1]

    def begin(self) -> None:
        """A new row begins."""
        self.taken = []
        self.at_end = False

    def give_back_all_but_first(self) -> None:
        """Only the first line of a broken row is lost; the rest are tried again."""
        self._back.extendleft(reversed(self.taken[1:]))


def read_rows(path: Path, columns: Collection[str], delimiter: str, findings: Findings) -> Iterator[Row]:
    """The rows of a CSV file with the columns named, in file order.

    Raises FileUnreadable, or ColumnsMissing with every missing column.
    """
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        # ValueError: a path that no file can have, such as one with a NUL.
        raise FileUnreadable(path, str(error)) from error
    with file:
        try:
            yield from _rows(path, file, columns, delimiter, findings)
        except OSError as error:
            raise FileUnreadable(path, str(error)) from error


def _rows(
    path: Path, file: BinaryIO, columns: Collection[str], delimiter: str, findings: Findings
) -> Iterator[Row]:
    records = _records(_lines(file, findings), delimiter, findings)
    header_line, header = next(records, (0, []))
    if not header:
        raise FileUnreadable(path, "it does not begin with a row of column names")
    names = [name.strip() for name in header]
    missing = tuple(sorted({name for name in columns if name not in names}))
    if missing:
        raise ColumnsMissing(path, missing, tuple(names))
    twice = sorted({name for name in columns if names.count(name) > 1})
    for name in twice:
        findings.add(Kind.HEADER_TWICE, Done.IGNORED, line=header_line, found=name)
    where = {name: names.index(name) for name in columns}
    for line, cells in records:
        findings.rows["read"] += 1
        if len(cells) < len(names):
            findings.add(Kind.ROW_SHORT, Done.IGNORED, line=line, found=f"{len(cells)} of {len(names)}")
        elif len(cells) > len(names):
            findings.add(Kind.ROW_LONG, Done.IGNORED, line=line, found=f"{len(cells)} of {len(names)}")
        yield Row(line=line, cells={n: cells[i].strip() if i < len(cells) else "" for n, i in where.items()})


def _records(
    numbered: Iterator[tuple[int, str]], delimiter: str, findings: Findings
) -> Iterator[tuple[int, list[str]]]:
    lines = _Lines(numbered)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin()
        broken: Kind | None = None
        cells: list[str] = []
        try:
            cells = next(reader)
            # A whole row never meets the end of the file: it ends on the last line it took.
            broken = Kind.QUOTE_UNCLOSED if lines.at_end else None
        except StopIteration:
            if not lines.taken:
                return
            broken = Kind.QUOTE_UNCLOSED
        except _RunsOn:
            broken = Kind.QUOTE_UNCLOSED
        except csv.Error:
            broken = Kind.ROW_UNREADABLE
        first = lines.taken[0][0] if lines.taken else 0
        if broken is not None:
            findings.rows["read"] += 1
            findings.add(broken, Done.ROW_SKIPPED, line=first, found=lines.taken[0][1] if lines.taken else "")
            lines.give_back_all_but_first()
            reader = csv.reader(lines, delimiter=delimiter)
        elif not any(cell.strip() for cell in cells):
            findings.add(Kind.BLANK_LINE, Done.IGNORED, line=first)
        else:
            yield first, cells


def _lines(file: BinaryIO, findings: Findings) -> Iterator[tuple[int, str]]:
    """Lines with their ends, numbered from 1, without NULs; a line over the limit is skipped and counted."""
    head = file.read(3)
    file.seek(0)
    utf16 = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if utf16:
        findings.add(Kind.BYTE_ORDER_MARK, Done.CLEANED, line=1, found="UTF-16")
        with io.TextIOWrapper(file, "utf-16", errors="replace", newline="\n") as wrapped:
            yield from _checked(_raw_text(wrapped), findings)
        return
    if head == b"\xef\xbb\xbf":
        findings.add(Kind.BYTE_ORDER_MARK, Done.CLEANED, line=1, found="UTF-8")
        file.read(3)
    yield from _checked(_raw_bytes(file, findings), findings)


def _checked(lines: Iterator[tuple[int, str | None]], findings: Findings) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        if line is None:
            findings.rows["read"] += 1
            findings.add(Kind.LINE_TOO_LONG, Done.ROW_SKIPPED, line=number, found=f"over {MAX_LINE_CHARS}")
            continue
        if "\0" in line:
            findings.add(Kind.NUL_BYTES, Done.CLEANED, line=number, found=f"{line.count(chr(0))} NULs")
            line = line.replace("\0", "")
        yield number, line


def _raw_text(file: io.TextIOWrapper) -> Iterator[tuple[int, str | None]]:
    number = 0
    while line := file.readline(MAX_LINE_CHARS):
        number += 1
        if len(line) == MAX_LINE_CHARS and not line.endswith("\n"):
            while (rest := file.readline(MAX_LINE_CHARS)) and not rest.endswith("\n"):
                pass
            yield number, None
        else:
            yield number, line


def _raw_bytes(file: BinaryIO, findings: Findings) -> Iterator[tuple[int, str | None]]:
    number = 0
    while line := file.readline(MAX_LINE_CHARS):
        number += 1
        if len(line) == MAX_LINE_CHARS and not line.endswith(b"\n"):
            while (rest := file.readline(MAX_LINE_CHARS)) and not rest.endswith(b"\n"):
                pass
            yield number, None
            continue
        try:
            yield number, line.decode("utf-8")
        except UnicodeDecodeError as error:
            findings.add(
                Kind.NOT_UTF8, Done.CLEANED, line=number, found=repr(line[error.start : error.start + 8])
            )
            yield number, _of_windows(line)


def _of_windows(line: bytes) -> str:
    """What a spreadsheet on Windows wrote: cp1252, or Latin-1 where that has no such sign."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
