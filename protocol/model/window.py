"""The stretch of the earth that somebody looks at, coarsely. A tick: the last one counts.

Made by a console from what its map shows; read by the server, which tells the units in it first where a link
cannot carry all. Coarse, so that it is a few bytes and changes seldom.
"""

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.model.point import QUANTA_A_DEG, Point, to_grid

STEP_QUANTA = 256
"""The side of a step: about 285 m north-south. The whole circle is a whole number of them."""

ROUND_STEPS = 360 * QUANTA_A_DEG // STEP_QUANTA
_HIGHEST = 90 * QUANTA_A_DEG // STEP_QUANTA + 1


@frozen(kw_only=True)
class Window:
    """A rectangle of whole steps; may lie across the date line."""

    south: int = field(validator=[instance_of(int), ge(-_HIGHEST), le(_HIGHEST)])
    """The lowest row, counted from the equator."""

    west: int = field(validator=[instance_of(int), ge(-ROUND_STEPS), le(ROUND_STEPS)])
    """The first column, counted from Greenwich."""

    rows: int = field(validator=[instance_of(int), ge(1), le(2 * _HIGHEST)])
    columns: int = field(validator=[instance_of(int), ge(1), le(ROUND_STEPS)])

    def shows(self, point: Point) -> bool:
        """True when the point lies in it."""
        lat, lon = to_grid(point)
        across = (lon // STEP_QUANTA - self.west) % ROUND_STEPS
        return 0 <= lat // STEP_QUANTA - self.south < self.rows and across < self.columns


def window_around(*, south: int, west: int, north: int, east: int) -> Window:
    """The window that holds everything between these edges, in quanta of the wire."""
    lowest, first = south // STEP_QUANTA, west // STEP_QUANTA
    return Window(
        south=max(-_HIGHEST, lowest),
        west=first,
        rows=min(2 * _HIGHEST, max(1, north // STEP_QUANTA - lowest + 1)),
        columns=min(ROUND_STEPS, max(1, east // STEP_QUANTA - first + 1)),
    )
