"""Who goes: the list of who could, the dispatch itself, the question why, the picture of reach.

Part of the desk. Gives each key to the part that is asking for one; any other key means here what it means
everywhere.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from console.actions.action import Where
from console.dispatch.arrivals import all_seeming
from console.dispatch.choosing import Choosing, Question
from console.dispatch.ranked import MOST
from console.dispatch.reaching import STEPS_MIN, Reaching
from console.dispatch.recommending import Recommending
from console.dispatch.sending import Sending
from console.paint.tone import Tone
from console.part.memo import Remembered
from protocol.permissions import may_fetch

if TYPE_CHECKING:
    from console.desk.desk import Desk


STILL_MEANT = timedelta(seconds=1)
"""A digit pressed twice sends once, and classifies nothing behind the list that is gone."""


_DIGITS = frozenset(str(place) for place in range(1, MOST + 1))


class Dispatching:
    """The four parts, and what a key is to them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.recommending = Recommending(desk)
        self.sending = Sending(desk)
        self.choosing = Choosing(desk)
        self.reaching = Reaching(desk)
        self._sent_at: datetime | None = None
        self._seeming: Remembered[frozenset[int]] = Remembered()

    def press(self, key: str) -> bool:
        """A key while no field has them. False when it is nobody's here."""
        if key in _DIGITS and self._just_sent():
            return True
        if self.recommending.shown:
            if key == "escape":
                self.recommending.hide()
                return True
            if key in _DIGITS:
                self._pick(int(key))
                return True
        return self.question is not None and self.choosing.press(key)

    @property
    def question(self) -> Question | None:
        """Why not the nearest, while no list and nothing that is missing has the digits."""
        desk = self._desk
        guarded = desk.panel is Where.MELDING and desk.guarding is not None and desk.guarding == desk.incident
        return None if guarded or self.recommending.shown else self.choosing.question

    def seeming(self) -> frozenset[int]:
        """Everybody who seems to be on the spot; looked up anew when something moved, or a second later."""
        desk, store = self._desk, self._desk.store
        made_from = (store.board.units, store.board.incidents, store.fixes, int(desk.now.timestamp()))
        return self._seeming.of(made_from, lambda: all_seeming(desk))

    def toggle_list(self, number: int) -> None:
        """The list for this melding, or away with it."""
        if not self._may_read("recommend"):
            return
        shown = self.recommending.shown and self._desk.incident == number
        self._desk.select(number)
        if shown:
            self.recommending.hide()
        else:
            self.recommending.show()

    def send_first(self, number: int) -> None:
        """The best goes (B37); without a fresh ranking the list comes first."""
        desk, list_ = self._desk, self.recommending
        if not self._may_read("recommend"):
            return
        desk.select(number)
        best = list_.first()
        if best is None or not list_.is_steady(0):
            list_.show()
            desk.notices.tell(desk.say("recommend-look"), Tone.WARN)
        elif self.sending.send(best, number):
            list_.hide()

    def reach(self, minutes: int | None, sending: tuple[int, ...]) -> None:
        """Without a wish the next step; else so many minutes, as if these went."""
        if not self._may_read("reach"):
            return
        if minutes is None and not sending:
            self.reaching.step()
        else:
            self.reaching.want(minutes or self.reaching.minutes or STEPS_MIN[1], sending)

    def _may_read(self, what: str) -> bool:
        """True when our role may have that document, which is called as its action is; else it is said."""
        desk = self._desk
        if desk.role is None or may_fetch(desk.role, what):
            return True
        desk.notices.warn(desk.say("desk-may-not", what=desk.say(f"action-{what}")))
        return False

    def _pick(self, place: int) -> None:
        desk, list_ = self._desk, self.recommending
        ranking = list_.ranking
        if ranking is None or place > len(ranking.units):
            return
        ranked = ranking.units[place - 1]
        if not list_.is_steady(place - 1):
            desk.notices.tell(desk.say("recommend-changed"), Tone.WARN)
        elif not list_.holds(ranked):
            desk.notices.tell(desk.say("sending-gone", unit=ranked.call_sign), Tone.WARN)
        elif self.sending.send(ranked, ranking.number):
            list_.hide()
            self._sent_at = desk.now

    def _just_sent(self) -> bool:
        """True while a digit is still meant for the list that went away with the one before."""
        return self._sent_at is not None and self._desk.now - self._sent_at < STILL_MEANT
