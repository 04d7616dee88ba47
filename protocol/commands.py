"""What a person can wish for: every command, imperative, each may be refused.

Made by the console's actions, by scripts and by rehearsals; sent as `Do`; decided in `server.decide`.
A command names incidents by number and units by id, so that it means the same whenever it arrives.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text, name_field, storable, text_field
from protocol.model.unit import call_sign_field
from protocol.model.unit_status import UnitStatus

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class OpenIncident:
    """Open a melding (A48: it may grow afterwards). Yields a new incident number."""

    what: Name = field(validator=name_field)
    place: Place = field(validator=instance_of(Place))
    priority: Priority = field(default=Priority.P2, validator=instance_of(Priority))
    story: Text = field(default=Text(""), validator=optional_text)
    """A first line for the log; empty for none."""


@frozen(kw_only=True)
class ChangePlace:
    """Say better where it is."""

    incident: int = field(validator=counting)
    place: Place = field(validator=instance_of(Place))


@frozen(kw_only=True)
class ChangeWhat:
    """Say better what it is."""

    incident: int = field(validator=counting)
    what: Name = field(validator=name_field)


@frozen(kw_only=True)
class ChangePriority:
    """Make it more or less urgent."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))


@frozen(kw_only=True)
class AssignUnit:
    """Give a unit a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    divert: bool = field(default=False, validator=instance_of(bool))
    """Take the unit off what it is on, if anything; without it a busy unit is refused."""


@frozen(kw_only=True)
class ReleaseUnit:
    """Take a unit off its melding; it becomes available."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class SetUnitStatus:
    """Say what a unit is doing (A62: the unit itself can)."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))


@frozen(kw_only=True)
class SignOnUnit:
    """Put a unit on duty. Yields a new unit id."""

    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))


@frozen(kw_only=True)
class SignOffUnit:
    """End a unit's duty; refused while it has a melding."""

    unit: int = field(validator=counting)


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


@frozen(kw_only=True)
class EnterPhase:
    """Move to another phase of the reaction (A28); closing is a command of its own."""

    incident: int = field(validator=counting)
    phase: Phase = field(validator=instance_of(Phase))


@frozen(kw_only=True)
class CloseIncident:
    """Let go of an incident; its units are released."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)


@frozen(kw_only=True)
class ReopenIncident:
    """Take a closed incident up again under its own number."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)


Command = (
    OpenIncident
    | ChangePlace
    | ChangeWhat
    | ChangePriority
    | AssignUnit
    | ReleaseUnit
    | SetUnitStatus
    | SignOnUnit
    | SignOffUnit
    | AddEntry
    | StrikeEntry
    | JoinLine
    | LeaveLine
    | Speak
    | EnterPhase
    | CloseIncident
    | ReopenIncident
)
