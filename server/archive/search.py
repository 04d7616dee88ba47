"""Search over everything that ever was: full text, place, number, period and the rest, newest first.

A filter is read from what was asked, becomes one SQL condition, and is answered in pages.
"""

import sqlite3
from datetime import datetime
from typing import Any

from attrs import frozen

from protocol.model.moment import to_ms
from server.archive.asked import Asked
from server.archive.case import Case, from_json
from server.archive.keys import asked_number, digits_of, full_text, place_key, what_key

PER_PAGE = 20
FILTER_KEYS = ("text", "place", "number", "from", "to", "priority", "code", "what", "open")
MAX_PAGE = 100_000


@frozen(kw_only=True)
class Filter:
    """Which cases are wanted; what is empty or None asks nothing."""

    text: str = ""
    """Every word of it, the last one as a beginning."""

    place: str = ""
    number: str = ""
    """The last digits of the melder's."""

    since: datetime | None = None
    before: datetime | None = None
    priorities: frozenset[int] = frozenset()
    code: str = ""
    what: str = ""
    open: bool | None = None


@frozen(kw_only=True)
class Found:
    """One page of cases, and how many there are in all."""

    total: int
    cases: tuple[Case, ...]


def read_filter(asked: Asked) -> Filter:
    """The filter that was asked for. Raises Refused, naming the key."""
    text, number = asked.text("text"), asked.text("number", most=30)
    if text and not full_text(text):
        raise asked.wrong("text", "at least one word")
    if number and not digits_of(number):
        raise asked.wrong("number", "digits")
    since, before = asked.moment("from"), asked.moment("to", end=True)
    if since is not None and before is not None and before <= since:
        raise asked.wrong("to", "a time after from")
    return Filter(
        text=text,
        place=asked.text("place"),
        number=number,
        since=since,
        before=before,
        priorities=asked.wholes("priority", 1, 5),
        code=asked.text("code", most=16),
        what=asked.text("what"),
        open=asked.yes_or_no("open"),
    )


def condition(wanted: Filter) -> tuple[str, list[Any]]:
    """The filter as SQL, and what fills it in."""
    parts: list[tuple[str, list[Any]]] = []
    query = full_text(wanted.text)
    if query:
        parts.append(("number IN (SELECT rowid FROM words WHERE words MATCH ?)", [query]))
    elif wanted.text:
        parts.append(("FALSE", []))
    if wanted.place:
        parts.append(("instr(place, ?) > 0", [place_key(wanted.place)]))
    if wanted.what:
        parts.append(("instr(what, ?) > 0", [what_key(wanted.what)]))
    if wanted.number:
        digits = asked_number(wanted.number)
        parts.append(("digits >= ? AND digits < ?", [digits, digits + ":"]))
    if wanted.since is not None:
        parts.append(("opened_ms >= ?", [to_ms(wanted.since)]))
    if wanted.before is not None:
        parts.append(("opened_ms < ?", [to_ms(wanted.before)]))
    if wanted.priorities:
        marks = ", ".join("?" * len(wanted.priorities))
        parts.append((f"priority IN ({marks})", sorted(wanted.priorities)))
    if wanted.code:
        parts.append(("substr(code, 1, ?) = ?", [len(wanted.code.casefold()), wanted.code.casefold()]))
    if wanted.open is not None:
        parts.append((f"closed_ms IS {'' if wanted.open else 'NOT '}NULL", []))
    where = " AND ".join(part for part, _ in parts) or "TRUE"
    return where, [value for _, values in parts for value in values]


def search(connection: sqlite3.Connection, wanted: Filter, *, page: int, per_page: int = PER_PAGE) -> Found:
    """A page, counted from 1, newest first. Raises sqlite3.Error."""
    where, values = condition(wanted)
    connection.execute("BEGIN")  # one view, so that total and page agree
    try:
        (total,) = connection.execute(f"SELECT count(*) FROM incident WHERE {where}", values).fetchone()
        rows = connection.execute(
            f"SELECT body FROM incident WHERE {where} ORDER BY opened_ms DESC, number DESC LIMIT ? OFFSET ?",
            [*values, per_page, (page - 1) * per_page],
        ).fetchall()
    finally:
        connection.rollback()
    return Found(total=total, cases=tuple(from_json(body) for (body,) in rows))
