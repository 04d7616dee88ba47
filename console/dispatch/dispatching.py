"""Who goes: the list of who could, the dispatch itself, the question why, the picture of reach.

Gives each key to the part that is asking for one; any other key means here what it means
everywhere.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from attrs import evolve

from console.dispatch.arrivals import all_seeming
from console.dispatch.choosing import Choosing, Question
from console.dispatch.ranked import MOST
from console.dispatch.reaching import STEPS_MIN, Reaching
from console.dispatch.recommending import Recommending
from console.dispatch.sending import Sending
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Select, Tell, Values, Warn
from console.part.memo import Remembered
from protocol.permissions import may_fetch

STILL_MEANT = timedelta(seconds=1)
"""A digit pressed twice sends once, and classifies nothing behind the list that is gone."""


_DIGITS = frozenset(str(place) for place in range(1, MOST + 1))


class Dispatching:
    """The four parts, and what a key is to them."""

    def __init__(self) -> None:
        self.recommending = Recommending()
        self.sending = Sending()
        self.choosing = Choosing()
        self.reaching = Reaching(self.recommending)
        self._sent_at: datetime | None = None
        self._seeming: Remembered[frozenset[int]] = Remembered()

    def forget(self) -> None:
        """Another history: nothing of it was ranked, sent or asked."""
        for part in (self.recommending, self.sending, self.choosing, self.reaching):
            part.forget()
        self._sent_at = None

    def press(self, context: Context, key: str) -> Effects | None:
        """A key while no field has them. None when it is nobody's here."""
        if key in _DIGITS and self._just_sent(context):
            return NOTHING
        if self.recommending.shown:
            if key == "escape":
                self.recommending.hide()
                return NOTHING
            if key in _DIGITS:
                return self._pick(context, int(key))
        return None if self.question(context) is None else self.choosing.press(context, key)

    def question(self, context: Context) -> Question | None:
        """Why not the nearest, while no list and nothing that is missing has the digits."""
        return None if context.guards or self.recommending.shown else self.choosing.question

    def seeming(self, context: Context) -> frozenset[int]:
        """Everybody who seems to be on the spot; looked up anew when something moved, or a second later."""
        board = context.board
        made_from = (board.units, board.incidents, context.fixes, int(context.now.timestamp()))
        return self._seeming.of(made_from, lambda: all_seeming(context))

    def toggle_list(self, context: Context, number: int) -> Effects:
        """The list for this melding, or away with it."""
        refused = _may_not_read(context, "recommend")
        if refused:
            return refused
        if self.recommending.shown and context.incident == number:
            self.recommending.hide()
        else:
            self.recommending.show()
        return (Select(number),)

    def send_first(self, context: Context, number: int) -> Effects:
        """The best goes (B37); without a fresh ranking the list comes first."""
        list_ = self.recommending
        refused = _may_not_read(context, "recommend")
        if refused:
            return refused
        chosen = evolve(context, incident=number)
        best = list_.first(chosen)
        if best is None or not list_.is_steady(chosen, 0):
            list_.show()
            return (Select(number), Tell(context.say("recommend-look"), Tone.WARN))
        verdict = self.sending.send(chosen, best, number)
        if verdict.goes:
            list_.hide()
        return (Select(number), *verdict.said)

    def reach(self, context: Context, minutes: int | None, sending: tuple[int, ...]) -> Effects:
        """Without a wish the next step; else so many minutes, as if these went."""
        refused = _may_not_read(context, "reach")
        if refused:
            return refused
        if minutes is None and not sending:
            self.reaching.step()
        else:
            self.reaching.want(minutes or self.reaching.minutes or STEPS_MIN[1], sending)
        return NOTHING

    def _pick(self, context: Context, place: int) -> Effects:
        list_ = self.recommending
        ranking = list_.ranking(context)
        if ranking is None or place > len(ranking.units):
            return NOTHING
        ranked = ranking.units[place - 1]
        if not list_.is_steady(context, place - 1):
            return (Tell(context.say("recommend-changed"), Tone.WARN),)
        if not list_.holds(context, ranked):
            return (Tell(context.say("sending-gone", unit=ranked.call_sign), Tone.WARN),)
        verdict = self.sending.send(context, ranked, ranking.number)
        if verdict.goes:
            list_.hide()
            self._sent_at = context.now
        return verdict.said

    def _just_sent(self, context: Context) -> bool:
        """True while a digit is still meant for the list that went away with the one before."""
        return self._sent_at is not None and context.now - self._sent_at < STILL_MEANT


def _may_not_read(context: Context, what: str) -> Effects:
    """Empty when our role may have that document, which is called as its action is; else the words."""
    if context.role is None or may_fetch(context.role, what):
        return NOTHING
    return (Warn(context.say("desk-may-not", what=context.say(f"action-{what}"))),)


Deed = Callable[[Dispatching, Context, Values], Effects]

DEEDS: Mapping[str, Deed] = {
    "recommend": lambda part, context, values: part.toggle_list(context, values["incident"]),
    "assign-first": lambda part, context, values: part.send_first(context, values["incident"]),
    "reach": lambda part, context, values: part.reach(
        context, values.get("minutes"), values.get("sending", ())
    ),
}
"""What the actions of this part do, by their ids."""
