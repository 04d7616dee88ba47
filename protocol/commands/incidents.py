"""Wishes about an incident itself: open it, say it better, move it on, close it and take it up again."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text, storable, text_field, unknown_or_name_field

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class OpenIncident(Command, tag=1):
    """Open a melding (A48: it may grow afterwards). Yields a new number, known or not what and where."""

    what: Name = field(validator=unknown_or_name_field)
    place: Place = field(validator=instance_of(Place))
    priority: Priority = field(default=Priority.P2, validator=instance_of(Priority))
    story: Text = field(default=Text(""), validator=optional_text)
    """A first line for the log; empty for none."""

    code: Name = field(default=Name(""), validator=storable(16, empty=True))
    """Its class in the site's list, by a code word in the text (A2); "" for none yet."""

    owner: Name = field(default=Name(""), validator=storable(60, empty=True))
    """The team in whose area it happens; the server fills it in where it knows (A76)."""


@frozen(kw_only=True)
class ChangePlace(Command, tag=2):
    """Say better where it is: its name, and its point where one is given; else the known point stays."""

    incident: int = field(validator=counting)
    place: Place = field(validator=instance_of(Place))
    without_point: bool = field(default=False, validator=instance_of(bool))
    """True when the point that is known is wrong, and nobody knows another."""


@frozen(kw_only=True)
class ChangeWhat(Command, tag=3):
    """Say better what it is; "" takes it back to not known."""

    incident: int = field(validator=counting)
    what: Name = field(validator=unknown_or_name_field)


@frozen(kw_only=True)
class ChangePriority(Command, tag=4):
    """Make it more or less urgent."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))


@frozen(kw_only=True)
class EnterPhase(Command, tag=15):
    """Move to another phase of the reaction (A28); closing is a command of its own."""

    incident: int = field(validator=counting)
    phase: Phase = field(validator=instance_of(Phase))


@frozen(kw_only=True)
class CloseIncident(Command, tag=16, line=LineKind.OPEN):
    """Let go of an incident (A41); its units are released."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)
    emergency: bool = field(default=False, validator=instance_of(bool))
    """Pass over what the guard misses: allowed, recorded, and shown in reports."""


@frozen(kw_only=True)
class ReopenIncident(Command, tag=17):
    """Take a closed incident up again under its own number."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)
