"""Why somebody else than the nearest was sent (B6): asked once, calmly, of whoever chose; a digit answers.

Fed with what this desk sends and with every change. Any other key lets the question go: the answer can
be given later with the command, and nothing that is being typed is touched.
"""

from collections import deque
from datetime import datetime, timedelta

from attrs import frozen

from console.part.context import Context
from console.part.effects import Effects, Send
from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.dispatch import ExplainChoice
from protocol.commands.units import AssignUnit
from protocol.facts.back import ChoicesRestored
from protocol.facts.dispatch import ChoiceExplained, ChoiceWeighed
from protocol.model.choice import ChoiceReason

NOTICEABLE_S = 60
"""Whoever was nearer by less is not worth a question: positions and travel times are not finer."""

READABLE = timedelta(milliseconds=500)
"""A digit pressed sooner after the question came was meant for something else."""

_KEPT = 50


@frozen(kw_only=True)
class Question:
    """One choice that passed over somebody nearer."""

    incident: int
    sent: str
    nearest: str
    later_s: int
    """How much later the one sent will be there."""

    at: datetime


class Choosing:
    """At most one question, the newest."""

    def __init__(self) -> None:
        self._mine: deque[tuple[int, str]] = deque(maxlen=_KEPT)
        self.question: Question | None = None

    def forget(self) -> None:
        """Another history: no choice of it was made here."""
        self._mine.clear()
        self.question = None

    def sent(self, context: Context, command: Command) -> None:
        """A wish left this desk."""
        if isinstance(command, AssignUnit):
            unit = context.board.units.get(command.unit)
            if unit is not None:
                self._mine.append((command.incident, unit.call_sign))

    def take(self, context: Context, change: Change) -> None:
        """Look whether a choice of ours was weighed, or explained by somebody."""
        for fact in change.facts:
            if isinstance(fact, ChoiceWeighed):
                choice, mine = fact.choice, (fact.incident, fact.choice.unit)
                later_s = choice.travel_s - choice.nearest_s
                if mine in self._mine and choice.nearest and later_s > NOTICEABLE_S:
                    self._mine.remove(mine)
                    self.question = Question(
                        incident=fact.incident,
                        sent=choice.unit,
                        nearest=choice.nearest,
                        later_s=later_s,
                        at=context.now,
                    )
            elif isinstance(fact, ChoiceExplained | ChoicesRestored) and self._asks_of(fact.incident):
                self.question = None

    def _asks_of(self, incident: int) -> bool:
        return self.question is not None and self.question.incident == incident

    def press(self, context: Context, key: str) -> Effects | None:
        """A digit answers the question; any other key lets it go and means what it always means."""
        question = self.question
        if question is None:
            return None
        digits = {str(int(reason)): reason for reason in ChoiceReason}
        if key in digits and context.now - question.at < READABLE:
            return None
        self.question = None
        if key not in digits:
            return None
        return (Send(ExplainChoice(incident=question.incident, reason=digits[key])),)
