"""Work that a unit has in hand beside meldingen, and whether it can be interrupted (B3).

Set by `TaskSet`; it stays with the unit through a melding, so that it is taken up again afterwards.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.moment import moment_field
from protocol.model.text import Name, name_field


@frozen(kw_only=True)
class Task:
    """What a unit does when it has no melding."""

    what: Name = field(validator=name_field)
    interruptible: bool = field(default=True, validator=instance_of(bool))
    """False only for what a melding must not break off: then the unit is not recommended."""

    since: datetime = field(validator=moment_field)
