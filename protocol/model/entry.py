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

    WHISPERED = 4
    """Said on the open line to the colleagues alone: neither melder nor partners get it."""

    CARD = 5
    """A card of information, pushed into the line (A50, A96)."""

    TOLD = 6
    """Said to the melder on the contact line."""

    MELDER = 7
    """Said by the melder on the contact line."""


class CardKind(IntEnum):
    """What a card is about."""

    ADDRESS = 1
    """What happened at this address before."""

    VEHICLE = 2
    WARNING = 3
    """Somebody who was dangerous before, or is in danger."""

    PERSON = 4
    OTHER = 5

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()


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

    card: CardKind | None = field(default=None, validator=optional(instance_of(CardKind)))
    """What the card is about; None for what is no card."""

    in_time: bool = field(default=False, validator=instance_of(bool))
    """True for a card that came before the first unit was on the spot (A96)."""

    taken_by: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Who said that they have the card: only then it is available (A40)."""

    of_incident: int | None = field(default=None, validator=optional(counting))
    """The incident on whose line it was said, where that is another one, joined to this; None for its own."""
