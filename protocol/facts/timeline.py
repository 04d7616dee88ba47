"""What happened in the log and on the open line of an incident."""

from collections.abc import Iterable

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.about import About, Line
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, text_field


def joined_to(board: Board, number: int) -> tuple[int, ...]:
    """The incidents whose open lines are one with this one's on that board."""
    incident = board.incidents.get(number)
    return () if incident is None else incident.scale.joined_to


def about_lines(numbers: Iterable[int]) -> About:
    """Of these incidents the open lines."""
    each_once = tuple(dict.fromkeys(numbers))
    return About(
        incidents=each_once,
        lines=tuple(Line(incident=number, kind=LineKind.OPEN) for number in each_once),
    )


@frozen(kw_only=True)
class EntryAdded(Fact, tag=14, line=LineKind.OPEN):
    """A line was written in the log."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class EntryStruck(Fact, tag=15, line=LineKind.OPEN):
    """A line was struck; it stays readable."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class LineJoined(Fact, tag=16, line=LineKind.OPEN):
    """Whoever made the change stepped onto the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineLeft(Fact, tag=17, line=LineKind.OPEN):
    """Whoever made the change stepped off the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineSpoken(Fact, tag=18, line=LineKind.OPEN):
    """Whoever made the change said this on the open line."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)

    def about_on(self, board: Board) -> About:
        """Every incident whose open line is one with this."""
        return about_lines((self.incident, *joined_to(board, self.incident)))


@frozen(kw_only=True)
class Whispered(Fact, tag=67, line=LineKind.OPEN):
    """Whoever made the change said this to the colleagues alone."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)

    def about_on(self, board: Board) -> About:
        """Every incident whose open line is one with this."""
        return about_lines((self.incident, *joined_to(board, self.incident)))


@frozen(kw_only=True)
class CardPushed(Fact, tag=68, line=LineKind.OPEN):
    """Information came into the line as a card; whether in time, the fold tells from the first arrival."""

    incident: int = field(validator=counting)
    card: CardKind = field(validator=instance_of(CardKind))
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class CardTaken(Fact, tag=69, line=LineKind.OPEN):
    """Whoever made the change has the card."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class PartnerInvited(Fact, tag=70, line=LineKind.OPEN):
    """The partner sees this incident from now on."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class PartnerDismissed(Fact, tag=71, line=LineKind.OPEN):
    """The partner sees this incident no longer."""

    incident: int = field(validator=counting)
    partner: Name = field(validator=name_field)


@frozen(kw_only=True)
class LinesJoined(Fact, tag=72, line=LineKind.OPEN):
    """The open lines of two incidents are one."""

    incident: int = field(validator=counting)
    other: int = field(validator=counting)

    def about(self) -> About:
        """Both."""
        return about_lines((self.incident, self.other))

    def about_on(self, board: Board) -> About:
        """Both, and all that either was one with already."""
        ends = (self.incident, self.other)
        return about_lines((*ends, *(number for end in ends for number in joined_to(board, end))))


@frozen(kw_only=True)
class LinesParted(Fact, tag=73, line=LineKind.OPEN):
    """This incident's open line is its own again."""

    incident: int = field(validator=counting)

    def about_on(self, board: Board) -> About:
        """Also those that it was one with."""
        return about_lines((self.incident, *joined_to(board, self.incident)))
