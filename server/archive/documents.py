"""The documents of what happened: one history, searches, what is near, indicators, feedback owed, dossiers.

From the archive, and a history from the journal itself. Their shapes stand in `server.documents.documents`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs import frozen

from protocol.errors import Reason, Refused
from protocol.model.terms import Terms
from server.archive import near, window
from server.archive.archive import Archive
from server.archive.asked import Asked
from server.archive.case import Case, shown
from server.archive.dossier import MOST as MOST_IN_DOSSIER
from server.archive.dossier import Dossier, as_csv, as_markdown
from server.archive.indicators import SHIFT
from server.archive.search import FILTER_KEYS, MAX_PAGE, PER_PAGE, read_filter, search
from server.documents.history import history
from server.documents.shelf import Wanted, line, lines
from server.journal.interface import Journal
from server.texts.texts import LANGUAGES, Texts


@frozen(kw_only=True)
class World:
    """What documents say of the world they come from."""

    name: str
    exercise: bool
    terms: Terms


class ArchiveShelf:
    """`history`, `search`, `near`, `indicators`, `owed` and `dossier`."""

    kinds: tuple[str, ...] = ("history", "search", "near", "indicators", "owed", "dossier")

    def __init__(
        self, *, journal: Journal, archive: Archive, world: World, clock: Callable[[], datetime]
    ) -> None:
        """`clock` is the one that dates the changes."""
        self._journal = journal
        self._archive = archive
        self._world = world
        self._clock = clock

    async def document(self, asked: Wanted) -> bytes | None:
        """The document, whole. Raises Refused, JournalError."""
        kind, query = asked.kind, asked.query
        if asked.item is not None:
            match kind:
                case "history":
                    if query:
                        raise asked.wrong("history/NUMBER")
                    return await self._history(asked)
                case "near":
                    return await self._near_incident(asked.number(), query)
            return None
        match kind:
            case "near":
                return await self._near(query)
            case "search":
                return await self._search(query)
            case "dossier":
                return await self._dossier(query)
            case "indicators":
                Asked(kind, query, ())
                now, terms = self._clock(), self._world.terms
                told = await self._archive.ask(lambda link: window.indicators_of(link, now=now, terms=terms))
                return line(told)
            case "owed":
                Asked(kind, query, ())
                now = self._clock()
                return lines(_owed(case, now) for case in await self._archive.ask(window.cases_owed))
        return None

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
        return lines((head, *map(shown, found.cases)))

    async def _history(self, asked: Wanted) -> bytes:
        number = asked.number()
        case = await self._archive.ask(lambda link: near.case_of_number(link, number))
        involved = () if case is None else case.units
        return await history(number, self._journal, reader=asked.reader, involved=involved)

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
        rows = (
            {
                **shown(each.case),
                "why": list(each.why),
                "distance_m": None if each.distance_m is None else round(each.distance_m),
                "age_s": _seconds(each.case.opened, now),
            }
            for each in found
        )
        return lines(({"total": len(found)}, *rows))

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
