"""Who was sent, beside who was nearest (B6): one line for each dispatch.

Made by `ChoiceWeighed`, a fact of the server; the reason is added by the person who chose, with one key. Read
by the bias meter of the shift.
"""

from enum import IntEnum

from attrs import field, frozen
from attrs.validators import ge, instance_of, optional

from protocol.model.text import Name, storable
from protocol.model.unit import call_sign_field


class ChoiceReason(IntEnum):
    """Why somebody else than the nearest went; the number is the key to press."""

    COMPETENCE = 1
    KNOWS_THEM = 2
    WORK = 3
    """The nearest had work that should not be interrupted."""

    WATERLINE = 4
    """The nearest was needed where it is."""

    ASKED = 5
    """The unit asked for it, or colleagues agreed on it."""

    POSITION = 6
    """The position of the nearest was not believed."""

    OTHER = 7

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class Choice:
    """A dispatch, weighed at its moment."""

    unit: Name = field(validator=call_sign_field)
    """Call sign of who was sent."""

    travel_s: int = field(validator=[instance_of(int), ge(0)])
    nearest: Name = field(default=Name(""), validator=storable(16, empty=True))
    """Call sign of who would have been there first; "" when it was the one sent."""

    nearest_s: int = field(default=0, validator=[instance_of(int), ge(0)])
    """Travel time of the nearest in seconds; as `travel_s` when that was the one sent."""

    by_road: bool = field(default=True, validator=instance_of(bool))
    """False for straight lines, because there is no map or no street near."""

    reason: ChoiceReason | None = field(default=None, validator=optional(instance_of(ChoiceReason)))
    """None while nobody said why; not asked when the nearest went."""

    @property
    def extra_s(self) -> int:
        """How much longer it takes than the nearest would have; 0 for the nearest."""
        return max(0, self.travel_s - self.nearest_s) if self.nearest else 0
