"""Wishes about reactions, promises and the contact with the melder."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.commands.command import Command
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text, name_field, storable


@frozen(kw_only=True)
class React(Command, tag=25):
    """Record how the police react (A3, A15)."""

    incident: int = field(validator=counting)
    kind: ReactionKind = field(validator=instance_of(ReactionKind))
    agreed: bool = field(default=False, validator=instance_of(bool))
    """True when the melder agreed; sending nobody needs it."""

    text: Text = field(default=Text(""), validator=storable(500, empty=True))
    due: datetime | None = field(default=None, validator=optional(moment_field))
    """When an agreed delay ends (A16)."""


@frozen(kw_only=True)
class MakePromise(Command, tag=26):
    """Promise something to somebody by a time (A14)."""

    incident: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    due: datetime = field(validator=moment_field)
    from_whom: Name = field(validator=name_field)
    to_whom: Name = field(validator=name_field)


@frozen(kw_only=True)
class KeepPromise(Command, tag=27):
    """Say that it was kept."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)


@frozen(kw_only=True)
class MovePromise(Command, tag=28):
    """Agree on another time; the old promise stays visible (A14)."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)
    due: datetime = field(validator=moment_field)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class BreakPromise(Command, tag=29):
    """Say that it will not be kept, and why (A13)."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class SpeakToMelder(Command, tag=30):
    """Say that the melder was spoken to just now: the keep-in-touch clock begins anew (A17)."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class OfferMelder(Command, tag=31):
    """Ask somebody to hold the contact with the melder (A18)."""

    incident: int = field(validator=counting)
    to: Name = field(validator=name_field)


@frozen(kw_only=True)
class TakeMelder(Command, tag=32):
    """Acknowledge: the contact with the melder is mine now (A21)."""

    incident: int = field(validator=counting)
