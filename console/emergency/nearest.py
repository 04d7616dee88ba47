"""Who is nearest to a colleague in need, as the crow flies: what the room reads at once. Pure.

Travel times by road come with the list of who could go.
"""

from console.part.context import Context
from protocol.model.point import Point, distance_m


def nearest_to(context: Context, unit: int, point: Point) -> tuple[str, float] | None:
    """Call sign and metres of the nearest other unit on duty; None while nobody else was seen."""
    units = context.board.units
    found = (
        (distance_m(fix.point, point), units[id].call_sign)
        for id, fix in context.fixes.items()
        if id in units and id != unit
    )
    nearest = min(found, default=None)
    return None if nearest is None else (nearest[1], nearest[0])
