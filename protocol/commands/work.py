"""Wishes about what those involved do together: lists, needs, additions, citizens and referrals."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable
from protocol.model.work import Aim, CitizenRole


@frozen(kw_only=True)
class AddAim(Command, tag=33):
    """Say what must be protected, limited or strengthened (A38)."""

    incident: int = field(validator=counting)
    aim: Aim = field(validator=instance_of(Aim))
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class DropAim(Command, tag=34):
    """Take a line off that list; it stays in the history."""

    incident: int = field(validator=counting)
    aim: Aim = field(validator=instance_of(Aim))
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class StateNeed(Command, tag=35):
    """Say what is needed from whom (A36)."""

    incident: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    from_whom: Name = field(validator=name_field)


@frozen(kw_only=True)
class MeetNeed(Command, tag=36):
    """Say how a need was met."""

    incident: int = field(validator=counting)
    need: int = field(validator=counting)
    how: Text = field(validator=storable(200))


@frozen(kw_only=True)
class StateAddition(Command, tag=37):
    """Say what a unit adds (A37); a new line takes the place of its old one."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class NoteCitizen(Command, tag=38):
    """Say who is on the spot, in which of the four roles (A86)."""

    incident: int = field(validator=counting)
    name: Name = field(validator=name_field)
    role: CitizenRole = field(validator=instance_of(CitizenRole))


@frozen(kw_only=True)
class Refer(Command, tag=39):
    """Hand on to a partner (A23)."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)
    consent: bool = field(default=False, validator=instance_of(bool))
    """True when the melder agreed."""


@frozen(kw_only=True)
class AcceptReferral(Command, tag=40):
    """Say who at the partner accepted (A23)."""

    incident: int = field(validator=counting)
    referral: int = field(validator=counting)
    by_whom: Name = field(validator=name_field)
