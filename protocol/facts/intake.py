"""What was learnt at the intake."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.facts.fact import Fact
from protocol.model.intake import Question, Source
from protocol.model.line_kind import LineKind
from protocol.model.melder import Melder, MelderKind, melder_name_field, melder_number_field
from protocol.model.moment import moment_field
from protocol.model.number import counting
from protocol.model.text import Name, Text, storable, text_field


@frozen(kw_only=True)
class IntakeDescribed(Fact, tag=19):
    """Somebody said more; None left a field as it was.

    A melder in it is of journals that version 1 wrote; since then `MelderDescribed` says the parts.
    """

    incident: int = field(validator=counting)
    source: Source | None = field(default=None, validator=optional(instance_of(Source)))
    question: Question | None = field(default=None, validator=optional(instance_of(Question)))
    melder: Melder | None = field(default=None, validator=optional(instance_of(Melder)))
    expects: Text | None = field(default=None, validator=optional(storable(500, empty=True)))
    fears: Text | None = field(default=None, validator=optional(storable(500, empty=True)))
    story: Text | None = field(default=None, validator=optional(storable(2_000, empty=True)))


@frozen(kw_only=True)
class MelderDescribed(Fact, tag=91):
    """Somebody said who called; None left a part as it was."""

    incident: int = field(validator=counting)
    kind: MelderKind | None = field(default=None, validator=optional(instance_of(MelderKind)))
    name: Name | None = field(default=None, validator=optional(melder_name_field))
    number: Name | None = field(default=None, validator=optional(melder_number_field))
    call_back: bool | None = field(default=None, validator=optional(instance_of(bool)))


@frozen(kw_only=True)
class IncidentClassified(Fact, tag=20):
    """It has a code, or "" when that was taken back."""

    incident: int = field(validator=counting)
    code: Name = field(validator=storable(16, empty=True))


@frozen(kw_only=True)
class QuestionAnswered(Fact, tag=21):
    """A question of the card has an answer."""

    incident: int = field(validator=counting)
    question: Name = field(validator=storable(40))
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class EarlierRecorded(Fact, tag=22, line=LineKind.OPEN):
    """This happened before the call."""

    incident: int = field(validator=counting)
    happened_at: datetime = field(validator=moment_field)
    text: Text = field(validator=text_field)


@frozen(kw_only=True)
class CaughtFlagged(Fact, tag=23):
    """It is heterdaad since now, or it turned out not to be; that a description went out is forgotten.

    Of journals that version 1 wrote; since then `CaughtMarked` leaves the description as it was.
    """

    incident: int = field(validator=counting)
    caught: bool = field(default=True, validator=instance_of(bool))


@frozen(kw_only=True)
class CaughtMarked(Fact, tag=92):
    """It is heterdaad since now, or it turned out not to be."""

    incident: int = field(validator=counting)
    caught: bool = field(default=True, validator=instance_of(bool))


@frozen(kw_only=True)
class DescriptionSent(Fact, tag=24, line=LineKind.OPEN):
    """The description went out to the units."""

    incident: int = field(validator=counting)
    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class ReportAttached(Fact, tag=25, line=LineKind.OPEN):
    """Another caller reported the same."""

    incident: int = field(validator=counting)
    text: Text = field(validator=text_field)
    melder: Melder | None = field(default=None, validator=optional(instance_of(Melder)))
