"""A ranking as the server sends it, for tests: one row a unit, each a minute further than the one before."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

FREE: Mapping[str, Any] = {"key": "free"}


def ranked(
    number: int,
    units: Mapping[int, Any],
    *,
    order: Iterable[int] = (),
    reasons: Mapping[int, list[Mapping[str, Any]]] = {},
    travel_s: Mapping[int, float | None] = {},
    by_road: bool = True,
    point: bool = True,
) -> bytes:
    """The document `recommend/NUMBER` for these units, in `order` or by id."""
    rows: list[Mapping[str, Any]] = [
        {"number": number, "by_road": by_road, "point": point, "skills": [], "ring_names": []}
    ]
    for place, id in enumerate(order or sorted(units), start=1):
        seconds = travel_s.get(id, 60 * place)
        rows.append(
            {
                "unit": id,
                "call_sign": units[id].call_sign,
                "travel_s": seconds,
                "weighed_s": seconds,
                "ring": 0,
                "age_s": 5,
                "reasons": [{"key": "travel", "s": seconds}, *reasons.get(id, [FREE])],
            }
        )
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)
