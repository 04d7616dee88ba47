"""Which lines have their newest words on the screen now: those count as read. Pure; reads the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.model.line_kind import LineKind

if TYPE_CHECKING:
    from console.desk.desk import Desk


def lines_in_view(desk: Desk) -> frozenset[tuple[int, LineKind]]:
    """None while something lies over them, or while one looks back."""
    places = desk.places()
    if desk.incident is None or desk.emergencies.takes:
        return frozenset()
    if "line" in places and desk.entry is None:
        return frozenset({(desk.incident, desk.lines.shown)})
    return frozenset()
