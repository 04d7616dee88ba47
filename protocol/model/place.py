"""Where it is: words, and a point when one is known.

The words come first because a melder speaks before anybody knows the coordinates; a place without a point is
complete. Read by the board, the map (only with a point) and the distance column.
"""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.point import Point
from protocol.model.text import Name, unknown_or_name_field


@frozen(kw_only=True)
class Place:
    """A place as people say it, with its point if known."""

    name: Name = field(validator=unknown_or_name_field)
    """As spoken or typed: street and number, crossing, shop; "" while nobody knows where it is."""

    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    """None until somebody knows it."""
