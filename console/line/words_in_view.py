"""Which lines have their newest words on the screen now: those count as read. Pure; no Textual."""

from collections.abc import Mapping

from console.part.context import Context
from protocol.model.line_kind import LineKind


def lines_in_view(context: Context, places: Mapping[str, object]) -> frozenset[tuple[int, LineKind]]:
    """None while one looks back; `places` by panel."""
    if context.incident is None:
        return frozenset()
    if "line" in places and context.entry is None:
        return frozenset({(context.incident, context.line)})
    return frozenset()
