"""A site's own list of classes, JSON or CSV, with the columns MC1, MC2, MC3, Code, PRIO and DEFINITIE.

Column names in any case; MC2, MC3, PRIO and DEFINITIE may be missing or empty, and PRIO may be a decimal that
is whole (2.0). A code that stands twice is remarked on and the first one counts; every other mistake names
file, row and key and stops the start. In JSON the rows count from 1; in CSV the row is the line.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from server.classification.classes import SITE, Class, ClassList
from server.toml_table import ConfigWrong

LEVELS = ("MC1", "MC2", "MC3")
COLUMNS = (*LEVELS, "Code", "PRIO", "DEFINITIE")
NEEDED = ("MC1", "Code")
MAX_BYTES = 16 * 1024 * 1024


def read_site_list(path: Path, raw: bytes) -> ClassList:
    """The list in a file's content; its name says which form. Raises ConfigWrong."""
    if len(raw) > MAX_BYTES:
        raise ConfigWrong(path, None, "the file", f"at most {MAX_BYTES} bytes", f"{len(raw)} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigWrong(path, line, "the file", "UTF-8 text", f"byte {raw[error.start]:#x}") from error
    match path.suffix.lower():
        case ".json":
            rows = _json_rows(path, text)
        case ".csv":
            rows = _csv_rows(path, text)
        case other:
            raise ConfigWrong(path, None, "the file's name", "an end of .json or .csv", other or "none")
    by_code: dict[str, tuple[Class, int]] = {}
    remarks = []
    for number, row in rows:
        each = _class(path, number, row)
        known = by_code.setdefault(each.code.casefold(), (each, number))
        if known[1] != number:
            remarks.append(
                f"{path}: row {number}: Code: {each.code!r} is in row {known[1]} too, which counts"
            )
    if not by_code:
        raise ConfigWrong(path, None, "the file", "at least one row", "none")
    return ClassList(classes=tuple(each for each, _ in by_code.values()), remarks=tuple(remarks))


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        content = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ConfigWrong(path, getattr(error, "lineno", None), "the file", "JSON", str(error)) from error
    if not isinstance(content, list):
        raise ConfigWrong(path, 1, "the file", "a list of objects", type(content).__name__)
    for number, row in enumerate(content, start=1):
        if not isinstance(row, dict):
            raise ConfigWrong(path, None, f"row {number}", "an object", repr(row)[:80])
        yield number, _named(path, number, row)


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    head = text.partition("\n")[0]
    # Dutch spreadsheets write semicolons.
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        for row in reader:
            if None in row or None in row.values():
                columns = len(reader.fieldnames or ())
                raise ConfigWrong(path, reader.line_num, "the row", f"{columns} columns", "another number")
            if any(str(value).strip() for value in row.values()):
                yield reader.line_num, _named(path, reader.line_num, row)
    except csv.Error as error:
        raise ConfigWrong(path, reader.line_num, "the row", "CSV", str(error)) from error


def _named(path: Path, number: int, row: Mapping[Any, Any]) -> Mapping[str, Any]:
    """The row by our column names; other columns are the site's own affair."""
    by_folded = {str(key).strip().casefold(): value for key, value in row.items()}
    for key in NEEDED:
        if key.casefold() not in by_folded:
            raise ConfigWrong(path, None, f"row {number}: {key}", "this column", "no such column")
    return {key: by_folded.get(key.casefold()) for key in COLUMNS}


def _class(path: Path, number: int, row: Mapping[str, Any]) -> Class:
    def wrong(key: str, expected: str) -> ConfigWrong:
        return ConfigWrong(path, None, f"row {number}: {key}", expected, repr(row[key])[:80])

    texts: dict[str, str] = {}
    for key in (*LEVELS, "Code", "DEFINITIE"):
        value = row[key]
        if value is not None and not isinstance(value, str):
            raise wrong(key, "text")
        texts[key] = (value or "").strip()
        if key in NEEDED and not texts[key]:
            raise wrong(key, "a text that is not empty")
    if texts["MC3"] and not texts["MC2"]:
        raise wrong("MC2", "a text, as there is one in MC3")
    try:
        priority = _priority(row["PRIO"])
    except ValueError as error:
        raise wrong("PRIO", "a whole number from 1 to 5") from error
    try:
        return Class(
            code=texts["Code"],
            levels=tuple(texts[key] for key in LEVELS if texts[key]),
            priority=priority,
            definition=texts["DEFINITIE"],
            origin=SITE,
        )
    except (TypeError, ValueError) as error:
        key = {"code": "Code", "levels": "MC1", "definition": "DEFINITIE"}[str(error).split()[0]]
        raise wrong(key, str(error)) from error


def _priority(value: Any) -> int | None:
    """Raises ValueError for what is no priority."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("a priority is a number")
    number = float(value.replace(",", ".")) if isinstance(value, str) else float(value)
    if number not in (1, 2, 3, 4, 5):
        raise ValueError("a priority is from 1 to 5")
    return int(number)
