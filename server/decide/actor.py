"""Who wishes something: the account behind a link, as far as decisions need to know.

Made by the gateway after the login; never holds a secret.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.errors import Reason, Refused
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name, name_field, same_name
from protocol.model.unit import Unit
from server.decide.deed import NO_DEEDS, Deeds


@frozen(kw_only=True)
class Actor:
    """An account's name and role."""

    name: Name = field(validator=name_field)
    role: Role = field(validator=instance_of(Role))
    terms: Terms = field(factory=Terms, validator=instance_of(Terms))
    """The site's numbers, for the rules that take them."""

    is_server: bool = field(default=False, validator=instance_of(bool))
    """True for the server itself, which records in its own name what it reckons."""

    deeds: Deeds = field(default=NO_DEEDS, validator=instance_of(Deeds))
    """What the room remembers of deeds, where one is to be taken back."""

    def must_own(self, unit: Unit) -> None:
        """A unit acts for itself: its account is named as its call sign. Raises Refused for another's."""
        if self.role is Role.UNIT and not same_name(unit.call_sign, self.name):
            raise Refused(Reason.NOT_YOUR_UNIT, unit=unit.call_sign, own=self.name)
