"""How often it sounded at this desk, and how much of that was answered: the figure of the law of sounds.

Fed by the desk, which applies every sound, and by the alarms; read by the list of this desk's figures and
by the plays. About this desk alone, shown to whoever sits there and told to nobody.
"""

from collections import deque
from datetime import datetime, timedelta

from attrs import frozen

from console.part.sounds import BUDGET_S, Sound

KEPT = 2_000
"""Sounds; a busy shift has a tenth of it."""


@frozen(kw_only=True)
class Rung:
    """One sound."""

    key: str
    at: datetime
    is_call: bool


@frozen(kw_only=True)
class Figure:
    """What a seat had of sounds."""

    sounds: int
    beside_calls: int
    """Without those of calls and emergencies."""

    most_in_ten: int
    """The most of `beside_calls` in any ten minutes."""

    asked: int
    """Questions that sounded here and are over."""

    answered: int
    """Of these, by their own answer; the others ended with their melding."""


class Counted:
    """The sounds of one desk since its console began."""

    def __init__(self) -> None:
        self.rung: deque[Rung] = deque(maxlen=KEPT)
        self._asked = 0
        self._answered = 0

    def rang(self, sound: Sound, now: datetime) -> None:
        """It sounded."""
        self.rung.append(Rung(key=sound.key, at=now, is_call=sound.is_call))

    def beside_calls_since(self, since: datetime) -> int:
        """How many sounds there were since then, without those of calls and emergencies."""
        return sum(not each.is_call and each.at > since for each in self.rung)

    def ended(self, *, answered: bool) -> None:
        """A question that sounded here is over."""
        self._asked += 1
        self._answered += answered

    def figure(self) -> Figure:
        """As it is now."""
        beside = [each.at for each in self.rung if not each.is_call]
        span = timedelta(seconds=BUDGET_S)
        most = max((sum(first <= at < first + span for at in beside) for first in beside), default=0)
        return Figure(
            sounds=len(self.rung),
            beside_calls=len(beside),
            most_in_ten=most,
            asked=self._asked,
            answered=self._answered,
        )
