"""The documents behind `zoek`, `eerder`, `dossier`, `verschuldigd`, `indicatoren`, `historie` and dispatch.

From an understood line to the name under which the server has it, and from what came to rows and sentences.
Names and shapes are the server's; a field that this version does not know is left alone. Pure.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from console.actions.problem import Parsed
from console.documents.dispatch import (
    choices_line,
    place_rows,
    places_name,
    reach_name,
    reach_rows,
    recommend_name,
    recommend_rows,
)
from console.documents.fact_sentences import told
from console.documents.link_code import link_name, link_rows
from console.harmless import harmless
from console.texts.texts import Texts
from protocol.model.board import Board

Row = dict[str, Any]

SEARCH_KEYS: Mapping[str, tuple[str, ...]] = {
    "place": ("plaats", "place"),
    "number": ("nummer", "number"),
    "from": ("van", "from", "vanaf"),
    "to": ("tot", "to"),
    "priority": ("prioriteit", "priority", "prio"),
    "code": ("code", "klasse", "class"),
    "what": ("wat", "what"),
    "open": ("open",),
    "page": ("blad", "page"),
}
DOSSIER_KEYS: Mapping[str, tuple[str, ...]] = {
    **{key: words for key, words in SEARCH_KEYS.items() if key != "page"},
    "title": ("titel", "title"),
    "advice": ("advies", "advice"),
    "follow_up": ("opvolgen", "followup"),
    "format": ("vorm", "format"),
}
_YES_NO = {"ja": "yes", "nee": "no"}


def query(text: str, keys: Mapping[str, tuple[str, ...]]) -> str:
    """`fiets plaats:Grote Markt blad:2` urlencoded: first text, then values that run to the next key."""
    by_word = {word: key for key, words in keys.items() for word in words}
    asked: dict[str, list[str]] = {}
    key = "text"
    for word in text.split():
        name, colon, rest = word.partition(":")
        if colon and name.casefold() in by_word:
            key, word = by_word[name.casefold()], rest
        asked.setdefault(key, []).extend([word] if word else [])
    said = {key: " ".join(words) for key, words in asked.items() if words}
    if "open" in said:
        said["open"] = _YES_NO.get(said["open"].casefold(), said["open"])
    return urlencode(said)


def _search(values: Mapping[str, Any]) -> str:
    return f"search?{query(values['wanted'], SEARCH_KEYS)}"


def _dossier(values: Mapping[str, Any]) -> str:
    asked = query(values.get("pattern", ""), DOSSIER_KEYS)
    return f"dossier?{asked}" if asked else "dossier"


_NAMES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "search": _search,
    "near": lambda values: f"near/{values['incident']}",
    "dossier": _dossier,
    "owed": lambda _values: "owed",
    "indicators": lambda _values: "indicators",
    "history": lambda values: f"history/{values['incident']}",
    "recommend": recommend_name,
    "places": places_name,
    "reach": reach_name,
    "show-link": link_name,
}
FETCHED = frozenset(_NAMES)
"""Actions that ask for a document."""


def name_of(parsed: Parsed) -> str | None:
    """The name of the document that the line asks for; None when it asks for none."""
    make = _NAMES.get(parsed.action.id)
    return None if make is None else make(parsed.values)


def shown(
    parsed: Parsed, content: bytes, board: Board, texts: Texts, site: str = ""
) -> Iterator[tuple[Row, str]]:
    """The document as rows, each with its sentence; `site` stands before a path on the server."""
    if parsed.action.id == "dossier":
        text = content.decode("utf-8", "replace")
        yield {"document": text}, "\n".join(harmless(line) for line in text.splitlines())
        return
    match parsed.action.id:
        case "recommend":
            yield from recommend_rows(parsed.values["incident"], content, texts)
        case "show-link":
            yield from link_rows(content, site, texts)
        case "places":
            yield from place_rows(content, texts)
        case "reach":
            yield from reach_rows(content, board, parsed.values.get("sending", ()), texts)
        case _:
            yield from _plain_rows(parsed, content, board, texts)


def _plain_rows(parsed: Parsed, content: bytes, board: Board, texts: Texts) -> Iterator[tuple[Row, str]]:
    for row in _rows(content):
        match parsed.action.id:
            case "history" if "at" in row:
                yield row, told(row, board, texts)
            case "indicators":
                yield row, "\n".join(_figures(row, texts))
            case "owed" if _wanted(row, parsed.values.get("by-whom")):
                yield row, _owed(row, texts)
            case "search" | "near" if "total" in row:
                yield row, _head(row, texts)
            case "search" | "near":
                yield row, _case(row, texts)


def _rows(content: bytes) -> Iterator[Row]:
    for line in content.decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            row = json.loads(line)
            if isinstance(row, dict):
                yield row


def _head(row: Row, texts: Texts) -> str:
    if "page" in row:
        return texts.say(
            "found-page", total=_whole(row, "total"), page=_whole(row, "page"), pages=_whole(row, "pages")
        )
    return texts.say("found-near", total=_whole(row, "total"))


def _case(row: Row, texts: Texts) -> str:
    line = texts.say(
        "case-line",
        number=_whole(row, "number"),
        at=_at(row.get("opened")),
        priority=_whole(row, "priority"),
        what=str(row.get("what") or ""),
        place=str(row.get("place") or ""),
        state=texts.say("case-open" if row.get("open") else "case-closed"),
    )
    why = row.get("why")
    if not isinstance(why, list):
        return line
    reasons = (f"why-{each}" for each in why)
    words = ", ".join(texts.say(key) if texts.has(key) else key for key in reasons)
    return f"{line}  ({words})"


def _wanted(row: Row, by_whom: Any) -> bool:
    """All, those of a unit by its call sign, or those of this shift."""
    if by_whom is None:
        return True
    word = str(by_whom).strip().casefold()
    if word in ("dienst", "shift"):
        return row.get("shift") is True
    units = row.get("units")
    return isinstance(units, list) and word in (str(unit).casefold() for unit in units)


def _owed(row: Row, texts: Texts) -> str:
    units = row.get("units")
    return texts.say(
        "owed-line",
        number=_whole(row, "number"),
        at=_at(row.get("since")),
        what=str(row.get("what") or ""),
        place=str(row.get("place") or ""),
        holder=str(row.get("holder") or "–"),
        units=", ".join(map(str, units)) if isinstance(units, list) and units else "–",
        telephone=str(row.get("melder_number") or "–"),
    )


def _figures(row: Row, texts: Texts) -> Iterator[str]:
    for name in ("shift", "week"):
        span = row.get(name)
        if not isinstance(span, dict):
            continue
        spot, first, kept, told_, passed = (
            _part(span, part) for part in ("on_spot", "first_reaction", "promises", "feedback", "emergency")
        )
        yield texts.say(f"figures-{name}", opened=_whole(span, "opened"), closed=_whole(span, "closed"))
        yield texts.say(
            "figures-on-spot",
            share=_share(spot),
            **{key: _whole(spot, key) for key in ("within", "late", "waiting_late", "status_missing")},
        )
        yield texts.say(
            "figures-first",
            p50=_seconds(first.get("p50_s")),
            p90=_seconds(first.get("p90_s")),
            none=_whole(first, "none_yet"),
        )
        yield texts.say(
            "figures-promises",
            **{key: _whole(kept, key) for key in ("kept", "moved", "broken", "open", "breached")},
        )
        yield texts.say(
            "figures-feedback",
            share=_share(told_),
            **{key: _whole(told_, key) for key in ("given", "impossible", "owed")},
        )
        yield texts.say("figures-emergency", closings=_whole(passed, "closings"), of=_whole(passed, "of"))
        yield choices_line(_part(span, "choices"), texts)
        contact, cards = _part(span, "contact"), _part(span, "cards")
        yield texts.say(
            "figures-contact",
            p50=_seconds(contact.get("p50_s")),
            p90=_seconds(contact.get("p90_s")),
            **{name: _whole(contact, key) for name, key in _CONTACT},
        )
        pushed = {key: _whole(cards, key) for key in ("pushed", "in_time", "taken")}
        yield texts.say("figures-cards", **pushed)


_CONTACT = (("of", "of"), ("direct", "direct"), ("before", "before_arrival"))


def _part(row: Row, name: str) -> Row:
    found = row.get(name)
    return found if isinstance(found, dict) else {}


def _whole(row: Row, name: str) -> str | int:
    value = row.get(name)
    return value if type(value) is int else "–"


def _share(row: Row) -> str:
    value = row.get("share")
    return f"{value:.0%}" if isinstance(value, int | float) else "–"


def _seconds(value: Any) -> str:
    return f"{value / 60:.1f} min" if isinstance(value, int | float) else "–"


def _at(value: Any) -> str:
    with suppress(ValueError, TypeError):
        return f"{datetime.fromisoformat(value).astimezone():%d-%m-%Y %H:%M}"
    return "–"
