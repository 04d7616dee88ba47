"""What the intake learns beside what and where: it grows while units already see it (A48).

Every field is skippable and can be said later or better; None or "" means that nobody has said it yet. Told
by `IntakeDescribed` and its kin, shown to the units with the melding.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from protocol.model.melder import Melder
from protocol.model.moment import moment_field
from protocol.model.text import Name, Text, storable


class Source(IntEnum):
    """The channel by which it came in (A25, A27)."""

    EMERGENCY_CALL = 1
    SERVICE_CALL = 2
    COUNTER = 3
    STREET = 4
    INTERNET = 5
    ALARM = 6
    OWN_OBSERVATION = 7

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


class Question(IntEnum):
    """What the citizen asks of the police: five classes, one queue (A2, A5)."""

    URGENT_POLICE = 1
    URGENT_OTHER = 2
    CAN_WAIT_POLICE = 3
    CAN_WAIT_OTHER = 4
    INFORMATION = 5

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class Answer:
    """An answered question of the card that belongs to the classification (A8)."""

    question: Name = field(validator=storable(40))
    """The key of the question on its card."""

    text: Text = field(validator=storable(500))


@frozen(kw_only=True)
class Intake:
    """Everything the intake learnt."""

    source: Source | None = field(default=None, validator=optional(instance_of(Source)))
    question: Question | None = field(default=None, validator=optional(instance_of(Question)))
    code: Name = field(default=Name(""), validator=storable(16, empty=True))
    """The code of its classification in the site's list; "" while unclassified."""

    melder: Melder | None = field(default=None, validator=optional(instance_of(Melder)))
    expects: Text = field(default=Text(""), validator=storable(500, empty=True))
    """What the melder expects of the police (A32)."""

    fears: Text = field(default=Text(""), validator=storable(500, empty=True))
    """What the melder fears or really asks (A12)."""

    story: Text = field(default=Text(""), validator=storable(2_000, empty=True))
    """The story behind the classification (A31)."""

    caught_at: datetime | None = field(default=None, validator=optional(moment_field))
    """Since when it is heterdaad (caught in the act): the clock of the description runs (A9); None if not."""

    described_at: datetime | None = field(default=None, validator=optional(moment_field))
    """When the description (signalement) went out to the units; None until then."""

    answers: tuple[Answer, ...] = field(default=(), validator=instance_of(tuple))
    """The card's answers, newest wording of each question once, in the order first given."""
