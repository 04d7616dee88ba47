"""What was not made here and now: unanswered wishes and typed text of an earlier run, or of another history.

Of the history where one is, text comes back to its fields and wishes are offered; of any other, both are
shown, and can be forgotten. Between live and exercise nothing is ever sent. Nothing goes without a person's
word.
"""

from attrs import evolve

from console.command.waiting_lines import line_of
from console.desk.left_group import Group, sentence, without
from console.desk.typed_now import Fields, clear, lay_back, typed_now
from console.memory.left_behind import LeftBehind
from console.memory.run_memory import RunMemory
from console.memory.typed import Typed
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    ClearNotice,
    Effects,
    FilterBy,
    ForgetWish,
    Select,
    SelectUnit,
    SendAgain,
    Tell,
    Warn,
)
from protocol.session.events import Event, LinkState, SetAside, StateChanged, Welcomed
from protocol.session.origin import Fit, Origin, fit, origin_of
from protocol.session.outbox import Wish

_Key = tuple[Origin | None, bool]
"""The history, and True for what the server of it could not read."""

_ORDER = (Fit.HERE, Fit.UNPLACED, Fit.ANOTHER_HISTORY, Fit.ANOTHER_KIND)


class Leftovers:
    """Holds what was left, and asks about each history once."""

    def __init__(self, fields: Fields, memory: RunMemory | None = None) -> None:
        """Without a memory nothing outlives this run, and nothing of an earlier one is there."""
        self._fields = fields
        self._memory = memory
        self._here: Origin | None = None
        self._aside: dict[Origin | None, Typed] = {}
        """What was typed in this run in another history, or for what is not on the board."""

        self._laid: list[LeftBehind] = []
        """Whose text stands in the fields, and is not yet forgotten where it came from."""

        self._sent: list[LeftBehind] = []
        """Whose wishes were sent again, and are not yet forgotten where they came from."""

        self._asked: set[_Key] = set()

    @property
    def here(self) -> Origin | None:
        """The history of the last welcome."""
        return self._here

    def wishes(self, context: Context) -> tuple[Wish, ...]:
        """All that wait for a person's word, oldest first."""
        return tuple(wish for group in self.groups(context) for wish in group.wishes)

    def typed(self, context: Context) -> Typed:
        """Everything typed and not sent in this history, also what has no field to stand in."""
        now, homeless = typed_now(self._fields, context, self._here), self._aside.get(self._here)
        return now if homeless is None else evolve(now, lines=(*now.lines, *homeless.lines))

    def keep(self, context: Context) -> None:
        """What is typed goes to the disk; and once it is there, it goes from where it lay before."""
        memory = self._memory
        if memory is None:
            return
        memory.keep_typed(self.typed(context))
        if memory.trouble is None:
            for left in self._laid:
                left.forget_typed()
            for left in self._sent:
                left.forget_wishes()
            self._laid, self._sent = [], []
            if self._here is not None:
                # What was typed before the welcome is kept with this history now.
                memory.keep_typed(Typed())

    def second(self, context: Context) -> None:
        """Time went on: what could not be written is tried again, of every history."""
        if self._memory is not None and self._memory.trouble is not None:
            self._memory.try_again()
            self.keep(context)

    def begin(self, context: Context) -> Effects:
        """The desk is there: say what is left, for a welcome may be long in coming."""
        entered = NOTHING if context.welcome is None else self._enter(context, origin_of(context.welcome))
        return (*entered, *self._tell(context, ""))

    def take(self, context: Context, event: Event) -> Effects:
        """The store knows it already. At a welcome before anything else of the desk hears of it."""
        match event:
            case Welcomed(welcome=welcome):
                return self._enter(context, origin_of(welcome))
            case StateChanged(state=LinkState.LIVE) if self._here is not None:
                return self._laid_back(context, self._here)
            case SetAside(command=command):
                self._asked.add((self._here, True))
                what, verb = line_of(context, command), context.verb_of("waiting")
                return (Warn(context.say("left-set-aside", what=what, list=verb)),)
            case _:
                return NOTHING

    def groups(self, context: Context) -> tuple[Group, ...]:
        """What is left, by the history it is of: what concerns this one first."""
        wishes: dict[_Key, list[Wish]] = {}
        texts: dict[_Key, list[str]] = {}
        read_only: dict[Origin | None, str] = {}
        for left in self._lefts():
            if left.read_only and left.owner is not None:
                read_only[left.owner.origin] = str(left.folder)
            if left not in self._sent:
                for wish in left.wishes:
                    wishes.setdefault((wish.origin, False), []).append(wish)
            if left.typed is not None and left not in self._laid:
                texts.setdefault((left.typed.origin, False), []).extend(left.typed.texts)
        for wish in context.withheld:
            unread = wish.set_aside and wish.origin == self._here
            wishes.setdefault((wish.origin, unread), []).append(wish)
        for origin, typed in self._aside.items():
            texts.setdefault((origin, False), []).extend(typed.texts)
        found = [
            Group(
                origin=key[0],
                fit=None if self._here is None else fit(key[0], self._here),
                wishes=tuple(sorted(wishes.get(key, ()), key=lambda wish: wish.made_at)),
                texts=tuple(texts.get(key, ())),
                unread=key[1],
                read_only="" if key[1] else read_only.get(key[0], ""),
            )
            for key in dict.fromkeys((*wishes, *texts))
            if wishes.get(key) or texts.get(key)
        ]
        return tuple(sorted(found, key=lambda group: _ORDER.index(group.fit) if group.fit else 0))

    def send(self, context: Context) -> Effects:
        """The wishes of the first group go, under their own ids; or it is said why not."""
        group = next((each for each in self.groups(context) if each.wishes), None)
        if group is None:
            return (Tell(context.say("desk-left-none"), Tone.DIM),)
        if group.fit is None:
            return (Warn(context.say("left-not-yet"), Tone.WARN),)
        if not group.fit.may_be_sent:
            return (Warn(sentence(context, group, self._here), Tone.WARN),)
        # They lie there until they are in the file of this run.
        self._sent += self._of(group)
        rest = evolve(context, withheld=without(context.withheld, group))
        told = self._tell(rest, context.say("desk-left-sent", count=len(group.wishes)))
        return (*map(SendAgain, group.wishes), *told)

    def forget(self, context: Context) -> Effects:
        """The first group goes for good, its wishes and its texts."""
        group = next(iter(self.groups(context)), None)
        if group is None:
            return (Tell(context.say("desk-left-none"), Tone.DIM),)
        for wish in group.wishes:
            self._fields.intake.forms.forgotten(context, wish.command)
        for left in self._of(group):
            if left not in self._sent:
                left.forget_wishes()
            left.forget_typed()
        if not group.unread:
            self._aside.pop(group.origin, None)
        if self._memory is not None and group.origin != self._here:
            self._memory.keep_typed(Typed(origin=group.origin))
        count = len(group.wishes) + len(group.texts)
        rest = evolve(context, withheld=without(context.withheld, group))
        told = self._tell(rest, context.say("desk-left-forgotten", count=count))
        return (*(ForgetWish(wish.id) for wish in group.wishes), *told)

    def _enter(self, context: Context, here: Origin) -> Effects:
        """In another history the fields are empty: what stood there is put aside, and stays on the disk."""
        before, memory = self._here, self._memory
        if before == here:
            return NOTHING
        cleared: Effects = NOTHING
        if before is not None:
            self.keep(context)
            typed = self.typed(context)
            if not typed.empty:
                self._aside[before] = typed
            cleared = (*clear(self._fields, context), Select(None), SelectUnit(None))
            self._fields.forget_history()
        self._here = here
        self._asked = set()
        if memory is not None:
            memory.enter(here)
            self._fields.line.remember(memory.line_history())
            if before is None:
                # It stands in the fields, and is kept with this history from now on.
                self.keep(context)
        return cleared

    def _laid_back(self, context: Context, here: Origin) -> Effects:
        """Text of this history, and of none, stands in the fields again: where, in one line."""
        where: list[str] = []
        homeless: list[Typed] = []
        aside = self._aside.pop(here, None)
        found = [] if aside is None else [aside]
        # The newest first: what is older goes before it.
        for left in reversed(self._lefts()):
            if left.typed is not None and left not in self._laid and left.typed.origin in (here, None):
                found.append(left.typed)
                self._laid.append(left)
        before = context.filter
        for typed in found:
            laid = lay_back(self._fields, context, typed, self.wishes(context))
            context = evolve(context, filter=laid.filter)
            where += laid.where
            homeless.append(laid.homeless)
        lines = tuple(line for each in homeless for line in each.lines)
        if lines:
            self._aside[here] = Typed(origin=here, lines=lines)
        self.keep(context)
        filtered: Effects = NOTHING if context.filter == before else (FilterBy(context.filter),)
        words = ", ".join(dict.fromkeys(where))
        if not words:
            return (*filtered, *self._tell(context, ""))
        # What was said before is out of date, read or not.
        told = self._tell(context, context.say("typed-back", where=words))
        return (*filtered, ClearNotice(), *told)

    def _tell(self, context: Context, first: str) -> Effects:
        """One line: what was done, and behind it the first history about which nobody was asked yet."""
        groups = self.groups(context)
        group = next((each for each in groups if (each.origin, each.unread) not in self._asked), None)
        if group is not None:
            self._asked.add((group.origin, group.unread))
            return (Warn(f"{first} {sentence(context, group, self._here)}".strip(), Tone.WARN),)
        return (Tell(first, Tone.GOOD),) if first else NOTHING

    def _lefts(self) -> list[LeftBehind]:
        """Of this address, or of this world at another."""
        memory, here = self._memory, self._here
        if memory is None:
            return []
        return [
            left
            for left in memory.left
            if left.owner is not None
            and not left.empty
            and (left.owner.address == memory.address_mark or _same_world(left.owner.origin, here))
        ]

    def _of(self, group: Group) -> list[LeftBehind]:
        """What the server could not read was made by this run."""
        return [
            left
            for left in ([] if group.unread else self._lefts())
            if any(wish.origin == group.origin for wish in left.wishes)
            or (left.typed is not None and left.typed.origin == group.origin)
        ]


def _same_world(origin: Origin | None, here: Origin | None) -> bool:
    return origin is not None and here is not None and evolve(origin, history=here.history) == here
