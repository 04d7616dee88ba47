"""What those involved do together while the police add (toevoegen).

Three short lists say what to protect, to limit and to strengthen (A38); needs say what is wanted from whom
(A36); each unit has a line on what it adds (A37); citizens on the spot have a role (A86); referrals go to
partners with consent and count when accepted (A23).
"""

from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable


class Aim(IntEnum):
    """The three lists of A38."""

    PROTECT = 1
    LIMIT = 2
    STRENGTHEN = 3

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()


class CitizenRole(IntEnum):
    """What a citizen does here (A86)."""

    ACTIVE_ON_SCENE = 1
    INVOLVED_MELDER = 2
    VOLUNTEER = 3
    LOOKOUT = 4

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class AimLine:
    """One line of one of the three lists."""

    aim: Aim = field(validator=instance_of(Aim))
    text: Text = field(validator=storable(200))
    by: Name = field(validator=name_field)


@frozen(kw_only=True)
class Need:
    """What is needed from whom; ids count from 1 within the incident."""

    id: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    from_whom: Name = field(validator=name_field)
    met: Text | None = field(default=None, validator=optional(storable(200)))
    """How it was met; None while it is not."""


@frozen(kw_only=True)
class Addition:
    """What a unit adds, in one line."""

    unit: int = field(validator=counting)
    text: Text = field(validator=storable(200))


@frozen(kw_only=True)
class Citizen:
    """Somebody on the spot."""

    name: Name = field(validator=name_field)
    role: CitizenRole = field(validator=instance_of(CitizenRole))


@frozen(kw_only=True)
class Referral:
    """A handing on to a partner; ids count from 1 within the incident."""

    id: int = field(validator=counting)
    partner: Name = field(validator=name_field)
    consent: bool = field(validator=instance_of(bool))
    """True when the melder agreed."""

    accepted_by: Name | None = field(default=None, validator=optional(name_field))
    """Who at the partner accepted; None while nobody has, and the incident cannot be let go for it."""


@frozen(kw_only=True)
class Work:
    """All of it, for one incident."""

    aims: tuple[AimLine, ...] = field(default=(), validator=instance_of(tuple))
    needs: tuple[Need, ...] = field(default=(), validator=instance_of(tuple))
    additions: tuple[Addition, ...] = field(default=(), validator=instance_of(tuple))
    citizens: tuple[Citizen, ...] = field(default=(), validator=instance_of(tuple))
    referrals: tuple[Referral, ...] = field(default=(), validator=instance_of(tuple))
