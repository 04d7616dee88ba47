"""Documents that a console can ask for by name, sent over the bulk lane in small pieces.

`history/417` is everything the journal has about incident 417, one JSON object a line, oldest first. Made
from the journal, so it also serves incidents that left the board.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import Any

import attrs

from protocol.errors import Reason, Refused
from protocol.model.moment import to_ms
from protocol.wire.frames import encode
from protocol.wire.messages import Piece
from server.journal.interface import Journal
from server.saved_board import as_change

PIECE_BYTES = 400
"""A third of a second of a 9,600 bit/s line."""

PAGE = 500


async def document(name: str, journal: Journal) -> bytes:
    """The document, whole. Raises Refused for a name that means nothing here."""
    kind, _, number = name.partition("/")
    if kind != "history" or not number.isdecimal() or len(number) > 10 or not 0 < int(number) < 2**31:
        raise Refused(Reason.INVALID, what=name[:80], expected="history/NUMBER")
    lines: list[str] = []
    after = 0
    while True:
        records = await journal.of_incident(int(number), PAGE, after_seq=after)
        for record in records:
            change = as_change(record)
            head = {"seq": change.seq, "at": change.at.isoformat(), "by": change.by}
            lines += [
                json.dumps({**head, "fact": type(fact).__name__, **as_plain(fact)}, ensure_ascii=False)
                for fact in change.facts
                if getattr(fact, "incident", int(number)) == int(number)
            ]
            after = change.seq
        if len(records) < PAGE:
            break
    if not lines:
        raise Refused(Reason.NO_SUCH_INCIDENT, incident=int(number), last=0)
    return "".join(line + "\n" for line in lines).encode()


def pieces(id: int, content: bytes, offset: int) -> Iterator[bytes]:
    """The frames that carry the document from `offset` on; one empty piece when nothing remains."""
    first = min(offset, len(content))
    for start in range(first, max(len(content), first + 1), PIECE_BYTES):
        data = content[start : start + PIECE_BYTES]
        yield encode(Piece(id=id, offset=start, total=len(content), data=data))


def as_plain(value: Any) -> Any:
    """The value in JSON's own types: enums by their key, times in ISO, points in degrees."""
    if attrs.has(type(value)):
        return {each.name: as_plain(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if isinstance(value, tuple):
        return [as_plain(part) for part in value]
    if isinstance(value, Enum):
        return getattr(value, "key", value.value)
    if isinstance(value, datetime):
        to_ms(value)
        return value.isoformat()
    return value
