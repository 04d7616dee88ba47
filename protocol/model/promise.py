"""A promise (toezegging): what, when, from whom, to whom (A13, A14).

Made, kept, moved or broken, each a fact; a moved one stays visible beside the new one. The board counts down
to it and alarms before and at the breach.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable


class PromiseState(IntEnum):
    """Where a promise stands. Only an open one counts down."""

    OPEN = 1
    KEPT = 2
    MOVED = 3
    BROKEN = 4

    @property
    def key(self) -> str:
        """The key of the word in the texts."""
        return self.name.lower()


@frozen(kw_only=True)
class Promise:
    """One promise of one incident; ids count from 1 within it."""

    id: int = field(validator=counting)
    what: Text = field(validator=storable(200))
    due: datetime = field(validator=moment_field)
    from_whom: Name = field(validator=name_field)
    """Who will do it: an account, a call sign, a name."""

    to_whom: Name = field(validator=name_field)
    made_at: datetime = field(validator=moment_field)
    made_by: Name = field(validator=name_field)
    state: PromiseState = field(default=PromiseState.OPEN, validator=instance_of(PromiseState))
    settled_at: datetime | None = field(default=None, validator=optional(moment_field))
    why: Text = field(default=Text(""), validator=storable(500, empty=True))
    """Why it was moved or broken; "" while open or when kept."""

    follows: int | None = field(default=None, validator=optional(counting))
    """The promise that this one takes the place of; None for a first one."""

    @property
    def is_open(self) -> bool:
        """True while it can still be kept."""
        return self.state is PromiseState.OPEN
