"""What happened on the contact line between melder and officer."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, instance_of

from protocol.commands.contact import WHY, words_field
from protocol.facts.fact import Fact
from protocol.model.line_kind import LineKind
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name, Text, storable
from protocol.model.unit import call_sign_field


@frozen(kw_only=True)
class ContactOpened(Fact, tag=54, line=LineKind.CONTACT):
    """The melder was put through to a unit; whoever made the change listens, unless it is the unit itself."""

    incident: int = field(validator=counting)
    unit: Name = field(validator=call_sign_field)
    """Its call sign: the account that talks."""


@frozen(kw_only=True)
class Listening(Fact, tag=55, line=LineKind.CONTACT):
    """Whoever made the change came onto the contact line to listen."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class SteppedIn(Fact, tag=56, line=LineKind.CONTACT):
    """Whoever made the change talks on the contact line."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class SteppedBack(Fact, tag=57, line=LineKind.CONTACT):
    """Whoever made the change listens again."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class ContactLeft(Fact, tag=58, line=LineKind.CONTACT):
    """Whoever made the change went off the contact line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class ContactClosed(Fact, tag=59, line=LineKind.CONTACT):
    """The contact line ended."""

    incident: int = field(validator=counting)
    why: Text = field(default=Text(""), validator=WHY)


@frozen(kw_only=True)
class MelderTold(Fact, tag=60, line=LineKind.CONTACT):
    """Whoever made the change said this to the melder."""

    incident: int = field(validator=counting)
    text: Text = field(validator=words_field)


@frozen(kw_only=True)
class MelderSaid(Fact, tag=61, line=LineKind.CONTACT):
    """The melder said this."""

    incident: int = field(validator=counting)
    text: Text = field(validator=words_field)


@frozen(kw_only=True)
class MelderShared(Fact, tag=62, line=LineKind.CONTACT):
    """The melder's phone told where it is."""

    incident: int = field(validator=counting)
    point: Point = field(validator=instance_of(Point))


@frozen(kw_only=True)
class MelderSafe(Fact, tag=63, line=LineKind.CONTACT):
    """The melder said: I am safe."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LinkMade(Fact, tag=64, line=LineKind.CONTACT):
    """There is a way in for the melder's phone; the one before is void."""

    incident: int = field(validator=counting)
    number: int = field(validator=[instance_of(int), ge(1)])
    expires_at: datetime = field(validator=moment_field)


@frozen(kw_only=True)
class LinkOpened(Fact, tag=65, line=LineKind.CONTACT):
    """The melder's page came in, for the first time by this link."""

    incident: int = field(validator=counting)
    key: Name = field(validator=storable(64))


@frozen(kw_only=True)
class LinkWithdrawn(Fact, tag=66, line=LineKind.CONTACT):
    """The melder's way in is void."""

    incident: int = field(validator=counting)
