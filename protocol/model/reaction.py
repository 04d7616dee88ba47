"""How the police react to a melding: always, and not always with a unit (A3, A15).

Made by `Reacted`; a melding without one rises and rings. Sending nobody is a reaction only when the melder
agreed to it.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.moment import moment_field
from protocol.model.text import Name, Text, name_field, storable


class ReactionKind(IntEnum):
    """The six ways to react."""

    UNIT_NOW = 1
    AGREED_LATER = 2
    NEIGHBOURHOOD_OFFICER = 3
    """The wijkagent takes it up."""

    REFERRAL = 4
    BY_TELEPHONE = 5
    INFORMATION_TAKEN = 6

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")

    @property
    def sends_nobody(self) -> bool:
        """True when the melder must have agreed (A16)."""
        return self is not ReactionKind.UNIT_NOW


@frozen(kw_only=True)
class Reaction:
    """One reaction; a melding may have several over time."""

    kind: ReactionKind = field(validator=instance_of(ReactionKind))
    at: datetime = field(validator=moment_field)
    by: Name = field(validator=name_field)
    agreed: bool = field(default=False, validator=instance_of(bool))
    """True when the melder agreed."""

    text: Text = field(default=Text(""), validator=storable(500, empty=True))
    due: datetime | None = field(default=None, validator=optional(moment_field))
    """When it returns to the board; None when it does not."""
