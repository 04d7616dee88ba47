"""What happened to units."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.about import About
from protocol.facts.fact import Fact
from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.skill import skills_field
from protocol.model.text import Name, name_field
from protocol.model.unit import call_sign_field, crew_field, team_field
from protocol.model.unit_status import UnitStatus


@frozen(kw_only=True)
class UnitSignedOn(Fact, tag=2):
    """A unit came on duty under a new id."""

    unit: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))
    crew: int = field(default=2, validator=crew_field)
    team: Name = field(default=Name(""), validator=team_field)
    skills: tuple[Name, ...] = field(default=(), validator=skills_field)
    autonomy: Autonomy = field(default=Autonomy.INDEPENDENT, validator=instance_of(Autonomy))


@frozen(kw_only=True)
class UnitSignedOff(Fact, tag=3):
    """A unit's duty ended."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitStatusSet(Fact, tag=4):
    """A unit said what it is doing, or somebody said it for them."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))

    def about_on(self, board: Board) -> About:
        """Also the melding that the unit is on: its arrival is that melding's."""
        unit = board.units.get(self.unit)
        incidents = () if unit is None or unit.incident is None else (unit.incident,)
        return About(incidents=incidents, units=(self.unit,))


@frozen(kw_only=True)
class UnitAssigned(Fact, tag=5, line=LineKind.OPEN):
    """A unit got a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitReleased(Fact, tag=6, line=LineKind.OPEN):
    """A unit was taken off a melding and is available."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class TaskSet(Fact, tag=48):
    """A unit works on something beside meldingen."""

    unit: int = field(validator=counting)
    what: Name = field(validator=name_field)
    interruptible: bool = field(default=True, validator=instance_of(bool))


@frozen(kw_only=True)
class TaskEnded(Fact, tag=49):
    """A unit's other work is done."""

    unit: int = field(validator=counting)
