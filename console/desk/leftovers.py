"""What was not made here and now: unanswered wishes and typed text of an earlier run, or of another history.

Part of the desk. Of the history where one is, text comes back to its fields and wishes are offered; of any
other, both are shown, and can be forgotten. Between live and exercise nothing is ever sent. Nothing goes
without a person's word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from console.desk.typed_now import clear, lay_back, typed_now
from console.memory.left_behind import LeftBehind
from console.memory.run_memory import RunMemory
from console.memory.typed import Typed
from console.paint.tone import Tone
from protocol.session.events import Event, LinkState, StateChanged, Welcomed
from protocol.session.origin import Fit, Origin, fit, origin_of
from protocol.session.outbox import Wish

if TYPE_CHECKING:
    from console.desk.desk import Desk

_ORDER = (Fit.HERE, Fit.UNPLACED, Fit.ANOTHER_HISTORY, Fit.ANOTHER_KIND)


@frozen(kw_only=True)
class Group:
    """What is left of one history."""

    origin: Origin | None
    fit: Fit | None
    """How it stands to where one is; None as long as nobody knows where that is."""

    wishes: tuple[Wish, ...]
    """Oldest first."""

    texts: tuple[str, ...]
    """What was typed and not sent."""


class Leftovers:
    """Holds what was left, and asks about each history once."""

    def __init__(self, desk: Desk, memory: RunMemory | None = None) -> None:
        """Without a memory nothing outlives this run, and nothing of an earlier one is there."""
        self._desk = desk
        self._memory = memory
        self._here: Origin | None = None
        self._aside: dict[Origin | None, Typed] = {}
        """What was typed in this run in another history, or for what is not on the board."""

        self._laid: list[LeftBehind] = []
        """Whose text stands in the fields, and is not yet forgotten where it came from."""

        self._asked: set[Origin | None] = set()

    @property
    def here(self) -> Origin | None:
        """The history of the last welcome."""
        return self._here

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All that wait for a person's word, oldest first."""
        return tuple(wish for group in self.groups() for wish in group.wishes)

    def typed(self) -> Typed:
        """Everything typed and not sent in this history, also what has no field to stand in."""
        now, homeless = typed_now(self._desk, self._here), self._aside.get(self._here)
        return now if homeless is None else evolve(now, lines=(*now.lines, *homeless.lines))

    def keep(self) -> None:
        """What is typed goes to the disk; and once it is there, it goes from where it lay before."""
        memory = self._memory
        if memory is None:
            return
        memory.keep_typed(self.typed())
        if memory.trouble is None:
            for left in self._laid:
                left.forget_typed()
            self._laid = []

    def begin(self) -> None:
        """The desk is there: say what is left, for a welcome may be long in coming."""
        welcome = self._desk.store.welcome
        if welcome is not None:
            self._enter(origin_of(welcome))
        self._tell("")

    def take(self, event: Event) -> None:
        """The store knows it already. At a welcome before anything else of the desk hears of it."""
        match event:
            case Welcomed(welcome=welcome):
                self._enter(origin_of(welcome))
            case StateChanged(state=LinkState.LIVE) if self._here is not None:
                where = ", ".join(self._laid_back(self._here))
                if where:
                    # What was said before is out of date, read or not.
                    self._desk.notices.clear()
                self._tell(self._desk.say("typed-back", where=where) if where else "")
            case _:
                pass

    def groups(self) -> tuple[Group, ...]:
        """What is left, by the history it is of: what concerns this one first."""
        wishes: dict[Origin | None, list[Wish]] = {}
        texts: dict[Origin | None, list[str]] = {}
        for left in self._lefts():
            for wish in left.wishes:
                wishes.setdefault(wish.origin, []).append(wish)
            if left.typed is not None and left not in self._laid:
                texts.setdefault(left.typed.origin, []).extend(left.typed.texts)
        for wish in self._desk.store.withheld:
            wishes.setdefault(wish.origin, []).append(wish)
        for origin, typed in self._aside.items():
            texts.setdefault(origin, []).extend(typed.texts)
        found = [
            Group(
                origin=origin,
                fit=None if self._here is None else fit(origin, self._here),
                wishes=tuple(sorted(wishes.get(origin, ()), key=lambda wish: wish.made_at)),
                texts=tuple(texts.get(origin, ())),
            )
            for origin in dict.fromkeys((*wishes, *texts))
            if wishes.get(origin) or texts.get(origin)
        ]
        return tuple(sorted(found, key=lambda group: _ORDER.index(group.fit) if group.fit else 0))

    def send(self) -> None:
        """The wishes of the first group go, under their own ids; or it is said why not."""
        desk, group = self._desk, next((each for each in self.groups() if each.wishes), None)
        if group is None:
            desk.notices.tell(desk.say("desk-left-none"), Tone.DIM)
        elif group.fit is None:
            desk.notices.warn(desk.say("left-not-yet"), Tone.WARN)
        elif not group.fit.may_be_sent:
            desk.notices.warn(self._sentence(group), Tone.WARN)
        else:
            for wish in group.wishes:
                desk.beyond.again(wish)
            for left in self._of(group):
                left.forget_wishes()
            self._tell(desk.say("desk-left-sent", count=len(group.wishes)))

    def forget(self) -> None:
        """The first group goes for good, its wishes and its texts."""
        desk, group = self._desk, next(iter(self.groups()), None)
        if group is None:
            desk.notices.tell(desk.say("desk-left-none"), Tone.DIM)
            return
        for wish in group.wishes:
            desk.beyond.forget(wish.id)
            desk.forms.forgotten(wish.command)
        for left in self._of(group):
            left.forget_wishes()
            left.forget_typed()
        self._aside.pop(group.origin, None)
        if self._memory is not None and group.origin != self._here:
            self._memory.keep_typed(Typed(origin=group.origin))
        count = len(group.wishes) + len(group.texts)
        self._tell(desk.say("desk-left-forgotten", count=count))

    def _enter(self, here: Origin) -> None:
        """In another history the fields are empty: what stood there is put aside, and stays on the disk."""
        before, memory = self._here, self._memory
        if before == here:
            return
        if before is not None:
            self.keep()
            typed = self.typed()
            if not typed.empty:
                self._aside[before] = typed
            clear(self._desk)
        self._here = here
        self._asked = set()
        if memory is not None:
            memory.enter(here)
            self._desk.line.remember(memory.line_history())
            if before is None:
                # It stands in the fields, and is kept with this history from now on.
                self.keep()
                if memory.trouble is None:
                    memory.keep_typed(Typed())

    def _laid_back(self, here: Origin) -> tuple[str, ...]:
        """Text of this history, and of none, stands in the fields again: where, in words."""
        where: list[str] = []
        homeless: list[Typed] = []
        aside = self._aside.pop(here, None)
        found = [] if aside is None else [aside]
        # The newest first: what is older goes before it.
        for left in reversed(self._lefts()):
            if left.typed is not None and left not in self._laid and left.typed.origin in (here, None):
                found.append(left.typed)
                self._laid.append(left)
        for typed in found:
            laid = lay_back(self._desk, typed)
            where += laid.where
            homeless.append(laid.homeless)
        lines = tuple(line for each in homeless for line in each.lines)
        if lines:
            self._aside[here] = Typed(origin=here, lines=lines)
        self.keep()
        return tuple(dict.fromkeys(where))

    def _tell(self, first: str) -> None:
        """One line: what was done, and behind it the first history about which nobody was asked yet."""
        group = next((each for each in self.groups() if each.origin not in self._asked), None)
        if group is not None:
            self._asked.add(group.origin)
            self._desk.notices.warn(f"{first} {self._sentence(group)}".strip(), Tone.WARN)
        elif first:
            self._desk.notices.tell(first, Tone.GOOD)

    def _sentence(self, group: Group) -> str:
        """What there is of it, and what can be done about it."""
        desk = self._desk
        by_id, language = desk.catalog.by_id, desk.texts.language
        verbs = {
            name: by_id[action].verb_in(language)
            for name, action in (("send", "send-left"), ("forget", "discard-left"), ("list", "waiting"))
        }
        sends = bool(group.wishes) and group.fit is not None and group.fit.may_be_sent
        what = desk.say("left-what", wishes=len(group.wishes), texts=len(group.texts))
        done = desk.say("left-choice-send" if sends else "left-choice", **verbs)
        return desk.say("left-line", what=what, of=self.name_of(group), choice=done)

    def name_of(self, group: Group) -> str:
        """Whose it is, in words."""
        desk, origin = self._desk, group.origin
        if group.fit is Fit.HERE:
            return desk.say("left-of-here")
        if origin is None:
            return desk.say("left-of-none")
        key = "left-of-exercise" if origin.exercise else "left-of-live"
        if self._here is not None and origin == evolve(self._here, history=origin.history):
            key = "left-of-earlier"
        return desk.say(key, world=origin.world)

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
        return [
            left
            for left in self._lefts()
            if any(wish.origin == group.origin for wish in left.wishes)
            or (left.typed is not None and left.typed.origin == group.origin)
        ]


def _same_world(origin: Origin | None, here: Origin | None) -> bool:
    return origin is not None and here is not None and evolve(origin, history=here.history) == here
