"""How an incident is let go: taken over by somebody who knows, or by the citizen alone; and the feedback.

Filled by facts while merging out (uitvoegen); the guard in `protocol.rules.letting_go` reads it. Nothing here
closes anything.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.moment import moment_field
from protocol.model.text import MAX_NAME_CHARS, Name, Text, name_field, storable


class CitizenView(IntEnum):
    """How the citizen sees the end (A19)."""

    AGREES = 1
    NOT_REACHED = 2
    DISAGREES = 3

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class Handover:
    """A named taker, and what they were told (A41, A42)."""

    taker: Name = field(validator=name_field)
    packet: Text = field(validator=storable(2_000))
    by: Name = field(validator=name_field)
    acknowledged_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When the taker said: I have it; None until then."""


@frozen(kw_only=True)
class Feedback:
    """The terugmelding: the melder has heard how it ended, or why that cannot be (A20)."""

    at: datetime = field(validator=moment_field)
    by: Name = field(validator=name_field)
    text: Text = field(validator=storable(500))
    """What was told, or why nobody could be told."""

    given: bool = field(validator=instance_of(bool))
    """False when it was not possible."""


@frozen(kw_only=True)
class LettingGo:
    """What is known of the end."""

    handover: Handover | None = field(default=None, validator=optional(instance_of(Handover)))
    own_strength: Text = field(default=Text(""), validator=storable(500, empty=True))
    """Why the citizen can go on alone (A43); "" when that was not said."""

    unit_done_by: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))
    """Who of those that reacted says that it is done (A19, A44); "" for nobody yet."""

    citizen_view: CitizenView | None = field(default=None, validator=optional(instance_of(CitizenView)))
    feedback: Feedback | None = field(default=None, validator=optional(instance_of(Feedback)))
