"""Wishes about split pairs (A92) and the emergency button."""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.commands.command import Command
from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name, Text, storable
from protocol.model.unit import call_sign_field


@frozen(kw_only=True)
class SplitPair(Command, tag=81):
    """Two colleagues go apart, with a line between them that is always open. Yields the other's unit id."""

    unit: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    """Of the other half."""


@frozen(kw_only=True)
class SpeakToPair(Command, tag=82):
    """Say something to the other half."""

    unit: int = field(validator=counting)
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class Strengthen(Command, tag=83):
    """Call the other half to me: it comes to what I am on."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class JoinPair(Command, tag=84):
    """Together again: the other half's unit ends."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class RaiseEmergency(Command, tag=85):
    """A colleague in need. Yields the number of the incident on whose line everybody nearby is put."""

    unit: int = field(validator=counting)
    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    """Where it is, as its sender knows; the server fills in what it has last seen."""

    nearby: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Filled in by the server."""


@frozen(kw_only=True)
class AnswerEmergency(Command, tag=86):
    """Say, by one's own name: I have it."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class EndEmergency(Command, tag=87):
    """It is over, and why."""

    unit: int = field(validator=counting)
    why: Text = field(validator=storable(200))
