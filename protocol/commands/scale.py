"""Wishes about scaling up and down: colleagues asked and coming, who knows, can and does, levels and lead."""

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.commands.command import Command
from protocol.model.number import counting
from protocol.model.scale import MAX_GRIP, Level, WhoKind
from protocol.model.text import MAX_NAME_CHARS, Name, Text, storable

WHY = storable(200, empty=True)


@frozen(kw_only=True)
class AskColleagues(Command, tag=73):
    """Ask colleagues onto the line of this incident (A64): those nearby see it at once."""

    incident: int = field(validator=counting)
    text: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class ComeAlong(Command, tag=74):
    """Join colleagues without asking anybody: onto the incident and its line (A64, A66)."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class NoteWho(Command, tag=75):
    """Write who knows, can or does something; without a name it is a gap (A65)."""

    incident: int = field(validator=counting)
    kind: WhoKind = field(validator=instance_of(WhoKind))
    what: Text = field(validator=storable(200))
    who: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))


@frozen(kw_only=True)
class TakeWho(Command, tag=76):
    """Say: that is me."""

    incident: int = field(validator=counting)
    row: int = field(validator=counting)


@frozen(kw_only=True)
class DropWho(Command, tag=77):
    """It is done, or not needed."""

    incident: int = field(validator=counting)
    row: int = field(validator=counting)


@frozen(kw_only=True)
class SwitchLead(Command, tag=78):
    """Let the control room coordinate, or the colleagues on the spot; both ways, at any time (A67)."""

    incident: int = field(validator=counting)
    central: bool = field(validator=instance_of(bool))
    why: Text = field(validator=storable(200))
    sure: bool = field(default=False, validator=instance_of(bool))
    """Confirmed; asked for in the golden hour, when it changes somebody's role (A73)."""


@frozen(kw_only=True)
class SetLevel(Command, tag=79):
    """To another rung of the ladder, up or down (A77)."""

    incident: int = field(validator=counting)
    level: Level = field(validator=instance_of(Level))
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class SetGrip(Command, tag=80):
    """Another GRIP; it says nothing about the ladder."""

    incident: int = field(validator=counting)
    grip: int = field(validator=[instance_of(int), ge(0), le(MAX_GRIP)])
    why: Text = field(default=Text(""), validator=WHY)
