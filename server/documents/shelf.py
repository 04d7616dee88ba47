"""A shelf of documents: whoever can make some of the documents that a console asks for by name.

Every part of the server that has documents puts a shelf beside its own code; `documents` holds them together.
"""

import json
from collections.abc import Iterable
from typing import Any, Protocol

from attrs import frozen

from protocol.errors import Reason, Refused
from protocol.model.number import MAX_NUMBER
from server.decide.actor import Actor


@frozen(kw_only=True)
class Wanted:
    """A document's name, taken apart: `near/417?days=3` is kind `near`, item `417`, query `days=3`."""

    name: str
    """All of it."""

    kind: str
    item: str | None
    """Behind the stroke; None without one."""

    query: str
    reader: Actor | None = None
    """Who asks; None for the server itself, which may read everything."""

    def number(self) -> int:
        """The item as a number of the board. Raises Refused."""
        text = self.item or ""
        if not (text.isascii() and text.isdecimal()) or len(text) > 10 or not 0 < int(text) <= MAX_NUMBER:
            raise self.wrong(f"{self.kind}/NUMBER")
        return int(text)

    def wrong(self, expected: str) -> Refused:
        """The refusal that names it and says what it must look like."""
        return Refused(Reason.INVALID, what=self.name[:80], expected=expected)


def wanted(name: str, reader: Actor | None = None) -> Wanted:
    """The parts of a document's name; any text has them."""
    path, _, query = name.partition("?")
    kind, stroke, item = path.partition("/")
    return Wanted(name=name, kind=kind, item=item if stroke else None, query=query, reader=reader)


class Shelf(Protocol):
    """Some documents."""

    kinds: tuple[str, ...]
    """The first words of their names."""

    async def document(self, asked: Wanted) -> bytes | None:
        """The document, whole; None for a name that means nothing. Raises Refused, JournalError."""


def line(value: Any) -> bytes:
    """A line of JSON."""
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def lines(values: Iterable[Any]) -> bytes:
    """A line of JSON for each."""
    return b"".join(map(line, values))
