"""A unit: one or two colleagues on duty.

Made by `UnitSignedOn`, changed by the fold, shown in the unit list and on the map. It has a stable id; the
call sign is an alias that says nothing about its task. Its position is a tick and never stands here.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.text import Name, storable
from protocol.model.unit_status import UnitStatus

MAX_CALL_SIGN_CHARS = 16

call_sign_field = storable(MAX_CALL_SIGN_CHARS)


@frozen(kw_only=True)
class Unit:
    """A unit as the board knows it."""

    id: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))
    status: UnitStatus = field(default=UnitStatus.AVAILABLE, validator=instance_of(UnitStatus))
    since: datetime = field(validator=instance_of(datetime))
    """When the status was set; aware UTC."""

    incident: int | None = field(default=None, validator=optional(counting))
    """The number of what it is on; None when on nothing."""
