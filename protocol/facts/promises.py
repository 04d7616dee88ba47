"""What happened to reactions, promises and the contact with the melder."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.facts.fact import Fact
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text, name_field, storable


@frozen(kw_only=True)
class Reacted(Fact, tag=26):
    """The police reacted."""

    incident: int = field(validator=counting)
    kind: ReactionKind = field(validator=instance_of(ReactionKind))
    agreed: bool = field(default=False, validator=instance_of(bool))
    text: Text = field(default=Text(""), validator=storable(500, empty=True))
    due: datetime | None = field(default=None, validator=optional(moment_field))


@frozen(kw_only=True)
class PromiseMade(Fact, tag=27):
    """Something was promised."""

    incident: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    due: datetime = field(validator=moment_field)
    from_whom: Name = field(validator=name_field)
    to_whom: Name = field(validator=name_field)


@frozen(kw_only=True)
class PromiseKept(Fact, tag=28):
    """It was kept."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)


@frozen(kw_only=True)
class PromiseMoved(Fact, tag=29):
    """Another time was agreed: a new promise takes its place."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)
    due: datetime = field(validator=moment_field)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class PromiseBroken(Fact, tag=30):
    """It was not kept."""

    incident: int = field(validator=counting)
    promise: int = field(validator=counting)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class MelderSpokenTo(Fact, tag=31):
    """Somebody spoke to the melder."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class MelderOffered(Fact, tag=32):
    """Somebody was asked to hold the contact."""

    incident: int = field(validator=counting)
    to: Name = field(validator=name_field)


@frozen(kw_only=True)
class MelderTaken(Fact, tag=33):
    """Whoever made the change holds the contact from now on."""

    incident: int = field(validator=counting)
