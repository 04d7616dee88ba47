"""Wishes about the intake: it grows while the melding is already out (A48)."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.commands.command import Command
from protocol.model.intake import Question, Source
from protocol.model.line_kind import LineKind
from protocol.model.melder import Melder, MelderKind, melder_name_field, melder_number_field
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.priority import Priority
from protocol.model.text import Name, Text, storable, text_field


@frozen(kw_only=True)
class DescribeIntake(Command, tag=18):
    """Say what is known; None leaves a field as it is, "" empties it.

    A melder is said part by part (`DescribeMelder`); one that is whole takes the place of every part.
    """

    incident: int = field(validator=counting)
    source: Source | None = field(default=None, validator=optional(instance_of(Source)))
    question: Question | None = field(default=None, validator=optional(instance_of(Question)))
    melder: Melder | None = field(default=None, validator=optional(instance_of(Melder)))
    expects: Text | None = field(default=None, validator=optional(storable(500, empty=True)))
    fears: Text | None = field(default=None, validator=optional(storable(500, empty=True)))
    story: Text | None = field(default=None, validator=optional(storable(2_000, empty=True)))


@frozen(kw_only=True)
class DescribeMelder(Command, tag=88):
    """Say who called, as far as one knows; None leaves a part as it is, "" empties it."""

    incident: int = field(validator=counting)
    kind: MelderKind | None = field(default=None, validator=optional(instance_of(MelderKind)))
    name: Name | None = field(default=None, validator=optional(melder_name_field))
    number: Name | None = field(default=None, validator=optional(melder_number_field))
    call_back: bool | None = field(default=None, validator=optional(instance_of(bool)))


@frozen(kw_only=True)
class ClassifyIncident(Command, tag=19):
    """Give it a code of the site's list (A2); "" takes the classification back."""

    incident: int = field(validator=counting)
    code: Name = field(validator=storable(16, empty=True))
    priority: Priority | None = field(default=None, validator=optional(instance_of(Priority)))
    """The default of the class, where the person did not choose another; None leaves it."""


@frozen(kw_only=True)
class AnswerQuestion(Command, tag=20):
    """Answer a question of the card (A8)."""

    incident: int = field(validator=counting)
    question: Name = field(validator=storable(40))
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class RecordEarlier(Command, tag=21, line=LineKind.OPEN):
    """Say what happened before the call (A29)."""

    incident: int = field(validator=counting)
    happened_at: datetime = field(validator=moment_field)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class FlagCaught(Command, tag=22):
    """Say that it is heterdaad, which starts the clock of the description (A9), or that it is not."""

    incident: int = field(validator=counting)
    caught: bool = field(default=True, validator=instance_of(bool))


@frozen(kw_only=True)
class SendDescription(Command, tag=23, line=LineKind.OPEN):
    """Send the description (signalement) to the units, which stops its clock (A9)."""

    incident: int = field(validator=counting)
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class AttachReport(Command, tag=24, line=LineKind.OPEN):
    """Add another caller's words to a melding instead of opening one more (A83)."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)
    melder: Melder | None = field(default=None, validator=optional(instance_of(Melder)))
