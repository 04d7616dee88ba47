"""What happened to an incident itself."""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.about import About, about_all
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.model.missing import Missing
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text, storable, text_field, unknown_or_name_field


@frozen(kw_only=True)
class IncidentOpened(Fact, tag=7):
    """A melding began."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))
    what: Name = field(validator=unknown_or_name_field)
    place: Place = field(validator=instance_of(Place))
    owner: Name = field(default=Name(""), validator=storable(60, empty=True))
    """The team in whose area it happens (A76)."""


@frozen(kw_only=True)
class PlaceChanged(Fact, tag=8):
    """It turned out to be elsewhere, or is known better: the whole place, also what was not said of it.

    Of journals that version 1 wrote; since then `PlaceSaid` says the parts.
    """

    incident: int = field(validator=counting)
    place: Place = field(validator=instance_of(Place))


@frozen(kw_only=True)
class PlaceSaid(Fact, tag=90):
    """It turned out to be elsewhere, or is known better; a part that is None stayed as it was."""

    incident: int = field(validator=counting)
    name: Name | None = field(default=None, validator=optional(unknown_or_name_field))
    point: Point | None = field(default=None, validator=optional(instance_of(Point)))
    without_point: bool = field(default=False, validator=instance_of(bool))
    """True when the point that was known was wrong, and nobody knew another."""


@frozen(kw_only=True)
class WhatChanged(Fact, tag=9):
    """It turned out to be something else, or is known better."""

    incident: int = field(validator=counting)
    what: Name = field(validator=unknown_or_name_field)


@frozen(kw_only=True)
class PriorityChanged(Fact, tag=10):
    """It became more or less urgent."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))


@frozen(kw_only=True)
class PhaseEntered(Fact, tag=11):
    """The reaction moved to another phase."""

    incident: int = field(validator=counting)
    phase: Phase = field(validator=instance_of(Phase))


@frozen(kw_only=True)
class IncidentClosed(Fact, tag=12, line=LineKind.OPEN):
    """The police let go, for this reason."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)
    passed: tuple[Missing, ...] = field(default=(), validator=instance_of(tuple))
    """What the guard missed and an emergency passed over; empty for an ordinary end."""

    def about_on(self, board: Board) -> About:
        """Also the oldest closed ones, which leave the board to make room."""
        return about_all((self.about(), About(incidents=board.leaving_for(self.incident))))


@frozen(kw_only=True)
class IncidentReopened(Fact, tag=13):
    """It was taken up again under its own number, for this reason."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)
