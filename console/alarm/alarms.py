"""What asks at this desk: which questions mean it, which of them have sounded, and the key of the bell.

Fed with every event once the board is whole, and with every second. What stood on the board before this
console had it, or came while the link was cut, is shown and does not sound. Clears nothing by itself: a
question is over when its own answer is on the board, and looking at a melding answers none.
"""

from collections.abc import Collection, Iterable
from datetime import timedelta

from console.actions.key_names import key_name
from console.alarm.asked_here import Here, Key, asked_here
from console.alarm.asking import Asking, asking
from console.alarm.counted import Counted
from console.alarm.hush import Hush
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Bell, Effects, Send, Tell
from console.part.sounds import BUDGET_S, PRIORITY_1, SOUNDS, YOUR_PRIORITY_1
from console.part.stillness import Stillness
from console.part.whose_desk import is_units, our_unit
from protocol.commands.appeals import HearAppeal
from protocol.model.text import same_name
from protocol.session.events import Changed, Event, LinkState
from protocol.session.outbox import Wish

KEY = "ctrl+g"
"""The key of the bell: the very character that rings a terminal's bell, and that no sentence holds."""

_THROUGH = (PRIORITY_1, YOUR_PRIORITY_1)
"""What sounds also while the bell is off, and ends that."""

_ORDER = {key: place for place, key in enumerate(SOUNDS)}


class Alarms:
    """The questions that stand, and what sounded."""

    def __init__(self, stillness: Stillness | None = None) -> None:
        """`stillness` is told of every key by the desk."""
        self.hush = Hush()
        self.counted = Counted()
        self._stillness = stillness or Stillness()
        self._asking: dict[int, tuple[Asking, ...]] = {}
        """By melding."""

        self._here: tuple[Here, ...] = ()
        """Those that mean this desk, the loudest first."""

        self._told: tuple[Asking, ...] = ()
        self._known: set[Key] = set()
        """Keys of those that stand here and have had their moment to sound."""

        self._sounded: set[Key] = set()
        """Of these, what did sound."""

        self._is_live = False

    def forget(self) -> None:
        """Another history: what asked there asks nothing here. Who wanted quiet keeps it."""
        self._asking, self._here, self._told, self._known, self._sounded = {}, (), (), set(), set()
        self._is_live = False

    @property
    def here(self) -> tuple[Here, ...]:
        """What asks of whoever sits here, the loudest first."""
        return self._here

    @property
    def told(self) -> tuple[Asking, ...]:
        """What a car that nobody asks is told all the same: priority 1 to which nobody goes, oldest first."""
        return self._told

    def has_row(self, waiting: Iterable[Wish]) -> bool:
        """True while something stands in the row across the top."""
        return bool(self._told or self.shown(waiting))

    def shown(self, waiting: Iterable[Wish]) -> tuple[Here, ...]:
        """What has a row here: not what one's own answer to it is under way of."""
        heard = {wish.command.incident for wish in waiting if isinstance(wish.command, HearAppeal)}
        return tuple(
            here
            for here in self._here
            if not (here.asking.sound.is_screen and here.rung == 0)
            and not (here.asking.sound.by_word and here.asking.number in heard)
        )

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of what asks here, in the order in which one goes there, each once."""
        return tuple(dict.fromkeys(each.asking.number for each in self.shown(())))

    @property
    def unseen(self) -> tuple[int, ...]:
        """Priority 1 to which nobody goes and of which nobody of the room said to have it, oldest first."""
        found = (each for all_ in self._asking.values() for each in all_ if each.sound is PRIORITY_1)
        return tuple(each.number for each in sorted(found, key=lambda each: (each.since, each.number)))

    def take(self, context: Context, event: Event) -> Effects:
        """An event of which the store knows already."""
        if isinstance(event, Changed) and context.complete:
            numbers = event.change.incidents(context.board)
            self._ask(context, numbers)
            return self._settle(context, own=numbers if same_name(event.change.by, context.name) else ())
        is_live = context.link_state is LinkState.LIVE
        return self.second(context) if is_live is not self._is_live else NOTHING

    def second(self, context: Context) -> Effects:
        """Time asks too: what waits, what was promised, what climbs."""
        if not context.complete:
            self._is_live = False
            return NOTHING
        self._asking = {}
        self._ask(context, context.board.incidents)
        return self._settle(context)

    def press(self, context: Context, key: str) -> Effects | None:
        """The key of the bell answers the loudest that a word answers. None for any other key."""
        rows = self.shown(context.waiting)
        if key != KEY:
            return None
        if not rows:
            return (Tell(context.say("sound-none"), Tone.DIM),)
        if not self._stillness.was_still:
            return (Tell(context.say("sound-wait", press=key_name(KEY)), Tone.WARN),)
        first = rows[0].asking
        if not first.sound.by_word or not may_say(first, context):
            return (Tell(context.say(f"sound-{first.sound.key}-answer"), Tone.WARN),)
        return (Send(HearAppeal(incident=first.number)),)

    def _ask(self, context: Context, numbers: Iterable[int]) -> None:
        for number in numbers:
            incident = context.board.incidents.get(number)
            found = () if incident is None else asking(context.board, incident, context.now, context.terms)
            if found:
                self._asking[number] = found
            else:
                self._asking.pop(number, None)

    def _settle(self, context: Context, *, own: Collection[int] = ()) -> Effects:
        """What means this desk now, and what of it sounds for the first time.

        `own` are the meldingen that whoever sits here has just changed.
        """
        found = [
            here
            for all_ in self._asking.values()
            for each in all_
            if (here := asked_here(each, context)) is not None
        ]
        found.sort(key=lambda here: (_ORDER[here.asking.sound.key], here.asking.since, here.asking.number))
        self._here = tuple(found)
        self._told = self._told_to(context)
        new = [here for here in found if here.key not in self._known and here.asking.number not in own]
        self._known = {here.key for here in found}
        self._end_those_over(context)
        was_live, self._is_live = self._is_live, context.link_state is LinkState.LIVE
        # What is new with the board itself asks, and does not sound.
        return self._ring(context, new) if was_live and self._is_live else NOTHING

    def _told_to(self, context: Context) -> tuple[Asking, ...]:
        unit = our_unit(context)
        asked = {here.asking.number for here in self._here}
        if unit is None:
            return ()
        found = (each for all_ in self._asking.values() for each in all_ if each.sound is PRIORITY_1)
        return tuple(
            sorted(
                (
                    each
                    for each in found
                    if each.number not in asked
                    and unit.id not in each.heard
                    and unit.incident != each.number
                    and not same_name(each.by, context.name)
                ),
                key=lambda each: (each.since, each.number),
            )
        )

    def _ring(self, context: Context, new: Iterable[Here]) -> Effects:
        quiet = self.hush.is_on(context.now)
        loud = [here for here in new if not quiet or here.asking.sound in _THROUGH]
        if self.counted.beside_calls_since(context.now - timedelta(seconds=BUDGET_S)):
            loud = [here for here in loud if not here.asking.sound.yields]
        if not loud:
            return NOTHING
        self.hush.end()
        self._sounded |= {here.key for here in loud}
        return (Bell(loud[0].asking.sound),)

    def _end_those_over(self, context: Context) -> None:
        over = self._sounded - self._known
        self._sounded -= over
        for key in over:
            incident = context.board.incidents.get(key.number)
            self.counted.ended(answered=incident is not None and incident.is_open)


def may_say(asking: Asking, context: Context) -> bool:
    """True when a word of this desk is the answer: of a unit for itself, of the room for the room."""
    return is_units(context) or asking.sound is PRIORITY_1
