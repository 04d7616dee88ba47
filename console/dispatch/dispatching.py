"""Who goes: the list of who could, the dispatch itself, the question why, the picture of reach.

Nothing here takes a digit by itself: the lists open by a key, and the row asks what a digit of them means.
"""

from collections.abc import Callable, Mapping

from attrs import evolve

from console.dispatch.arrivals import all_seeming
from console.dispatch.choosing import Choosing, Question
from console.dispatch.ranked import MOST, Ranked
from console.dispatch.reaching import STEPS_MIN, Reaching
from console.dispatch.recommending import Recommending
from console.dispatch.sending import dispatched
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Select, Tell, Values, Warn
from console.part.memo import Remembered
from protocol.permissions import may_fetch


class Dispatching:
    """The three parts, and what a key is to them."""

    def __init__(self) -> None:
        self.recommending = Recommending()
        self.choosing = Choosing()
        self.reaching = Reaching(self.recommending)
        self._seeming: Remembered[frozenset[int]] = Remembered()

    def forget(self) -> None:
        """Another history: nothing of it was ranked, sent or asked."""
        for part in (self.recommending, self.choosing, self.reaching):
            part.forget()

    def press(self, context: Context, key: str) -> Effects | None:
        """Esc closes the list that stands open. None when it is nobody's here."""
        if key != "escape" or not (self.recommending.shown or self.choosing.open):
            return None
        self.recommending.hide()
        self.choosing.close()
        return NOTHING

    def picked(self, context: Context, place: int) -> Ranked | None:
        """Who stands at this place (from 1) of the list; None for nobody."""
        ranking = self.recommending.ranking(context)
        if ranking is None or not 1 <= place <= min(MOST, len(ranking.units)):
            return None
        return ranking.units[place - 1]

    def question(self, context: Context) -> Question | None:
        """Why not the nearest, while no list and nothing that is missing has the digits."""
        return None if context.guards or self.recommending.shown else self.choosing.question

    def seeming(self, context: Context) -> frozenset[int]:
        """Everybody who seems to be on the spot; looked up anew when something moved, or a second later."""
        board = context.board
        made_from = (board.units, board.incidents, context.fixes, int(context.now.timestamp()))
        return self._seeming.of(made_from, lambda: all_seeming(context))

    def toggle_list(self, context: Context, number: int) -> Effects:
        """The list for this melding, or away with it; while a choice asks why, the reasons come first."""
        refused = _may_not_read(context, "recommend")
        if refused:
            return refused
        if self.choosing.question is not None and not self.choosing.open:
            self.choosing.open = True
            return NOTHING
        self.choosing.close()
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
        list_.hide()
        return (Select(number), *dispatched(chosen, best, number))

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

    def pick(self, context: Context, place: int) -> Effects:
        """Whoever stands there goes, unless the row changed under the eye or somebody took that unit."""
        list_, ranked, number = self.recommending, self.picked(context, place), context.incident
        if ranked is None or number is None:
            return NOTHING
        if not list_.is_steady(context, place - 1):
            return (Tell(context.say("recommend-changed"), Tone.WARN),)
        if not list_.holds(context, ranked):
            return (Tell(context.say("sending-gone", unit=ranked.call_sign), Tone.WARN),)
        list_.hide()
        return dispatched(context, ranked, number)


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
