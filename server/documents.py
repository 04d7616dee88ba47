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
`dossier?<as search, no page>&advice=&follow_up=2026-10-01&format=md|csv&title=&lang=nl|en`
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
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs import frozen

from protocol.errors import Reason, Refused
from protocol.model.number import MAX_NUMBER
from protocol.model.terms import Terms
from protocol.wire.frames import encode
from protocol.wire.messages import Piece
from server.archive import near, window
from server.archive.archive import Archive
from server.archive.asked import Asked
from server.archive.case import Case, shown
from server.archive.dossier import MOST as MOST_IN_DOSSIER
from server.archive.dossier import Dossier, as_csv, as_markdown
from server.archive.indicators import SHIFT
from server.archive.search import FILTER_KEYS, MAX_PAGE, PER_PAGE, read_filter, search
from server.classification.card import Cards
from server.classification.classes import ClassList
from server.history import history
from server.journal.interface import Journal
from server.texts.texts import LANGUAGES, Texts

PIECE_BYTES = 300
"""A quarter of a second of a 9,600 bit/s line."""

KINDS = ("history", "search", "near", "indicators", "owed", "dossier", "classifications", "cards")


@frozen(kw_only=True)
class World:
    """What documents say of the world they come from."""

    name: str
    exercise: bool
    terms: Terms


class Documents:
    """Everything that can be asked for by name."""

    def __init__(
        self,
        *,
        journal: Journal,
        archive: Archive,
        classes: ClassList,
        cards: Cards,
        world: World,
        clock: Callable[[], datetime],
    ) -> None:
        """`clock` is the one that dates the changes."""
        self._journal = journal
        self._archive = archive
        self._classes = classes
        self._cards = cards
        self._world = world
        self._clock = clock

    async def document(self, name: str) -> bytes:
        """The document, whole. Raises Refused for a name that means nothing here; JournalError."""
        path, _, query = name.partition("?")
        kind, slash, rest = path.partition("/")
        match kind, slash:
            case "history", "/":
                return await history(_number(name, rest, query), self._journal)
            case "near", "/":
                return await self._near_incident(_number(name, rest, ""), query)
            case "near", "":
                return await self._near(query)
            case "search", "":
                return await self._search(query)
            case "dossier", "":
                return await self._dossier(query)
            case "indicators", "":
                Asked(kind, query, ())
                now, terms = self._clock(), self._world.terms
                return _line(
                    await self._archive.ask(lambda link: window.indicators_of(link, now=now, terms=terms))
                )
            case "owed", "":
                Asked(kind, query, ())
                now = self._clock()
                return _lines(_owed(case, now) for case in await self._archive.ask(window.cases_owed))
            case "classifications", "":
                return _lines(each.shown() for each in self._classes.classes)
            case "cards", "":
                return _lines(self._cards.shown(self._classes))
        raise Refused(Reason.INVALID, what=name[:80], expected=", ".join(KINDS))

    async def _search(self, query: str) -> bytes:
        asked = Asked("search", query, (*FILTER_KEYS, "page"))
        wanted, page = read_filter(asked), asked.whole("page", 1, 1, MAX_PAGE)
        found = await self._archive.ask(lambda link: search(link, wanted, page=page))
        head = {
            "total": found.total,
            "page": page,
            "pages": max(1, -(-found.total // PER_PAGE)),
            "per_page": PER_PAGE,
        }
        return _lines((head, *map(shown, found.cases)))

    async def _near_incident(self, number: int, query: str) -> bytes:
        asked = Asked("near", query, ("radius_m", "days", "open"))
        here = await self._archive.ask(lambda link: near.here_of(link, number))
        if here is None:
            raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=0)
        return await self._near_here(here, asked)

    async def _near(self, query: str) -> bytes:
        keys = ("lat", "lon", "place", "number", "melder", "code", "radius_m", "days", "open")
        asked = Asked("near", query, keys)
        here = near.Here(
            place=asked.text("place"),
            point=asked.point(),
            number=asked.text("number", most=30) or asked.text("melder", most=30),
            code=asked.text("code", most=16),
        )
        if here == near.Here(code=here.code):
            raise asked.wrong("?", "a place, lat and lon, or a number")
        return await self._near_here(here, asked)

    async def _near_here(self, here: near.Here, asked: Asked) -> bytes:
        radius_m = asked.whole("radius_m", near.RADIUS_M, 1, 100_000)
        days = asked.whole("days", near.DAYS, 1, 3_650)
        only_open, now = asked.yes_or_no("open"), self._clock()
        found = await self._archive.ask(
            lambda link: near.near(link, here, now=now, radius_m=radius_m, days=days, only_open=only_open)
        )
        lines = (
            {
                **shown(each.case),
                "why": list(each.why),
                "distance_m": None if each.distance_m is None else round(each.distance_m),
                "age_s": _seconds(each.case.opened, now),
            }
            for each in found
        )
        return _lines(({"total": len(found)}, *lines))

    async def _dossier(self, query: str) -> bytes:
        asked = Asked("dossier", query, (*FILTER_KEYS, "title", "advice", "follow_up", "format", "lang"))
        wanted = read_filter(asked)
        texts = Texts(asked.choice("lang", LANGUAGES, LANGUAGES[0]))
        title, advice = asked.text("title"), asked.text("advice", most=2_000)
        follow_up, form = asked.day("follow_up"), asked.choice("format", ("md", "csv"), "md")
        found = await self._archive.ask(lambda link: search(link, wanted, page=1, per_page=MOST_IN_DOSSIER))
        said = attrs.asdict(wanted)
        dossier = Dossier(
            title=title,
            world=self._world.name,
            exercise=self._world.exercise,
            made=self._clock(),
            filter=", ".join(
                f"{name} {_said(value)}" for name, value in said.items() if value not in _UNSAID
            ),
            total=found.total,
            cases=found.cases[::-1],
            advice=advice,
            follow_up=follow_up,
        )
        return (as_csv(dossier) if form == "csv" else as_markdown(dossier, texts)).encode()


_UNSAID: tuple[object, ...] = (None, "", frozenset())


def _said(value: Any) -> str:
    if isinstance(value, frozenset):
        return ",".join(map(str, sorted(value)))
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _owed(case: Case, now: datetime) -> Mapping[str, Any]:
    since = case.closed or case.opened
    return {
        "number": case.number,
        "what": case.what,
        "place": case.place,
        "priority": case.priority,
        "since": since.isoformat(),
        "since_s": _seconds(since, now),
        "open": case.open,
        "units": list(case.units),
        "holder": case.holder,
        "melder_number": case.melder_number,
        "call_back": case.call_back,
        "shift": now - case.opened <= SHIFT,
    }


def _seconds(since: datetime, now: datetime) -> int:
    return max(0, int((now - since).total_seconds()))


def _number(name: str, text: str, query: str) -> int:
    if (
        query
        or not (text.isascii() and text.isdecimal())
        or len(text) > 10
        or not 0 < int(text) <= MAX_NUMBER
    ):
        kind = name.partition("/")[0]
        raise Refused(Reason.INVALID, what=name[:80], expected=f"{kind}/NUMBER")
    return int(text)


def _line(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def _lines(values: Iterable[Any]) -> bytes:
    return b"".join(map(_line, values))


def pieces(id: int, content: bytes, offset: int) -> Iterator[bytes]:
    """The frames that carry the document from `offset` on; one empty piece when nothing remains."""
    first = min(offset, len(content))
    for start in range(first, max(len(content), first + 1), PIECE_BYTES):
        data = content[start : start + PIECE_BYTES]
        yield encode(Piece(id=id, offset=start, total=len(content), data=data))
