"""Wishes about the log and the open line of an incident."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.about import About, Line
from protocol.commands.command import Command
from protocol.model.entry import CardKind
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable, text_field

optional_text = storable(2_000, empty=True)


@frozen(kw_only=True)
class AddEntry(Command, tag=10, line=LineKind.OPEN):
    """Write a line in the log."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class StrikeEntry(Command, tag=11, line=LineKind.OPEN):
    """Strike a line of the timeline: it stays readable, and says who struck it."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class JoinLine(Command, tag=12, line=LineKind.OPEN):
    """Step onto the open line, visibly."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LeaveLine(Command, tag=13, line=LineKind.OPEN):
    """Step off the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class Speak(Command, tag=14, line=LineKind.OPEN):
    """Say something on the open line; whoever speaks is on the line from then on."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class Whisper(Command, tag=66, line=LineKind.OPEN):
    """Say something to the colleagues alone: neither the melder nor partners get it."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class PushCard(Command, tag=67, line=LineKind.OPEN):
    """Push a card of information into the line, without interrupting it (A50, A61, A96)."""

    incident: int = field(validator=counting)
    card: CardKind = field(validator=instance_of(CardKind))
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class TakeCard(Command, tag=68, line=LineKind.OPEN):
    """Say: I have it. Information is available only when somebody has it (A40)."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class InvitePartner(Command, tag=69, line=LineKind.OPEN):
    """Let a partner see this incident, as far as partners may (A80)."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class DismissPartner(Command, tag=70, line=LineKind.OPEN):
    """The partner sees it no longer."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class JoinLines(Command, tag=71, line=LineKind.OPEN):
    """Make the open lines of two incidents one: what is said on either is said on both."""

    incident: int = field(validator=counting)
    other: int = field(validator=counting)

    def about(self) -> About:
        """Both."""
        both = (self.incident, self.other)
        return About(incidents=both, lines=tuple(Line(incident=each, kind=LineKind.OPEN) for each in both))


@frozen(kw_only=True)
class PartLines(Command, tag=72, line=LineKind.OPEN):
    """Part this incident's line from every other; no word is lost."""

    incident: int = field(validator=counting)
