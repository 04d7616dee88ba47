"""The emergency button of a unit: nothing goes before it, and somebody must answer by name.

Raised by the unit, answered by people, ended with a reason. While it is not answered it stands over every
screen. Kept on the board beside the incident that it opened.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name
from protocol.model.unit import call_sign_field


@frozen(kw_only=True)
class Emergency:
    """A colleague in need."""

    unit: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    incident: int = field(validator=counting)
    """The incident on whose line everybody nearby is."""

    at: datetime = field(validator=moment_field)
    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    """Where it was last seen; None when nobody knows."""

    nearby: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Ids of the units that were put on the line."""

    answered_by: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Who said: I have it, in that order; empty while nobody did."""
