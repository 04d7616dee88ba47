"""What happened to units."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.text import Name
from protocol.model.unit import call_sign_field
from protocol.model.unit_status import UnitStatus


@frozen(kw_only=True)
class UnitSignedOn:
    """A unit came on duty under a new id."""

    unit: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))


@frozen(kw_only=True)
class UnitSignedOff:
    """A unit's duty ended."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitStatusSet:
    """A unit said what it is doing, or somebody said it for them."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))


@frozen(kw_only=True)
class UnitAssigned:
    """A unit got a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitReleased:
    """A unit was taken off a melding and is available."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
