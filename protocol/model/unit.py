"""A unit: one or two colleagues on duty.

Made by `UnitSignedOn`, changed by the fold, shown in the unit list and on the map. It has a stable id; the
call sign is an alias that says nothing about its task. Its position is a tick and never stands here.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import ge, instance_of, le, optional

from protocol.model.autonomy import Autonomy
from protocol.model.entry import Entry
from protocol.model.means import Means
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.skill import skills_field
from protocol.model.task import Task
from protocol.model.text import Name, storable
from protocol.model.unit_status import UnitStatus

MAX_CALL_SIGN_CHARS = 16
MAX_CREW = 2
PAIR_WORDS_KEPT = 20
MAX_TEAM_CHARS = 60

call_sign_field = storable(MAX_CALL_SIGN_CHARS)
team_field = storable(MAX_TEAM_CHARS, empty=True)
crew_field = [instance_of(int), ge(1), le(MAX_CREW)]


@frozen(kw_only=True)
class Unit:
    """A unit as the board knows it."""

    id: int = field(validator=counting)
    call_sign: Name = field(validator=call_sign_field)
    means: Means = field(default=Means.CAR, validator=instance_of(Means))
    status: UnitStatus = field(default=UnitStatus.AVAILABLE, validator=instance_of(UnitStatus))
    since: datetime = field(validator=instance_of(datetime))
    """When the status was set; aware UTC."""

    incident: int | None = field(default=None, validator=optional(counting))
    """The number of what it is on; None when on nothing."""

    crew: int = field(default=2, validator=crew_field)
    """How many colleagues: 1 is solo, 2 a pair (A90, A91)."""

    team: Name = field(default=Name(""), validator=team_field)
    """The team whose area is its own (A57, B29); "" where the site has none."""

    skills: tuple[Name, ...] = field(default=(), validator=skills_field)
    """What its colleagues can do, in the site's words (A89)."""

    autonomy: Autonomy = field(default=Autonomy.INDEPENDENT, validator=instance_of(Autonomy))
    task: Task | None = field(default=None, validator=optional(instance_of(Task)))
    """Its other work; None for none."""

    disturbed_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When it last got a melding; None while it never did on this duty. Who was disturbed last is spared."""

    expected_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When it will be on the spot, as last reckoned; None when it drives nowhere or nobody knows."""

    pair: int | None = field(default=None, validator=optional(counting))
    """The id of the other half of a split pair (A92); None for a unit that is whole."""

    pair_words: tuple[Entry, ...] = field(default=(), validator=instance_of(tuple))
    """The newest words on the pair's own line, oldest first; both halves have the same."""

    @property
    def can_be_called(self) -> bool:
        """True when a melding may reach it now: free, or at work that can be interrupted (B3, B31)."""
        free = self.status is UnitStatus.AVAILABLE and self.incident is None
        return free and (self.task is None or self.task.interruptible)
