"""The server's ranking for one melding, as values. Pure.

Read from the document `recommend/N`: a head and one JSON object a line, best first. A line that is none is
left out; a reason that this version does not know is kept, and shown by its key.
"""

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

MOST = 8
"""Rows of the list; each has a digit."""

Arg = str | int | float


@frozen(kw_only=True)
class Why:
    """One thing that speaks for or against a unit."""

    key: str
    args: tuple[tuple[str, Arg], ...] = ()

    def get(self, name: str) -> Arg | None:
        """The argument of this name; None without it."""
        return dict(self.args).get(name)


@frozen(kw_only=True)
class Ranked:
    """A unit that could go."""

    unit: int
    call_sign: str
    travel_s: float | None = None
    """None when its position is too old or unknown."""

    age_s: float | None = None
    """Of its position, in seconds."""

    reasons: tuple[Why, ...] = ()

    def why(self, key: str) -> Why | None:
        """The reason with this key; None without it."""
        return next((each for each in self.reasons if each.key == key), None)


@frozen(kw_only=True)
class Ranking:
    """Who could go to one melding, best first; at most MOST."""

    number: int
    by_road: bool = True
    """False for distances as the crow flies."""

    point: bool = True
    """False when nobody knows where the melding is."""

    units: tuple[Ranked, ...] = ()


def ranking_in(document: bytes, number: int) -> Ranking:
    """The ranking in this document; an empty one where it holds none."""
    found: list[Ranked] = []
    by_road = point = True
    for line in document.decode("utf-8", "replace").splitlines():
        try:
            raw = json.loads(line)
        except ValueError:
            continue
        if not isinstance(raw, dict):
            continue
        if "by_road" in raw:
            by_road, point = bool(raw["by_road"]), raw.get("point", True) is not False
        elif (ranked := _ranked(raw)) is not None:
            found.append(ranked)
    return Ranking(number=number, by_road=by_road, point=point, units=tuple(found[:MOST]))


def _ranked(raw: Mapping[str, Any]) -> Ranked | None:
    unit, call_sign, reasons = raw.get("unit"), raw.get("call_sign"), raw.get("reasons", [])
    if type(unit) is not int or not isinstance(call_sign, str) or not isinstance(reasons, list):
        return None
    return Ranked(
        unit=unit,
        call_sign=call_sign,
        travel_s=_number(raw.get("travel_s")),
        age_s=_number(raw.get("age_s")),
        reasons=tuple(_why(each) for each in reasons if isinstance(each, dict) and "key" in each),
    )


def _why(raw: Mapping[str, Any]) -> Why:
    args = tuple(
        (name, value) for name, value in raw.items() if name != "key" and isinstance(value, str | int | float)
    )
    return Why(key=str(raw["key"]), args=args)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
