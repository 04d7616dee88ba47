"""Wishes about units: on and off duty, given and taken a melding, what they are doing."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.autonomy import Autonomy
from protocol.model.line_kind import LineKind
from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.skill import skills_field
from protocol.model.text import Name, name_field, storable
from protocol.model.unit import call_sign_field, crew_field, team_field
from protocol.model.unit_status import UnitStatus

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class AssignUnit(Command, tag=5, line=LineKind.OPEN):
    """Give a unit a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    divert: bool = field(default=False, validator=instance_of(bool))
    """Take the unit off what it is on, if anything; without it a busy unit is refused."""


@frozen(kw_only=True)
class ReleaseUnit(Command, tag=6, line=LineKind.OPEN):
    """Take a unit off its melding; it becomes available."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class SetUnitStatus(Command, tag=7):
    """Say what a unit is doing (A62: the unit itself can)."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))


@frozen(kw_only=True)
class SignOnUnit(Command, tag=8):
    """Put a unit on duty. Yields a new unit id."""

    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))
    crew: int = field(default=2, validator=crew_field)
    team: Name = field(default=Name(""), validator=team_field)
    skills: tuple[Name, ...] = field(default=(), validator=skills_field)
    autonomy: Autonomy = field(default=Autonomy.INDEPENDENT, validator=instance_of(Autonomy))


@frozen(kw_only=True)
class SetTask(Command, tag=47):
    """Say what else a unit works on, and whether a melding may interrupt it (B3)."""

    unit: int = field(validator=counting)
    what: Name = field(validator=name_field)
    interruptible: bool = field(default=True, validator=instance_of(bool))


@frozen(kw_only=True)
class EndTask(Command, tag=48):
    """The unit's other work is done."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class SignOffUnit(Command, tag=9):
    """End a unit's duty; refused while it has a melding."""

    unit: int = field(validator=counting)
