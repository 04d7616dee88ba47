"""Wishes about the contact line between melder and officer, and the melder's own.

The last four are the melder's, from the page behind the link; no account may wish for them.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name, Text, storable

WHY = storable(200, empty=True)
MAX_WORDS_CHARS = 500
"""Of one message on the contact line, either way: it must be readable on an old phone."""

words_field = storable(MAX_WORDS_CHARS)


@frozen(kw_only=True)
class OpenContact(Command, tag=53, line=LineKind.CONTACT):
    """Put the melder through to a unit; whoever wishes it listens from then on (A46, A47, A49)."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)
    """Also while it still drives."""


@frozen(kw_only=True)
class Listen(Command, tag=54, line=LineKind.CONTACT):
    """Come onto the contact line, visibly, without speaking (A49)."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class StepIn(Command, tag=55, line=LineKind.CONTACT):
    """Speak on the contact line from now on."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class StepBack(Command, tag=56, line=LineKind.CONTACT):
    """Only listen again."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class LeaveContact(Command, tag=57, line=LineKind.CONTACT):
    """Go off the contact line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class CloseContact(Command, tag=58, line=LineKind.CONTACT):
    """End the contact line; its words stay."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class TellMelder(Command, tag=59, line=LineKind.CONTACT):
    """Say something to the melder; only for those who are on the line with the right to talk."""

    incident: int = field(validator=counting)
    text: Text = field(validator=words_field)


@frozen(kw_only=True)
class MakeLink(Command, tag=60, line=LineKind.CONTACT):
    """Make a way in for the melder's phone; a new one ends the one before."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class WithdrawLink(Command, tag=61, line=LineKind.CONTACT):
    """End the melder's way in."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class ComeIn(Command, tag=62, line=LineKind.CONTACT):
    """The melder's: the page is open, and proves itself with this key from now on."""

    incident: int = field(validator=counting)
    key: Name = field(validator=storable(64))


@frozen(kw_only=True)
class SayAsMelder(Command, tag=63, line=LineKind.CONTACT):
    """The melder's: words to the police."""

    incident: int = field(validator=counting)
    text: Text = field(validator=words_field)


@frozen(kw_only=True)
class ShareWhere(Command, tag=64, line=LineKind.CONTACT):
    """The melder's: where the phone is."""

    incident: int = field(validator=counting)
    point: Point = field(validator=instance_of(Point))


@frozen(kw_only=True)
class SaySafe(Command, tag=65, line=LineKind.CONTACT):
    """The melder's: I am safe."""

    incident: int = field(validator=counting)
