"""Why somebody else than the nearest was sent (B6): asked once, calmly, of whoever chose.

Fed with what this desk sends and with every change. It stands on the row of notices and takes no key: a
function key opens its reasons, of which a digit answers; the verb does the same at any time.
"""

from collections import deque
from datetime import datetime

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
        self.open = False
        """True while its reasons take digits: opened by a key."""

    def forget(self) -> None:
        """Another history: no choice of it was made here."""
        self._mine.clear()
        self.question, self.open = None, False

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
                self.question, self.open = None, False

    def _asks_of(self, incident: int) -> bool:
        return self.question is not None and self.question.incident == incident

    def reason(self, digit: int) -> ChoiceReason | None:
        """What this digit answers; None for nothing."""
        return next((each for each in ChoiceReason if int(each) == digit), None)

    def explain(self, reason: object) -> Effects:
        """The answer goes, and the question with it."""
        question = self.question
        if question is None or not isinstance(reason, ChoiceReason):
            return ()
        self.question = None
        self.close()
        return (Send(ExplainChoice(incident=question.incident, reason=reason)),)

    def close(self) -> None:
        """Away with the reasons; the question stands as long as nobody answers it."""
        self.open = False
