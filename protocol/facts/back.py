"""What happened when somebody took back a deed: that it was, and what has again what it had before.

The deed itself stays in the journal, as everything does; these facts come after it.
"""

from attrs import field, frozen
from attrs.validators import ge, instance_of, optional

from protocol.about import About, Line, about_all
from protocol.facts.fact import Fact
from protocol.model.board import Board
from protocol.model.choice import Choice
from protocol.model.emergency import Emergency
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.text import Name, name_field
from protocol.model.unit import Unit


@frozen(kw_only=True)
class DeedTakenBack(Fact, tag=95):
    """Whoever made the change took back an own deed; what that altered is told by the facts beside it."""

    deed: int = field(validator=[instance_of(int), ge(1)])
    """The number of the change that it was."""

    what: Name = field(validator=name_field)
    """The name of the command that it was, `AssignUnit`: the console has the word."""

    incidents: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    units: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    people: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Who was asked or told by it, by account or name: they hear that it is recalled."""

    everyone: bool = field(default=False, validator=instance_of(bool))
    """True when it asked everybody near."""

    had_it: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Which of them had said that they have it."""

    def about(self) -> About:
        """Whom the deed was about, with the lines on which it may have said something."""
        lines = tuple(Line(incident=each, kind=kind) for each in self.incidents for kind in LineKind)
        return About(incidents=self.incidents, units=self.units, lines=lines)


@frozen(kw_only=True)
class IncidentRestored(Fact, tag=96):
    """These fields of an incident have again what they had; of a contact line who is on it, and no words."""

    incident: int = field(validator=counting)
    fields: tuple[Name, ...] = field(validator=instance_of(tuple))
    incident_was: Incident = field(validator=instance_of(Incident))
    """Holds what they have now; its other fields say nothing."""

    def about(self) -> About:
        """The incident, and who is on either of its lines."""
        lines = tuple(Line(incident=self.incident, kind=kind) for kind in LineKind)
        return About(incidents=(self.incident,), lines=lines)

    def about_on(self, board: Board) -> About:
        """Also the oldest closed ones, which leave the board when this one is closed again."""
        if "phase" not in self.fields or self.incident_was.phase is not Phase.CLOSED:
            return self.about()
        return about_all((self.about(), About(incidents=board.leaving_for(self.incident))))


@frozen(kw_only=True)
class ChoicesRestored(Fact, tag=97):
    """The weighed dispatches of an incident, without the one that was taken back."""

    incident: int = field(validator=counting)
    choices: tuple[Choice, ...] = field(default=(), validator=instance_of(tuple))


@frozen(kw_only=True)
class UnitRestored(Fact, tag=98):
    """These fields of a unit have again what they had; with none named it is on duty again as it was."""

    unit: int = field(validator=counting)
    unit_was: Unit = field(validator=instance_of(Unit))
    fields: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))


@frozen(kw_only=True)
class EntryRestored(Fact, tag=99, line=LineKind.OPEN):
    """A line of the timeline is struck and held again as it was: not at all, or by whom."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)
    struck_by: Name | None = field(default=None, validator=optional(name_field))
    taken_by: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))


@frozen(kw_only=True)
class WordStruck(Fact, tag=100, line=LineKind.CONTACT):
    """Words that were said to the melder are taken back; they stay readable to those on the line."""

    incident: int = field(validator=counting)
    word: int = field(validator=counting)


@frozen(kw_only=True)
class EmergencyRestored(Fact, tag=101):
    """A colleague is in need as before: not ended, or not answered by whoever took that back."""

    emergency: Emergency = field(validator=instance_of(Emergency))

    def about(self) -> About:
        """The unit in need and the incident of it."""
        return About(incidents=(self.emergency.incident,), units=(self.emergency.unit,))
