"""The documents behind `wie`, `vind` and `bereik`: names and sentences. Pure; part of `documents`.

A recommendation is read as the desk reads it; a picture of reach as the map does.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from console.dispatch.ranked import Ranked, Ranking, ranking_in
from console.dispatch.reasons import plain_reasons
from console.documents.fact_sentences_dispatch import reason_word, span
from console.grammar.places import MOST, places_in
from console.harmless import harmless
from console.texts.texts import Texts
from protocol.errors import WrongShape
from protocol.map.reach import read_reach
from protocol.model.board import Board

MINUTES = 8
"""Within which, when nobody says."""

Row = dict[str, Any]


def recommend_name(values: Mapping[str, Any]) -> str:
    """Who can go to this melding."""
    return f"recommend/{values['incident']}"


def places_name(values: Mapping[str, Any]) -> str:
    """Places like the words, near the point where one was typed."""
    place = values["place"]
    near = {} if place.point is None else {"lat": place.point.lat_deg, "lon": place.point.lon_deg}
    return f"places?{urlencode({'text': place.name, **near, 'most': MOST})}"


def reach_name(values: Mapping[str, Any]) -> str:
    """What is within so many minutes, now and when these units go."""
    sending = ",".join(map(str, values.get("sending", ())))
    return f"reach?{urlencode({'minutes': values.get('minutes', MINUTES)})}" + (
        f"&sending={sending}" if sending else ""
    )


def recommend_rows(number: int, content: bytes, texts: Texts) -> Iterator[tuple[Row, str]]:
    """The head, and a line for each who could go, best first."""
    ranking = ranking_in(content, number)
    by_unit = {each.unit: each for each in ranking.units}
    kind = _how(ranking)
    rank = 0
    for row in _rows(content):
        ranked = by_unit.get(row.get("unit", 0))
        if "by_road" in row:
            asked = ", ".join(map(str, row.get("skills") or ()))
            skills = texts.say("who-skills", skills=asked) if asked else ""
            yield row, texts.say(f"who-{kind}", incident=number, skills=skills)
        elif ranked is not None:
            rank += 1
            yield row, _who(rank, ranked, texts, by_road=ranking.by_road)
    if not rank and ranking.point:
        yield {"units": 0}, texts.say("who-nobody")


def _how(ranking: Ranking) -> str:
    """How the travel times came about, or why there are none."""
    if not ranking.point:
        return "no-point"
    if ranking.units and all(each.travel_s is None for each in ranking.units):
        return "no-position"
    return "by-road" if ranking.by_road else "straight-line"


def place_rows(content: bytes, texts: Texts) -> Iterator[tuple[Row, str]]:
    """A line for each place, best first."""
    found = places_in(content)
    for place in found:
        row = {
            "name": place.name,
            "kind": place.kind,
            "lat_deg": place.point.lat_deg,
            "lon_deg": place.point.lon_deg,
        }
        lat, lon = f"{place.point.lat_deg:.5f}", f"{place.point.lon_deg:.5f}"
        yield (
            row,
            texts.say("place-row", name=place.name, kind=kind_word(place.kind, texts), lat=lat, lon=lon),
        )
    if not found:
        yield {"found": 0}, texts.say("places-nothing")


def kind_word(kind: str, texts: Texts) -> str:
    """The word for a kind of place; the kind itself where this version has none."""
    key = f"place-kind-{kind}"
    return texts.say(key) if texts.has(key) else harmless(kind)


def reach_rows(
    content: bytes, board: Board, sending: tuple[int, ...], texts: Texts
) -> Iterator[tuple[Row, str]]:
    """One sentence: the share of the area now, and after where somebody is thought away."""
    try:
        reach = read_reach(content)
    except WrongShape as error:
        yield {"unreadable": str(error)}, texts.say("document-unreadable", why=str(error))
        return
    row = {
        "within_s": reach.within_s,
        "permille": reach.permille,
        "permille_after": reach.permille_after,
        "by_road": reach.by_road,
    }
    said: dict[str, str | int] = {
        "minutes": reach.within_s // 60,
        "share": _permille(reach.permille),
        "how": "" if reach.by_road else texts.say("reachable-straight-line"),
    }
    if not sending:
        yield row, texts.say("reachable", **said)
        return
    signs = ", ".join(str(board.units[id].call_sign) if id in board.units else str(id) for id in sending)
    yield row, texts.say("reachable-after", units=signs, after=_permille(reach.permille_after), **said)


def choices_line(choices: Mapping[str, Any], texts: Texts) -> str:
    """How often the nearest went, what the others cost, and why (B6)."""
    extra, reasons = choices.get("extra_s"), choices.get("reasons")
    extra = extra if isinstance(extra, Mapping) else {}
    listed = reasons if isinstance(reasons, Mapping) else {}
    words = ", ".join(f"{reason_word(key, texts)} {count}" for key, count in listed.items() if count)
    return texts.say(
        "figures-choices",
        **{
            name: value if type(value := choices.get(key)) is int else "–"
            for name, key in (
                ("of", "of"),
                ("nearest", "nearest"),
                ("passed", "passed_over"),
                ("explained", "explained"),
            )
        },
        **{name: span(extra.get(name)) for name in ("p50", "p90", "total")},
        reasons=f" ({words})" if words else "",
    )


def _who(rank: int, ranked: Ranked, texts: Texts, *, by_road: bool) -> str:
    words = plain_reasons(ranked, texts.say, by_road=by_road)
    if ranked.travel_s is not None:
        words = [span(ranked.travel_s), *words]
    return texts.say("who-row", place=rank, unit=ranked.call_sign, reasons=", ".join(words))


def _rows(content: bytes) -> Iterator[Row]:
    for line in content.decode("utf-8", "replace").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict):
            yield row


def _permille(value: int) -> str:
    return f"{value / 10:.0f} %"
