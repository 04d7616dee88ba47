"""Which meldingen on the board could be the one that somebody is calling about: by place, number and kind.

Pure; from the board alone, so it answers at every key, also without a link.
"""

import re
from datetime import datetime, timedelta

from attrs import frozen

from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.point import Point, distance_m

RECENT = timedelta(hours=24)
"""A closed melding older than this is no duplicate."""

SAME_KIND = timedelta(hours=1)
"""Kind alone says something only about what came in just now."""

CLOSE_M = 300.0
FAR_M = 1_500.0
MOST = 8
_LEAST_CHARS = 3
_LEAST_DIGITS = 6
_WORD = re.compile(r"\w+")


@frozen(kw_only=True)
class Caller:
    """What is known of the call so far, typed or not."""

    what: str = ""
    code: str = ""
    """Its class; empty while nobody knows it."""

    place: str = ""
    point: Point | None = None
    number: str = ""


@frozen(kw_only=True)
class Near:
    """One melding that may be the same, and why."""

    incident: Incident
    same_place: bool
    same_number: bool
    same_kind: bool
    distance_m: float | None
    """None while one of the two points is unknown."""

    same_class: bool = False
    """True where both have the same code of the site's list."""

    @property
    def weight(self) -> int:
        """How much speaks for it: the same caller, then the same class at the same place, then either."""
        same = self.same_class or self.same_kind
        return 16 * self.same_number + 8 * (same and self.same_place) + 3 * self.same_place + 2 * same


def caller_of(line: str, *, number: str = "", point: Point | None = None, code: str = "") -> Caller:
    """What an unfinished line `1 inbraak @ Dorpsstraat 5 -- ...` says so far."""
    what, _, rest = line.partition("@")
    place = rest.partition(" -- ")[0].partition("(")[0]
    return Caller(what=what.partition(" -- ")[0], place=place, point=point, number=number, code=code)


def share(typed: str, text: str, *, within: bool = False) -> bool:
    """True when a word of the one stands in the other; `within` also inside a longer word."""
    return _share(_words(typed), text, within=within)


def nearby(board: Board, caller: Caller, now: datetime) -> tuple[Near, ...]:
    """At most MOST, what is likeliest first, then the nearest, then the newest; empty for no words."""
    what, place = _words(caller.what), _words(caller.place)
    digits = _digits(caller.number)
    if not (what or place or caller.point or caller.code or len(digits) >= _LEAST_DIGITS):
        return ()
    found = (
        _compared(incident, what, place, digits, caller)
        for incident in board.incidents.values()
        if incident.is_open or now - incident.opened_at <= RECENT
    )
    likely = [near for near in found if _counts(near, now)]
    likely.sort(key=lambda near: (-near.weight, _apart(near), -near.incident.number))
    return tuple(likely[:MOST])


def _apart(near: Near) -> float:
    return float("inf") if near.distance_m is None else near.distance_m


def _counts(near: Near, now: datetime) -> bool:
    if near.same_place or near.same_number:
        return True
    fresh = now - near.incident.opened_at <= SAME_KIND
    return (
        (near.same_kind or near.same_class)
        and fresh
        and (near.distance_m is None or near.distance_m <= FAR_M)
    )


def _compared(incident: Incident, what: list[str], place: list[str], digits: str, caller: Caller) -> Near:
    point, there = caller.point, incident.place.point
    apart = None if point is None or there is None else distance_m(point, there)
    melder = incident.intake.melder
    known = "" if melder is None else _digits(melder.number)
    return Near(
        incident=incident,
        same_place=_share(place, incident.place.name) or (apart is not None and apart <= CLOSE_M),
        same_number=len(digits) >= _LEAST_DIGITS and known.endswith(digits[-_LEAST_DIGITS - 2 :]),
        same_kind=_share(what, incident.what, within=True),
        same_class=bool(caller.code) and caller.code == incident.intake.code,
        distance_m=apart,
    )


def _share(typed: list[str], text: str, *, within: bool = False) -> bool:
    """True when a typed word stands in the text; the last one may still be growing.

    `within` also finds it inside a longer one: `inbraak` in `woninginbraak`.
    """
    words = _words(text)
    if within:
        return any(word in other for word in typed for other in words)
    return any(word in words for word in typed) or bool(
        typed and any(word.startswith(typed[-1]) for word in words)
    )


def _words(text: str) -> list[str]:
    """The words that say something: no short ones, no numbers."""
    return [
        word for word in _WORD.findall(text.casefold()) if len(word) >= _LEAST_CHARS and not word.isdecimal()
    ]


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())
