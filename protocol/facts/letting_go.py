"""What happened at the end of an incident."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.facts.fact import Fact
from protocol.model.letting_go import CitizenView
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable


@frozen(kw_only=True)
class HandoverOffered(Fact, tag=42):
    """A named taker was told what they must know."""

    incident: int = field(validator=counting)
    taker: Name = field(validator=name_field)
    packet: Text = field(validator=storable(2_000))


@frozen(kw_only=True)
class HandoverAcknowledged(Fact, tag=43):
    """The taker has it."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class CitizenGoesOn(Fact, tag=44):
    """The citizen can go on alone, for this reason."""

    incident: int = field(validator=counting)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class EndChecked(Fact, tag=45):
    """One of those that reacted says that it is done, and how the citizen sees it."""

    incident: int = field(validator=counting)
    citizen: CitizenView = field(validator=instance_of(CitizenView))


@frozen(kw_only=True)
class FeedbackGiven(Fact, tag=46):
    """The melder heard how it ended, or it is recorded why not."""

    incident: int = field(validator=counting)
    text: Text = field(validator=storable(500))
    given: bool = field(default=True, validator=instance_of(bool))
