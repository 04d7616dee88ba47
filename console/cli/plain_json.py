"""Changes, fixes and answers as JSON's own types: what scripts read. Pure.

The names are those of the protocol's classes and fields; enums are their keys, times ISO 8601, points
degrees. A history document of the server has rows of the same form.
"""

from collections.abc import Iterator
from typing import Any

from protocol.change import Change
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.plain import fact_row


def fact_rows(change: Change) -> Iterator[dict[str, Any]]:
    """A row for each fact: seq, at, by, fact, and the fact's own fields; its own `at` is `fact_at`."""
    for fact in change.facts:
        head = {"seq": change.seq, "at": change.at.isoformat(), "by": change.by}
        yield fact_row(head, fact)


def fix_row(fix: Fix, board: Board) -> dict[str, Any]:
    """A row for a position; the call sign is None for a unit that is not on the board."""
    unit = board.units.get(fix.unit)
    return {
        "position": fix.unit,
        "call_sign": None if unit is None else unit.call_sign,
        "at": fix.at.isoformat(),
        "lat_deg": round(fix.point.lat_deg, 5),
        "lon_deg": round(fix.point.lon_deg, 5),
    }
