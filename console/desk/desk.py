"""The desk: one person's parts together. Who gets a key first, and what becomes of what the parts want done.

Keys and events come in, one at a time and in order; parts look at a context and return effects; only the desk
applies them. Wishes go out through `outside`. No Textual, no colours; draws nothing.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from attrs import evolve
from textual.geometry import Region

from console.actions.action import Action
from console.actions.catalog import Catalog
from console.board.filtering import listing
from console.board.order import kept
from console.command.typed_before import Past
from console.desk.answers import answered
from console.desk.applying import apply_effect
from console.desk.deed_done import act
from console.desk.field_keys import paste_in_field, press_in_field
from console.desk.outside import Outside
from console.desk.panel_keys import press_in_panel
from console.desk.parts import Parts
from console.desk.perform import perform
from console.desk.presence_told import PresenceTold
from console.desk.row_keys import press_in_row
from console.desk.stand import Stand
from console.emergency.view import banner_rows
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.memory.run_memory import RunMemory
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import Effects, PassOn
from console.part.site_cards import Cards
from console.plan.places import places_of
from console.row.lit import Lit
from console.row.reader import usual_reader
from console.store import Store
from console.texts.texts import Texts
from console.texts.trouble import Trouble
from protocol.commands.command import Command
from protocol.session.events import Answered, Changed, Event, Moved, StateChanged, StillDrifted, Stranded


class Desk:
    """One person's place at one screen."""

    def __init__(
        self,
        *,
        store: Store,
        texts: Texts,
        catalog: Catalog,
        outside: Outside,
        clock: Callable[[], datetime],
        past: Past,
        memory: RunMemory | None = None,
        trouble: Callable[[], Trouble | None] = lambda: None,
    ) -> None:
        """`memory` keeps what is typed on the disk; `trouble` tells why there is no link when asked."""
        self.store = store
        self.texts = texts
        self.catalog = catalog
        self.outside = outside
        self.clock = clock
        self.trouble = trouble
        self.stand = Stand()
        self.parts = Parts(past, memory)
        self.classes: Classifications = NONE_KNOWN
        """The site's classifications; none before they have come."""

        self.cards: Cards = {}
        self.presence_told = PresenceTold()
        self._numbers: list[int] = []
        self.apply(self.parts.leftovers.begin(self.context()))
        # What stands on a board that is here already asks, and does not sound.
        self.apply(self.parts.alarms.second(self.context()))

    def context(self) -> Context:
        """What a part may look at now."""
        store, stand, parts = self.store, self.stand, self.parts
        middle = parts.chart.viewport
        context = Context(
            board=store.board,
            fixes=store.fixes,
            waiting=store.waiting,
            unsent=store.unsent,
            present=store.present,
            withheld=store.withheld,
            welcome=store.welcome,
            complete=store.complete,
            link_state=store.link_state,
            now=store.now(now := self.clock()),
            own_now=now,
            texts=self.texts,
            catalog=self.catalog,
            panel=stand.panel,
            field=stand.field,
            incident=stand.incident,
            unit=stand.unit,
            entry=stand.entry,
            read=stand.read,
            guarding=parts.melding.guarding,
            nearest_first=stand.nearest_first,
            show_closed=stand.show_closed,
            filter=stand.filter,
            classes=self.classes,
            cards=self.cards,
            places=parts.intake.hand.known,
            notice=parts.notices.now,
            alarmed=parts.alarms.has_row(store.waiting),
            unseen=parts.alarms.unseen,
            map_middle=None if middle is None else middle.centre,
            list_shown=parts.dispatch.recommending.shown,
            toward=parts.own.toward,
        )
        row, number = parts.row, context.incident
        usual = usual_reader(context, on_pair=parts.own.on_pair(context))
        chosen = row.readers.chosen(number)
        typing = stand.field is not None or row.holds(context)
        context = evolve(context, reader=chosen or usual, typing=typing)
        line = parts.lines.shown(context, chosen)
        return context if line is context.line else evolve(context, line=line)

    def places(self) -> Mapping[str, Region]:
        """Which part of the screen each panel has now."""
        context = self.context()
        parts = self.parts
        places = places_of(
            parts.own,
            context,
            self.stand.size,
            melding=parts.melding.shown,
            emergency=banner_rows(parts.emergencies.view(context), self.stand.size[1]),
            deeds=parts.row.deeds is not None,
        )
        map_place = places.get("map")
        self.parts.chart.size = None if map_place is None else (map_place.width, map_place.height - 1)
        return places

    def take(self, event: Event) -> None:
        """Something came over the link; the store knows it already."""
        parts = self.parts
        self.apply(parts.back.take(self.context(), event, parts.line_ticks.rows))
        self.apply(parts.leftovers.take(self.context(), event))
        parts.progress.take(event)
        self.presence_told.take(event)
        parts.line_ticks.take(event)
        self.apply(parts.emergencies.take(self.context(), event))
        self.apply(parts.own.take(self.context(), event))
        self.apply(parts.alarms.take(self.context(), event))
        match event:
            case Moved(fixes=fixes):
                parts.chart.take(fixes)
                return
            case Changed(change=change) if self.store.complete:
                parts.dispatch.choosing.take(self.context(), change)
            case Answered():
                parts.row.take(self.context(), event)
                self.apply(answered(parts.melding, self.context(), event))
                parts.intake.forms.take(self.context(), event)
                self.apply(parts.calls.take(self.context(), event))
                self.apply(parts.intake.forms.after(self.context(), event))
            case Stranded():
                self.apply(parts.calls.stranded(self.context(), event))
            case StateChanged(state=state):
                self.apply(parts.cuts.take(self.context(), state))
            case StillDrifted():
                parts.notices.warn(self.say("desk-still-drifted"))
            case _:
                pass
        self.apply(parts.lines.take(self.context(), event))
        self.apply(parts.intake.forms.send(self.context()))
        self.settle()

    def second(self) -> None:
        """Time went on: what presses since a moment ago rings, once; what the disk refused is tried again."""
        context = self.context()
        self.parts.back.second()
        self.parts.leftovers.second(context)
        self.apply(self.parts.emergencies.second(context))
        self.apply(self.parts.alarms.second(context))

    def press(self, key: str, character: str | None) -> bool:
        """A key, as Textual names it. False when it means nothing here."""
        try:
            return self._pressed(key, character)
        finally:
            if self.stand.incident is None:
                self.settle()
            self.apply(self.parts.own.settle(self.context()))

    def _pressed(self, key: str, character: str | None) -> bool:
        """Emergency, field or row, function keys, what a part closes, the panel: the first that knows it."""
        parts = self.parts
        parts.back.begin_deed()
        parts.stillness.pressed(self.clock())
        if self._give(parts.emergencies.press(self.context(), key)):
            return True
        if self._give(parts.alarms.press(self.context(), key)):
            return True
        parts.notices.key_pressed()
        context = self.context()
        if key == "ctrl+c":
            parts.notices.tell(context.say("desk-how-to-quit", press=context.key_of("quit")), Tone.WARN)
            return True
        taken = (
            press_in_row(parts, context, key, character)
            if context.field is None
            else press_in_field(parts, context, context.field, key, character)
        )
        if self._give(taken) or self._give(parts.own.press(self.context(), key)):
            return True
        action = self.catalog.by_key(self.stand.panel).get(key)
        if action is not None:
            parts.row.put_out()
            self.perform(action)
            return True
        context = self.context()
        return self._give(parts.dispatch.press(context, key)) or self._give(
            press_in_panel(parts, context, self._rows_of, key)
        )

    def light_over(self, lit: Lit) -> None:
        """The time of a lit digit is over: it acts, unless a key came meanwhile."""
        if self.parts.row.lit is lit:
            self.parts.row.put_out()
            self.apply(act(self.parts, self.context(), lit))

    def paste(self, text: str) -> None:
        """Text came in at once."""
        self.parts.stillness.pressed(self.clock())
        self.apply(paste_in_field(self.parts, self.context(), text))

    def button(self) -> None:
        """The key of one's own emergency."""
        self.parts.back.begin_deed()
        self.apply(self.parts.emergencies.button(self.context()))

    def perform(self, action: Action) -> None:
        """By key or from the palette."""
        self.parts.back.begin_deed()
        self.apply(perform(self.parts, self.context(), action))

    def perform_id(self, id: str) -> None:
        """What the action of this id does."""
        self.perform(self.catalog.by_id[id])

    def keep(self) -> None:
        """What is typed goes to the disk."""
        self.parts.leftovers.keep(self.context())

    def resize(self, width: int, height: int) -> None:
        """The screen has another size."""
        self.stand.size = (width, height)

    def use_texts(self, texts: Texts) -> None:
        """Another language from now on."""
        self.texts = texts

    def say(self, key: str, **args: Any) -> str:
        """The sentence in the language of the moment."""
        return self.texts.say(key, **args)

    def select(self, number: int | None) -> None:
        """Look at this incident."""
        if number != self.stand.incident:
            self.stand.incident, self.stand.entry, self.parts.melding.top = number, None, 0
            self.parts.row.readers.looks_at(number)

    def settle(self) -> None:
        """Selections follow what became of what they point at."""
        board, stand = self.store.board, self.stand
        numbers = [incident.number for incident in listing(self.context())]
        gone = stand.incident is not None and stand.incident not in board.incidents
        # Words that were typed for no melding are never moved under one.
        free = stand.incident is None and not self.parts.row.holds(self.context())
        if (gone and not self.parts.calls.waits(stand.incident)) or free:
            self.select(kept(stand.incident, self._numbers, numbers))
        self._numbers = numbers
        if stand.unit is not None and stand.unit not in board.units:
            stand.unit = None
        self.apply(self.parts.own.settle(self.context()))

    def apply(self, effects: Effects) -> None:
        """Do what a part wants done, in its order."""
        for effect in effects:
            apply_effect(self, effect)

    def _give(self, effects: Effects | None) -> bool:
        """Apply what came of a key. False when the part had nothing to do with it, or passes it on."""
        if effects is None:
            return False
        self.apply(effects)
        return not any(isinstance(effect, PassOn) for effect in effects)

    def _rows_of(self, name: str) -> int | None:
        place = self.places().get(name)
        return None if place is None else place.height

    def send(self, command: Command) -> None:
        """A wish goes into the outbox, where it stays until it is answered."""
        self.parts.dispatch.choosing.sent(self.context(), command)
        self.apply(self.parts.lines.sent(self.context(), command))
        id = self.outside.wish(command)
        self.parts.back.sent(self.context(), id, command)
        self.apply(self.parts.calls.sent(self.context(), command, id))
