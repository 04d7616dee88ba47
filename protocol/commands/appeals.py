"""Wishes about what an incident asks: heard. And the server's own: whom it would send.

`ProposeUnits` is the server's own: no role may wish for it.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.number import counting


@frozen(kw_only=True)
class HearAppeal(Command, tag=89):
    """Say: I have it. The room's word answers that it is priority 1; a unit says so for itself."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class ProposeUnits(Command, tag=90):
    """The server's: whom it would send to what asks, best first."""

    incident: int = field(validator=counting)
    units: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
