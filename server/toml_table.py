"""A table of a TOML file that knows where it stands, so that every mistake names file, line and key.

Used by every piece of configuration: settings, mappings. It checks types and unknown keys; what values mean
is the caller's.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Never

from attrs import field, frozen

from protocol.errors import OpenlijnError


class ConfigWrong(OpenlijnError):
    """A mistake in a file: which file, line (if known) and key, what is expected and what is there."""

    def __init__(self, path: Path, line: int | None, key: str, expected: str, found: str) -> None:
        where = f"{path}:{line}" if line is not None else str(path)
        super().__init__(f"{where}: {key}: expected {expected}, found {found}")
        self.path = path
        self.line = line
        self.key = key
        self.expected = expected
        self.found = found


@frozen(kw_only=True)
class TomlTable:
    """One table: its content and its place in the file."""

    path: Path
    text: str
    """The whole file, to find lines in."""
    name: tuple[str, ...]
    content: Mapping[str, Any]
    nth: int = 0
    """Which one, in an array of tables."""
    known: set[str] = field(factory=set, init=False)
    """Keys that were asked for, so that `no_others` can name those that nobody reads."""

    def wrong(self, key: str | None, expected: str, found: object = "nothing") -> Never:
        """Raises ConfigWrong for a key of this table, or for the table itself where key is None."""
        full = ".".join((*self.name, key) if key else self.name) or "the file"
        shown = found if isinstance(found, str) else repr(found)
        raise ConfigWrong(self.path, line_of(self.text, self.name, key, self.nth), full, expected, shown[:80])

    def _value(self, key: str) -> Any:
        self.known.add(key)
        return self.content.get(key)

    def text_or_none(self, key: str, expected: str = "a text that is not empty") -> str | None:
        """The text at a key, None where the key is absent."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.wrong(key, expected, value)
        return value

    def text_at(self, key: str, expected: str = "the name of a column") -> str:
        """The text at a key that must be there."""
        value = self.text_or_none(key, expected)
        if value is None:
            self.wrong(key, expected)
        return value

    def texts(self, key: str, expected: str, *, needed: bool = True) -> tuple[str, ...]:
        """The list of texts at a key; empty where absent and not needed."""
        value = self._value(key)
        if value is None and not needed:
            return ()
        if value is None:
            self.wrong(key, expected)
        if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
            self.wrong(key, expected, value)
        return tuple(value)

    def list_or_empty(self, key: str, expected: str) -> list[Any]:
        """The list at a key, of anything; empty where absent."""
        value = self._value(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, expected, value)
        return value

    def number_or(self, key: str, otherwise: float) -> float:
        """The number at a key."""
        value = self._value(key)
        if value is None:
            return otherwise
        # bool is an int to Python, not to whoever writes a mapping; TOML also knows nan and inf.
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
            self.wrong(key, "a number", value)
        return float(value)

    def flag_or(self, key: str, otherwise: bool) -> bool:
        """True or false at a key."""
        value = self._value(key)
        if value is None:
            return otherwise
        if not isinstance(value, bool):
            self.wrong(key, "true or false", value)
        return value

    def number_at(self, key: str, expected: str) -> float:
        """The number at a key that must be there."""
        if self._value(key) is None:
            self.wrong(key, expected)
        return self.number_or(key, 0.0)

    def table_or_none(self, key: str) -> "TomlTable | None":
        """The table under a key, None where absent."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, f"a table [{'.'.join((*self.name, key))}]", value)
        return TomlTable(path=self.path, text=self.text, name=(*self.name, key), content=value)

    def table_at(self, key: str) -> "TomlTable":
        """The table under a key that must be there."""
        table = self.table_or_none(key)
        if table is None:
            self.wrong(key, f"a table [{'.'.join((*self.name, key))}]")
        return table

    def tables(self, key: str) -> "list[TomlTable]":
        """The array of tables under a key; empty where absent."""
        value = self._value(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"tables [[{'.'.join((*self.name, key))}]]", value)
        return [
            TomlTable(path=self.path, text=self.text, name=(*self.name, key), content=one, nth=nth)
            for nth, one in enumerate(value)
        ]

    def items(self) -> "Iterable[tuple[str, Any]]":
        """Every key and value, for a table whose keys are the author's own."""
        self.known.update(self.content)
        return self.content.items()

    def no_others(self) -> None:
        """Raises ConfigWrong for a key that nobody asked for: a typing error would else change nothing."""
        for key in self.content:
            if key not in self.known:
                self.wrong(key, f"one of {', '.join(sorted(self.known))}", f"the unknown key {key!r}")


def table_in(path: Path, raw: bytes) -> TomlTable:
    """The table at the root of a file's content; `path` is for the messages. Raises ConfigWrong."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigWrong(
            path, line, "the file", "UTF-8 text", repr(raw[error.start : error.start + 4])
        ) from error
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        # In Python 3.11 only the message of tomllib knows the line.
        at = re.search(r"at line ([0-9]+)", str(error))
        raise ConfigWrong(path, int(at[1]) if at else None, "the file", "TOML", str(error)) from error
    return TomlTable(path=path, text=text, name=(), content=content)


def line_of(text: str, table: tuple[str, ...], key: str | None, nth: int = 0) -> int | None:
    """The line of a key, else of the header of its table (the nth with that name), else None."""
    header_line: int | None = None
    seen = -1
    inside = not table
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[{1,2}\s*([^\[\]#]+?)\s*\]", line)
        if header:
            parts = tuple(part.strip().strip("\"'") for part in header[1].split("."))
            seen += parts == table
            inside = parts == table and seen == nth
            if inside:
                header_line = number
            # The key may itself be a sub-table with a header of its own.
            if key is not None and parts == (*table, key):
                return number
            continue
        if inside and key is not None and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return header_line
