"""What happened in scaling up and down."""

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.commands.scale import WHY
from protocol.facts.fact import Fact
from protocol.model.number import counting
from protocol.model.scale import MAX_GRIP, Level, WhoKind
from protocol.model.text import MAX_NAME_CHARS, Name, Text, storable


@frozen(kw_only=True)
class ColleaguesAsked(Fact, tag=74):
    """Whoever made the change asks colleagues onto the line (A64)."""

    incident: int = field(validator=counting)
    text: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class WhoNoted(Fact, tag=75):
    """The who-matrix has a row more (A65)."""

    incident: int = field(validator=counting)
    kind: WhoKind = field(validator=instance_of(WhoKind))
    what: Text = field(validator=storable(200))
    who: Name = field(default=Name(""), validator=storable(MAX_NAME_CHARS, empty=True))


@frozen(kw_only=True)
class WhoTaken(Fact, tag=76):
    """Whoever made the change fills this row."""

    incident: int = field(validator=counting)
    row: int = field(validator=counting)


@frozen(kw_only=True)
class WhoDropped(Fact, tag=77):
    """The row counts no longer."""

    incident: int = field(validator=counting)
    row: int = field(validator=counting)


@frozen(kw_only=True)
class LeadSwitched(Fact, tag=78):
    """The control room coordinates, or the colleagues on the spot do (A67)."""

    incident: int = field(validator=counting)
    central: bool = field(validator=instance_of(bool))
    why: Text = field(validator=storable(200))


@frozen(kw_only=True)
class LevelSet(Fact, tag=79):
    """Another rung of the ladder (A77)."""

    incident: int = field(validator=counting)
    level: Level = field(validator=instance_of(Level))
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class GripSet(Fact, tag=80):
    """Another GRIP."""

    incident: int = field(validator=counting)
    grip: int = field(validator=[instance_of(int), ge(0), le(MAX_GRIP)])
    why: Text = field(default=Text(""), validator=WHY)
