"""The floor of a line: who speaks, and who waits to (terms of 3GPP TS 22.179).

A tick, not a fact: the server keeps it in memory and tells the members. Text needs no floor to be sent; there
it says who is typing and who wants to be heard. Voice will ride on the same value.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.moment import moment_field
from protocol.model.text import MAX_NAME_CHARS, Name, name_field, storable


class FloorPriority(IntEnum):
    """Who goes before whom; higher overrides lower."""

    NORMAL = 1
    ROOM = 2
    EMERGENCY = 3


@frozen(kw_only=True)
class FloorRequest:
    """Somebody waits for the floor."""

    name: Name = field(validator=name_field)
    priority: FloorPriority = field(validator=instance_of(FloorPriority))
    at: datetime = field(validator=moment_field)


@frozen(kw_only=True)
class Floor:
    """Who has it, and the queue, first in line first."""

    holder: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Who was granted it; "" while it is idle."""

    priority: FloorPriority = field(default=FloorPriority.NORMAL, validator=instance_of(FloorPriority))
    since: datetime | None = None
    queue: tuple[FloorRequest, ...] = field(default=(), validator=instance_of(tuple))


class Hand(IntEnum):
    """What a member does on a line at this moment, as others see it."""

    STILL = 0
    TYPING = 1
    WANTS = 2
    """In the queue for the floor."""

    HAS = 3
    """Was granted the floor."""

    GONE = 4
    """Has no link: nothing that is said comes in there. Only the server says it of somebody."""

    @property
    def key(self) -> str:
        """The key of the word in the texts."""
        return self.name.lower()
