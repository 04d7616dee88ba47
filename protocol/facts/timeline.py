"""What happened in the log and on the open line of an incident."""

from attrs import field, frozen

from protocol.model.number import counting
from protocol.model.text import Text, text_field


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
