"""What this desk sent, deed by deed, and what became of it: so that the last one can be taken back.

One key or typed line is one deed, with all the wishes that it made; of a new call also what follows by itself
once it has its number. What a desk sends by itself for another reason is no deed of anybody. Fed by the desk;
sends nothing.
"""

from datetime import datetime, timedelta

from attrs import evolve, frozen

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.units import SetUnitStatus
from protocol.session.events import Answered
from protocol.wire.messages import Done

_MOST_WISHES = 60
"""Of one deed: beyond that it is no slip of the hand."""

FOLLOWS_FOR = timedelta(seconds=5)
"""After the answer that gave a new call its number."""


@frozen(kw_only=True)
class Sent:
    """One wish of ours."""

    id: int
    command: Command
    at: datetime
    """When it was made; once it is answered, when that was. By the clock of this console."""

    is_done: bool = False
    number: int = 0
    """What it gave out: the number of a new melding; 0 for none."""

    @property
    def incident(self) -> int | None:
        """The melding that it is about; None for none."""
        numbers = self.command.about().incidents
        return numbers[0] if numbers else self.number or None


Deed = tuple[Sent, ...]
"""The wishes of one deed, in order."""


class OwnDeeds:
    """The last deed, and the newest of each unit's status that was set from here."""

    def __init__(self) -> None:
        self.last: Deed = ()
        """Empty when there is none, or when it was taken back."""

        self._statuses: dict[int, Sent] = {}
        self._begins = True
        self._by_hand = True

    def forget(self) -> None:
        """Another history: what was done in that one is not here."""
        self.last, self._statuses = (), {}
        self._begins, self._by_hand = True, False

    def begin(self) -> None:
        """A key, or something chosen: what is sent from now on is another deed."""
        self._begins = self._by_hand = True

    def nobody_pressed(self) -> None:
        """What is sent from now on comes by itself."""
        self._by_hand = False

    def sent(self, id: int, command: Command, now: datetime) -> None:
        """A wish went into the outbox."""
        if isinstance(command, TakeBack) or not (self._by_hand or self._follows(now)):
            return
        sent = Sent(id=id, command=command, at=now)
        begins = self._by_hand and self._begins
        self.last = (sent,) if begins or len(self.last) >= _MOST_WISHES else (*self.last, sent)
        if self._by_hand:
            self._begins = False
        if isinstance(command, SetUnitStatus):
            self._statuses[command.unit] = sent

    def _follows(self, now: datetime) -> bool:
        """True while what comes by itself is what else is known of a call that was just opened."""
        opening = (sent for sent in self.last if isinstance(sent.command, OpenIncident))
        return any(now - sent.at <= FOLLOWS_FOR for sent in opening)

    def takes_back(self, deed: Deed) -> None:
        """That deed is being taken back, or was never sent: there is no last one any more."""
        ids = {sent.id for sent in deed}
        self.last = tuple(sent for sent in self.last if sent.id not in ids)
        self._statuses = {unit: sent for unit, sent in self._statuses.items() if sent.id not in ids}

    def answered(self, event: Answered, now: datetime) -> None:
        """A refused wish did nothing; a done one can be taken back from now on."""
        answer = event.answer

        def after(sent: Sent) -> Sent | None:
            if sent.id != answer.id:
                return sent
            if isinstance(answer, Done):
                return evolve(sent, at=now, is_done=True, number=answer.number)
            return None

        self.last = tuple(known for sent in self.last if (known := after(sent)) is not None)
        self._statuses = {
            unit: known for unit, sent in self._statuses.items() if (known := after(sent)) is not None
        }

    def status_of(self, unit: int | None) -> Sent | None:
        """The newest status of this unit that was set from here; None for none."""
        return None if unit is None else self._statuses.get(unit)
