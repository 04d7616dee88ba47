"""Wishes about units: on and off duty, given and taken a melding, what they are doing."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.text import Name, storable
from protocol.model.unit import call_sign_field
from protocol.model.unit_status import UnitStatus

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class AssignUnit:
    """Give a unit a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    divert: bool = field(default=False, validator=instance_of(bool))
    """Take the unit off what it is on, if anything; without it a busy unit is refused."""


@frozen(kw_only=True)
class ReleaseUnit:
    """Take a unit off its melding; it becomes available."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class SetUnitStatus:
    """Say what a unit is doing (A62: the unit itself can)."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))


@frozen(kw_only=True)
class SignOnUnit:
    """Put a unit on duty. Yields a new unit id."""

    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))


@frozen(kw_only=True)
class SignOffUnit:
    """End a unit's duty; refused while it has a melding."""

    unit: int = field(validator=counting)
