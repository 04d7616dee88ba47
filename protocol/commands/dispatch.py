"""Wishes about who goes: skills asked for, a choice explained; and what the server itself reckons.

`WeighChoice` and `ExpectArrival` are the server's own: no role may wish for them.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.skill import skills_field
from protocol.model.text import Name


@frozen(kw_only=True)
class AskSkills(Command, tag=49):
    """Say what those who go must be able to do; replaces what was asked before, none takes it back (A89)."""

    incident: int = field(validator=counting)
    skills: tuple[Name, ...] = field(default=(), validator=skills_field)


@frozen(kw_only=True)
class ExplainChoice(Command, tag=50):
    """Say why somebody else than the nearest went (B6)."""

    incident: int = field(validator=counting)
    reason: ChoiceReason = field(validator=instance_of(ChoiceReason))


@frozen(kw_only=True)
class WeighChoice(Command, tag=51):
    """The server's: record who was sent beside who was nearest (B6)."""

    incident: int = field(validator=counting)
    choice: Choice = field(validator=instance_of(Choice))


@frozen(kw_only=True)
class ExpectArrival(Command, tag=52):
    """The server's: the unit will be on the spot at this time, as reckoned now."""

    unit: int = field(validator=counting)
    incident: int = field(validator=counting)
    at: datetime = field(validator=moment_field)
