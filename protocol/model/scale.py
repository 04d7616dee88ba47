"""How large an incident is dealt with: the ladder, GRIP beside it, who leads, and who knows, can and does.

Scaling adds people and support. It never re-keys the incident and never moves its owner, who is where it
happens (A71, A73, A76, A77). GRIP and the ladder are two scales, and neither follows from the other.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import ge, instance_of, le, optional

from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.text import MAX_NAME_CHARS, Name, Text, storable

MAX_GRIP = 5


class Level(IntEnum):
    """The ladder (A77): the same verb on every rung, up and down."""

    TEAM = 1
    DISTRICT = 2
    REGION = 3
    SUPRA_REGIONAL = 4
    NATIONAL = 5
    INTERNATIONAL = 6

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


class WhoKind(IntEnum):
    """The columns of the who-matrix (A65)."""

    KNOWS = 1
    CAN = 2
    DOES = 3

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()


@frozen(kw_only=True)
class WhoRow:
    """One line of the who-matrix; ids count from 1 within the incident."""

    id: int = field(validator=counting)
    kind: WhoKind = field(validator=instance_of(WhoKind))
    what: Text = field(validator=storable(200))
    who: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Who knows, can or does it; "" is a gap that somebody should fill."""

    is_dropped: bool = field(default=False, validator=instance_of(bool))


@frozen(kw_only=True)
class Scale:
    """How an incident stands on the scales."""

    level: Level = field(default=Level.TEAM, validator=instance_of(Level))
    grip: int = field(default=0, validator=[instance_of(int), ge(0), le(MAX_GRIP)])
    raised_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When it first left the team's level or GRIP 0: the golden hour runs from here (A73); None before."""

    is_central: bool = field(default=False, validator=instance_of(bool))
    """False: the colleagues on the spot coordinate (decentral); True: the control room does (A67)."""

    central_since: datetime | None = field(default=None, validator=optional(moment_field))
    """When it was last switched, either way; None while it never was."""

    central_by: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    central_s: int = field(default=0, validator=[instance_of(int), ge(0)])
    """Seconds spent centrally in stretches that are over."""

    who: tuple[WhoRow, ...] = field(default=(), validator=instance_of(tuple))
    asked_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When colleagues were last asked onto the line (A64); None while nobody asked."""

    asked_by: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    asked_text: Text = field(default=Text(""), validator=storable(200, empty=True))
    partners: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Accounts of partners that may see it, in the order of inviting (A78-A80)."""

    joined_to: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Incidents whose open lines are one with this one's."""
