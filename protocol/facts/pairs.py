"""What happened with split pairs and emergencies of colleagues."""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.about import About, Line
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.point import Point
from protocol.model.text import Name, Text, storable
from protocol.model.unit import call_sign_field


def about_pair(board: Board, unit: int) -> About:
    """The unit, and the other half of its pair where that board knows one."""
    known = board.units.get(unit)
    other = () if known is None or known.pair is None else (known.pair,)
    return About(units=(unit, *other))


@frozen(kw_only=True)
class PairSplit(Fact, tag=81):
    """Two colleagues went apart; the other half is a unit of its own, solo like the first."""

    unit: int = field(validator=counting)
    other: int = field(validator=counting)
    """The new unit's id."""

    call_sign: Name = field(validator=call_sign_field)

    def about(self) -> About:
        """Both halves."""
        return About(units=(self.unit, self.other))


@frozen(kw_only=True)
class PairSpoken(Fact, tag=82):
    """One half said this to the other."""

    unit: int = field(validator=counting)
    text: Text = field(validator=storable(500))

    def about_on(self, board: Board) -> About:
        """Both halves."""
        return about_pair(board, self.unit)


@frozen(kw_only=True)
class StrengthenAsked(Fact, tag=83):
    """One half calls the other to it."""

    unit: int = field(validator=counting)

    def about_on(self, board: Board) -> About:
        """Both halves."""
        return about_pair(board, self.unit)


@frozen(kw_only=True)
class PairJoined(Fact, tag=84):
    """Together again; the other half's unit ended."""

    unit: int = field(validator=counting)

    def about_on(self, board: Board) -> About:
        """Both halves."""
        return about_pair(board, self.unit)


@frozen(kw_only=True)
class EmergencyRaised(Fact, tag=85, line=LineKind.OPEN):
    """A colleague is in need; those nearby are on the line of this incident."""

    unit: int = field(validator=counting)
    incident: int = field(validator=counting)
    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    nearby: tuple[int, ...] = field(default=(), validator=instance_of(tuple))

    def about(self) -> About:
        """Who is in need, and who is near."""
        line = Line(incident=self.incident, kind=LineKind.OPEN)
        units = tuple(dict.fromkeys((self.unit, *self.nearby)))
        return About(incidents=(self.incident,), units=units, lines=(line,))


@frozen(kw_only=True)
class EmergencyAnswered(Fact, tag=86):
    """Whoever made the change has it."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class EmergencyEnded(Fact, tag=87):
    """It is over."""

    unit: int = field(validator=counting)
    why: Text = field(validator=storable(200))
