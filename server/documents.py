"""Documents that a console can ask for by name, sent over the bulk lane in small pieces.

A name is a path, and behind a `?` what is asked, urlencoded (`search?text=fiets&page=2`). JSON, JSON lines
(one object a line), Markdown or CSV; times ISO 8601 with zone, absent values null. A name that means nothing,
or asks for it wrongly, is refused with what and where.

`history/417`
    JSON lines, oldest first: {seq, at, by, fact, ...fields}. From the journal, so also what left the board.
`search?text=&place=&number=&from=&to=&priority=&code=&what=&open=&page=`
    JSON lines, newest first. The first line is the head {total, page, pages, per_page: 20}; then CASE lines.
    text: every word, the last one as a beginning; place, what: a part of it; number: of the melder, the last
    digits; from, to: a day 2026-09-21 or a time with zone, on the opening, `to` is not included (a day is);
    priority: 1 or 1,2; code: the code or its beginning; open: yes or no; page from 1.
`near/417?radius_m=&days=` and `near?lat=&lon=&place=&number=&code=&radius_m=&days=&open=`
    JSON lines: head {total}, at most 20 CASE lines each with {why: ["place", "number", "code"], distance_m,
    age_s}; open ones first, then most reasons, then newest (A83). Radius 250 m, 90 days unless said.
    place: same place name, or within the radius of the point; number: same melder; code: same code within the
    radius. `near/417` takes all of them from incident 417 and leaves itself out.
`indicators`
    One JSON object {now, clock_start, target_min, shift: WINDOW, week: WINDOW} with
    WINDOW = {from, hours, opened, closed,
      on_spot: {within, late, waiting_late, status_missing, under_way, nobody_sent, share},
      first_reaction: {count, none_yet, p50_s, p90_s},
      promises: {kept, moved, broken, open, breached}, feedback: {given, impossible, owed, share},
      emergency: {closings, of, passed: {KEY: count}}}; a share is 0..1, null when there is nothing to share.
`owed`
    JSON lines: feedback owed, longest first: {number, what, place, priority, since, since_s, open, units,
    holder, melder_number, call_back, shift}. Per unit: its call sign in `units`; per shift: shift is true
    when it was opened within the rolling 8 h; the room: all lines.
`dossier?<as search, no page>&advice=&follow_up=2026-10-01&format=md|csv&title=`
    The pattern over what the filter finds, oldest first, at most 500 (A84, A85).
`classifications`
    JSON lines: {code, levels: [one to three], priority (or null), words: [...], definition, origin:
    "shipped"|"site"|"local"}, in the list's order.
`cards`
    JSON lines, one a classification: {code, questions: [{question, key, nl, en, kind}]}, inherited ones
    included; kind is "text", "direction", "vehicle", "weapon", "injury" or "description".

CASE = {number, open, opened, closed, closed_because, priority, code, what, place, lat, lon, melder_number,
  melder_name, story, phase, units: [call signs], reaction (newest key), reacted, assigned, arrived, spoken,
  promises: {kept, moved, broken, open}, feedback: "given"|"impossible"|"owed"|"none", passed: [keys]}
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
