"""What happened in the log and on the open line of an incident."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.entry import CardKind
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, text_field


@frozen(kw_only=True)
class EntryAdded:
    """A line was written in the log."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class EntryStruck:
    """A line was struck; it stays readable."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class LineJoined:
    """Whoever made the change stepped onto the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineLeft:
    """Whoever made the change stepped off the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineSpoken:
    """Whoever made the change said this on the open line."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class Whispered:
    """Whoever made the change said this to the colleagues alone."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class CardPushed:
    """Information came into the line as a card; whether in time, the fold tells from the first arrival."""

    incident: int = field(validator=counting)
    card: CardKind = field(validator=instance_of(CardKind))
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class CardTaken:
    """Whoever made the change has the card."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class PartnerInvited:
    """The partner sees this incident from now on."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class PartnerDismissed:
    """The partner sees this incident no longer."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class LinesJoined:
    """The open lines of two incidents are one."""

    incident: int = field(validator=counting)
    other: int = field(validator=counting)


@frozen(kw_only=True)
class LinesParted:
    """This incident's open line is its own again."""

    incident: int = field(validator=counting)
