"""What happened with split pairs and emergencies of colleagues."""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name, Text, storable
from protocol.model.unit import call_sign_field


@frozen(kw_only=True)
class PairSplit:
    """Two colleagues went apart; the other half is a unit of its own, solo like the first."""

    unit: int = field(validator=counting)
    other: int = field(validator=counting)
    """The new unit's id."""

    call_sign: Name = field(validator=call_sign_field)


@frozen(kw_only=True)
class PairSpoken:
    """One half said this to the other."""

    unit: int = field(validator=counting)
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class StrengthenAsked:
    """One half calls the other to it."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class PairJoined:
    """Together again; the other half's unit ended."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class EmergencyRaised:
    """A colleague is in need; those nearby are on the line of this incident."""

    unit: int = field(validator=counting)
    incident: int = field(validator=counting)
    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    nearby: tuple[int, ...] = field(default=(), validator=instance_of(tuple))


@frozen(kw_only=True)
class EmergencyAnswered:
    """Whoever made the change has it."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class EmergencyEnded:
    """It is over."""

    unit: int = field(validator=counting)
    why: Text = field(validator=storable(200))
