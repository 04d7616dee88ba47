"""Where a unit was at a moment.

A tick, not a fact: the last one counts and older ones may be lost. Comes from the unit, goes to every map.
"""

from datetime import datetime
from typing import Any

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.moment import moment_field, normal
from protocol.model.number import counting
from protocol.model.point import Point


def _rounded(at: Any) -> Any:
    """A measured time comes with microseconds; what is no time is the validator's to refuse."""
    return normal(at) if isinstance(at, datetime) else at


@frozen(kw_only=True)
class Fix:
    """A position with its age built in."""

    unit: int = field(validator=counting)
    point: Point = field(validator=instance_of(Point))
    at: datetime = field(converter=_rounded, validator=moment_field)
    """When it was measured (or received, where the sender did not say); aware UTC."""
