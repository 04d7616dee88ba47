"""What happened: every fact, past tense, final.

Made by `server.decide` from an accepted command, journalled and folded; never edited, never deleted. A
correction is a new fact. Who and when stand in the change that carries the fact, not in the fact.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.means import Means
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text, name_field, text_field
from protocol.model.unit import call_sign_field
from protocol.model.unit_status import UnitStatus


@frozen(kw_only=True)
class WorldFounded:
    """The first fact of every journal: which world this is, and whether it is an exercise."""

    world: Name = field(validator=name_field)
    exercise: bool = field(validator=instance_of(bool))


@frozen(kw_only=True)
class UnitSignedOn:
    """A unit came on duty under a new id."""

    unit: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))


@frozen(kw_only=True)
class UnitSignedOff:
    """A unit's duty ended."""

    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitStatusSet:
    """A unit said what it is doing, or somebody said it for them."""

    unit: int = field(validator=counting)
    status: UnitStatus = field(validator=instance_of(UnitStatus))


@frozen(kw_only=True)
class UnitAssigned:
    """A unit got a melding."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class UnitReleased:
    """A unit was taken off a melding and is available."""

    incident: int = field(validator=counting)
    unit: int = field(validator=counting)


@frozen(kw_only=True)
class IncidentOpened:
    """A melding began."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))
    what: Name = field(validator=name_field)
    place: Place = field(validator=instance_of(Place))


@frozen(kw_only=True)
class PlaceChanged:
    """It turned out to be elsewhere, or is known better."""

    incident: int = field(validator=counting)
    place: Place = field(validator=instance_of(Place))


@frozen(kw_only=True)
class WhatChanged:
    """It turned out to be something else, or is known better."""

    incident: int = field(validator=counting)
    what: Name = field(validator=name_field)


@frozen(kw_only=True)
class PriorityChanged:
    """It became more or less urgent."""

    incident: int = field(validator=counting)
    priority: Priority = field(validator=instance_of(Priority))


@frozen(kw_only=True)
class PhaseEntered:
    """The reaction moved to another phase."""

    incident: int = field(validator=counting)
    phase: Phase = field(validator=instance_of(Phase))


@frozen(kw_only=True)
class IncidentClosed:
    """The police let go, for this reason."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)


@frozen(kw_only=True)
class IncidentReopened:
    """It was taken up again under its own number, for this reason."""

    incident: int = field(validator=counting)
    reason: Text = field(validator=text_field)


@frozen(kw_only=True)
class EntryAdded:
    """A line was written in the log."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class EntryStruck:
    """A line was struck; it stays readable."""

    incident: int = field(validator=counting)
    entry: int = field(validator=counting)


@frozen(kw_only=True)
class LineJoined:
    """Whoever made the change stepped onto the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineLeft:
    """Whoever made the change stepped off the open line."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LineSpoken:
    """Whoever made the change said this on the open line."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)


Fact = (
    WorldFounded
    | UnitSignedOn
    | UnitSignedOff
    | UnitStatusSet
    | UnitAssigned
    | UnitReleased
    | IncidentOpened
    | PlaceChanged
    | WhatChanged
    | PriorityChanged
    | PhaseEntered
    | IncidentClosed
    | IncidentReopened
    | EntryAdded
    | EntryStruck
    | LineJoined
    | LineLeft
    | LineSpoken
)
