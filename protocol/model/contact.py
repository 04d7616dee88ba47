"""Who holds the melder, and since when nobody spoke to them (A17, A18, A21).

The contact passes by an offer and its acknowledgement, so that there is always exactly one holder.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import optional

from protocol.model.moment import moment_field
from protocol.model.text import MAX_NAME_CHARS, Name, storable


@frozen(kw_only=True)
class Contact:
    """The contact with the melder of one incident."""

    holder: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Who keeps in touch: an account; "" means the control room that opened it."""

    offered_to: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Who was asked to take over and has not acknowledged; "" for nobody."""

    spoken_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When somebody last spoke to the melder after the opening; None for not since."""
