"""What happened about who goes."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.facts.fact import Fact
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.skill import skills_field
from protocol.model.text import Name


@frozen(kw_only=True)
class SkillsAsked(Fact, tag=50):
    """Those who go must be able to do this; replaces what was asked before (A89)."""

    incident: int = field(validator=counting)
    skills: tuple[Name, ...] = field(default=(), validator=skills_field)


@frozen(kw_only=True)
class ChoiceWeighed(Fact, tag=51):
    """A dispatch was set beside the nearest that could have gone (B6)."""

    incident: int = field(validator=counting)
    choice: Choice = field(validator=instance_of(Choice))


@frozen(kw_only=True)
class ChoiceExplained(Fact, tag=52):
    """The newest choice that had no reason got one (B6)."""

    incident: int = field(validator=counting)
    reason: ChoiceReason = field(validator=instance_of(ChoiceReason))


@frozen(kw_only=True)
class ArrivalExpected(Fact, tag=53):
    """The unit will be on the spot at this time, as reckoned now."""

    unit: int = field(validator=counting)
    incident: int = field(validator=counting)
    at: datetime = field(validator=moment_field)
