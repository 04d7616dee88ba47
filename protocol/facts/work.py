"""What happened to lists, needs, additions, citizens and referrals."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.facts.fact import Fact
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable
from protocol.model.work import Aim, CitizenRole


@frozen(kw_only=True)
class AimAdded(Fact, tag=34):
    """One of the three lists has a line more."""

    incident: int = field(validator=counting)
    aim: Aim = field(validator=instance_of(Aim))
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class AimDropped(Fact, tag=35):
    """One of the three lists has a line less."""

    incident: int = field(validator=counting)
    aim: Aim = field(validator=instance_of(Aim))
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class NeedStated(Fact, tag=36):
    """Something is needed from somebody."""

    incident: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    from_whom: Name = field(validator=name_field)


@frozen(kw_only=True)
class NeedMet(Fact, tag=37):
    """It was met, in this way."""

    incident: int = field(validator=counting)
    need: int = field(validator=counting)
    how: Text = field(validator=storable(200))


@frozen(kw_only=True)
class AdditionStated(Fact, tag=38):
    """A unit adds this."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class CitizenNoted(Fact, tag=39):
    """Somebody is on the spot in this role."""

    incident: int = field(validator=counting)
    name: Name = field(validator=name_field)
    role: CitizenRole = field(validator=instance_of(CitizenRole))


@frozen(kw_only=True)
class Referred(Fact, tag=40):
    """It was handed on to a partner, who has yet to accept."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)
    consent: bool = field(default=False, validator=instance_of(bool))


@frozen(kw_only=True)
class ReferralAccepted(Fact, tag=41):
    """Somebody at the partner accepted."""

    incident: int = field(validator=counting)
    referral: int = field(validator=counting)
    by_whom: Name = field(validator=name_field)
