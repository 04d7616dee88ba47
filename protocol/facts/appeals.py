"""What happened with what an incident asks: heard, and whom the server would send."""

from attrs import field, frozen
from attrs.validators import ge, instance_of

from protocol.facts.fact import Fact
from protocol.model.appeal import AppealKind
from protocol.model.number import counting


@frozen(kw_only=True)
class AppealHeard(Fact, tag=93):
    """Whoever made the change has heard it: the room by its word, a unit for itself."""

    incident: int = field(validator=counting)
    kind: AppealKind = field(validator=instance_of(AppealKind))
    unit: int = field(default=0, validator=[instance_of(int), ge(0)])
    """The id of the unit that says so; 0 for the room."""


@frozen(kw_only=True)
class UnitsProposed(Fact, tag=94):
    """The server would send these, best first: they are asked, other cars are only told."""

    incident: int = field(validator=counting)
    units: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
