"""Wishes about the log and the open line of an incident."""

from attrs import field, frozen

from protocol.model.number import counting
from protocol.model.text import Text, storable, text_field

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class AddEntry:
    """Write a line in the log."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class StrikeEntry:
    """Strike a line of the timeline: it stays readable, and says who struck it."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class JoinLine:
    """Step onto the open line, visibly."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LeaveLine:
    """Step off the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class Speak:
    """Say something on the open line; whoever speaks is on the line from then on."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)
