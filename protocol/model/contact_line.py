"""The contact line: melder and officer talk, the control room listens and can step in (A46-A49).

Opened with one key, tied to its incident. What is said there is kept apart from the incident's timeline,
because only those who are visibly on the line may read it. The melder comes in by a link that is good for
this melding alone.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, instance_of, optional

from protocol.model.entry import Entry
from protocol.model.member import Member
from protocol.model.moment import moment_field
from protocol.model.point import Point
from protocol.model.text import MAX_NAME_CHARS, Name, same_name, storable


@frozen(kw_only=True)
class MelderLink:
    """The melder's way in. The code itself is never kept: the server works it out from the number."""

    number: int = field(validator=[instance_of(int), ge(1)])
    """Counts from 1 within the incident; a new link ends the one before."""

    expires_at: datetime = field(validator=moment_field)
    opened_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When the melder's page first came in by it; None until then."""

    key: Name = field(default=Name(""), validator=storable(64, empty=True))
    """What proves that it is the same page again; "" until it was opened."""

    is_withdrawn: bool = field(default=False, validator=instance_of(bool))

    def is_good(self, now: datetime) -> bool:
        """True when somebody may still come in by it."""
        return not self.is_withdrawn and now < self.expires_at


@frozen(kw_only=True)
class ContactLine:
    """The line between the melder and the police of one incident."""

    opened_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When it was last opened; None while it never was."""

    is_open: bool = field(default=False, validator=instance_of(bool))
    direct_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When melder and officer were first in direct contact (A46, A52); None until then."""

    unit: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Call sign of the unit that the melder is put through to; "" for none."""

    members: tuple[Member, ...] = field(default=(), validator=instance_of(tuple))
    """Who is on it besides the melder, in the order of coming."""

    words: tuple[Entry, ...] = field(default=(), validator=instance_of(tuple))
    """What was said, oldest first, ids from 1; only for those who are on it."""

    said: int = field(default=0, validator=[instance_of(int), ge(0)])
    """How many words were said, also where the words themselves may not be seen."""

    link: MelderLink | None = field(default=None, validator=optional(instance_of(MelderLink)))
    safe_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When the melder said: I am safe; None until then."""

    melder_at: Point | None = field(default=None, validator=optional(instance_of(Point)))
    """Where the melder's own page says that it is; None until shared."""

    def member(self, name: str) -> Member | None:
        """Who is on the line under this name; None for somebody who is not."""
        return next((each for each in self.members if same_name(each.name, name)), None)
