"""Work that a unit has in hand beside meldingen, and whether it can be interrupted (B3).

Set by `TaskSet`; it stays with the unit through a melding, so that it is taken up again afterwards. Each
melding that breaks it off is counted by the fold of `UnitAssigned`.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.model.moment import moment_field
from protocol.model.number import MAX_NUMBER
from protocol.model.text import Name, name_field


@frozen(kw_only=True)
class Task:
    """What a unit does when it has no melding."""

    what: Name = field(validator=name_field)
    interruptible: bool = field(default=True, validator=instance_of(bool))
    """False only for what a melding must not break off: then the unit is not recommended."""

    since: datetime = field(validator=moment_field)
    interrupted: int = field(default=0, validator=[instance_of(int), ge(0), le(MAX_NUMBER)])
    """How many meldingen broke it off so far; being diverted from one to the next counts once."""
