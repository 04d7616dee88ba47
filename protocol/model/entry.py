"""One line in an incident's timeline: written in the log, or said on its open line.

Made by the fold, never edited; a mistake is struck, and stays readable. The id counts from 1 within its
incident, so a person can name it ("strike 417 3").
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, text_field


class EntryKind(IntEnum):
    """How the words came in."""

    LOGGED = 1
    SPOKEN = 2
    REPORTED = 3
    """Another caller said it, and it was attached (A83)."""


@frozen(kw_only=True)
class Entry:
    """Words, who gave them and when."""

    id: int = field(validator=counting)
    at: datetime = field(validator=instance_of(datetime))
    by: Name = field(validator=name_field)
    text: Text = field(validator=text_field)
    kind: EntryKind = field(default=EntryKind.LOGGED, validator=instance_of(EntryKind))
    struck_by: Name | None = field(default=None, validator=optional(name_field))
    """Who struck it; None while it stands."""

    happened_at: datetime | None = field(default=None, validator=optional(instance_of(datetime)))
    """When it happened, where that is not when it was said: before the call (A29); None otherwise."""
