"""An incident: one melding from the first word to letting go, however large it grows.

Made by `IncidentOpened`, changed by the fold; shown as a row on the board, a sign on the map and, when
selected, with its timeline and its open line. Scaling up adds to it and never re-keys it.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.appeal import Appeal
from protocol.model.choice import Choice
from protocol.model.contact import Contact
from protocol.model.contact_line import ContactLine
from protocol.model.entry import Entry
from protocol.model.intake import Intake
from protocol.model.letting_go import LettingGo
from protocol.model.member import Member
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.promise import Promise
from protocol.model.reaction import Reaction
from protocol.model.scale import Scale
from protocol.model.skill import skills_field
from protocol.model.text import Name, Text, name_field, same_name, storable, text_field, unknown_or_name_field
from protocol.model.work import Work

MOST_OF_A_KIND = 60
"""Reactions, promises, needs … of one incident: beyond this nobody reads them, and a row must fit a frame."""


@frozen(kw_only=True)
class Incident:
    """An incident as the board knows it.

    Its tuples are checked one by one where they enter (wire, fold), not again at every copy: a long
    timeline would make each new line cost as much as all before it.
    """

    number: int = field(validator=counting)
    opened_at: datetime = field(validator=instance_of(datetime))
    opened_by: Name = field(validator=name_field)
    priority: Priority = field(validator=instance_of(Priority))
    what: Name = field(validator=unknown_or_name_field)
    """In a few words; "" while nobody knows what it is."""

    place: Place = field(validator=instance_of(Place))
    phase: Phase = field(default=Phase.MERGE_IN, validator=instance_of(Phase))
    phase_since: datetime = field(validator=instance_of(datetime))
    units: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Ids of the units on it, in the order of assignment."""

    members: tuple[Member, ...] = field(default=(), validator=instance_of(tuple))
    """Who is on its open line, in the order of joining."""

    entries: tuple[Entry, ...] = field(default=(), validator=instance_of(tuple))
    """The timeline, oldest first, ids from 1. Without holes, save where one may not see all of it."""

    closed_because: Text | None = field(default=None, validator=optional(text_field))
    """The line of reason given at closing; None while open."""

    intake: Intake = field(default=Intake(), validator=instance_of(Intake))
    reactions: tuple[Reaction, ...] = field(default=(), validator=instance_of(tuple))
    """How the police reacted, oldest first; empty is a melding that waits (A3)."""

    promises: tuple[Promise, ...] = field(default=(), validator=instance_of(tuple))
    """Every promise ever made here; promise k has id k."""

    contact: Contact = field(default=Contact(), validator=instance_of(Contact))
    work: Work = field(default=Work(), validator=instance_of(Work))
    letting_go: LettingGo = field(default=LettingGo(), validator=instance_of(LettingGo))
    involved: tuple[Name, ...] = field(default=(), validator=instance_of(tuple))
    """Call signs of all units that were ever on it, in the order of assignment."""

    arrived_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When the first unit said that it was on the spot; None until then."""

    skills: tuple[Name, ...] = field(default=(), validator=skills_field)
    """What its melder or its kind asks of those who go (A89); beside what the site's settings say."""

    choices: tuple[Choice, ...] = field(default=(), validator=instance_of(tuple))
    """Every dispatch to it, weighed, oldest first (B6)."""

    contact_line: ContactLine = field(default=ContactLine(), validator=instance_of(ContactLine))
    scale: Scale = field(default=Scale(), validator=instance_of(Scale))
    owner: Name = field(default=Name(""), validator=storable(60, empty=True))
    """The team in whose area it happens; it stays the owner however large it grows (A76); "" unknown."""

    appeals: tuple[Appeal, ...] = field(default=(), validator=instance_of(tuple))
    """What it asks of somebody, oldest first; what nobody answered yet. Empty for a closed one."""

    outgrown: bool = field(default=False, validator=instance_of(bool))
    """True when it became more urgent and nobody has said since what it is now."""

    def is_on(self, name: str) -> bool:
        """True when this account is on the open line."""
        return any(same_name(member.name, name) for member in self.members)

    @property
    def is_open(self) -> bool:
        """True until closed, and again once reopened."""
        return self.phase is not Phase.CLOSED

    @property
    def last_entry(self) -> Entry | None:
        """The newest line that is not struck; None in a silent incident."""
        return next((entry for entry in reversed(self.entries) if entry.struck_by is None), None)
