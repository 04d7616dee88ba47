"""The one screen: keys go to the desk in the order in which they came, views go to the panels.

No panel has Textual's focus: all keys reach this screen through one queue, so that a key typed right behind
the one that changes the field lands in that field. Repaints at most MOST_A_SECOND times for what comes over
the link, and at once for a key.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain, repeat
from time import monotonic

from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.geometry import Region
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer

from console.actions.action import Action
from console.actions.catalog import Catalog
from console.documents import name_of, shown
from console.grammar.classifications import classifications_in
from console.grammar.problem import Parsed
from console.harmless import harmless
from console.past_of import Document, rows_of
from console.screens import views
from console.screens.calm_health import CalmHealth
from console.screens.cards import cards_in
from console.screens.desk import Desk
from console.screens.fetching import Fetching
from console.screens.fields import Field
from console.screens.help import HelpScreen, action_rows, key_rows
from console.screens.layout import PlannedLayout
from console.screens.leftovers import Leftovers
from console.screens.parts import Parts
from console.screens.past import Past
from console.screens.tidy import Tidy
from console.screens.typing import paste_in_field
from console.store import Store
from console.styles.palette import Palette
from console.texts.texts import Texts
from console.told import told
from console.trouble import Trouble
from console.widgets.figures.view import indicator_rows
from console.widgets.line.entries import entry_rows
from console.widgets.paint.row import plain
from console.widgets.paint.text import wrap
from console.widgets.paint.tone import Tone
from protocol.commands import Command
from protocol.session.events import Event, Moved
from protocol.wire.messages import Fetch

MOST_A_SECOND = 10
INDICATORS_EVERY_S = 30.0
_EVERYTHING = frozenset({"board", "units", "map", "line", "bars"})
_MOVED = frozenset({"units", "map"})
_BARS = frozenset({"bars"})
_LATER_S = views.SHOWN_WAITING_AFTER.total_seconds() + 0.05


class DeskScreen(Screen[None]):
    """Shows a Desk."""

    def __init__(
        self,
        *,
        store: Store,
        wish: Callable[[Command], object],
        texts: Texts,
        catalog: Catalog,
        palette: Palette,
        past: Past,
        clock: Callable[[], datetime],
        leftovers: Leftovers | None = None,
        trouble: Callable[[], Trouble | None] = lambda: None,
        fetch: Callable[[Fetch], object] = lambda _: False,
    ) -> None:
        super().__init__(id="desk")
        self._store = store
        self._wish = wish
        self._palette = palette
        self._fetching = Fetching(store, fetch)
        self.desk = Desk(
            store=store,
            texts=texts,
            catalog=catalog,
            beyond=self,
            clock=clock,
            past=past,
            leftovers=leftovers,
            trouble=trouble,
        )
        self._parts = Parts(palette, self.desk)
        self._planned = PlannedLayout(self._plan)
        self._places: Mapping[str, Region] = {}
        self._asked_lists = False
        self._stale: set[str] = set()
        self._pending: Timer | None = None
        self._painted_at_s = 0.0
        self._tidy = Tidy(monotonic())
        self._health = CalmHealth(store.health)
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def layout(self) -> Layout:
        """Textual asks how the parts lie."""
        return self._planned

    def compose(self) -> ComposeResult:
        """All parts, of which the plan shows some."""
        yield from self._parts.widgets

    def on_mount(self) -> None:
        """From here on what the store hears is on the screen."""
        self._stop_listening = self._store.listen(self.heard)
        self.set_interval(1.0, self._second)
        self.desk.settle()
        self._paint(_EVERYTHING)

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._stop_listening()
        self._fetching.stop()

    def on_key(self, event: Key) -> None:
        """Every key that no dialog took."""
        field = self.desk.field
        self._tidy.key(monotonic())
        if self.desk.press(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._ask_lists()
            typed = field in (Field.SPEAK, Field.COMMAND, Field.FORM) and field is self.desk.field
            self._paint(_BARS if typed and event.key != "enter" else _EVERYTHING)

    def on_paste(self, event: Paste) -> None:
        """Text that came in at once."""
        event.stop()
        paste_in_field(self.desk, event.text)
        self._paint(_EVERYTHING)

    def heard(self, event: Event) -> None:
        """The store took an event: the desk learns of it now, the eye soon."""
        self.desk.take(event)
        self._stale |= _MOVED if isinstance(event, Moved) else _EVERYTHING
        self._soon()

    def show_now(self) -> None:
        """Show everything as it is, without waiting for the next turn."""
        self._paint(_EVERYTHING)

    def perform(self, action: Action) -> None:
        """An action from the palette."""
        self.desk.perform(action)
        self._paint(_EVERYTHING)

    def wish(self, command: Command) -> None:
        """The desk's wish goes to the link."""
        self._wish(command)
        self.set_timer(_LATER_S, self.show_now)

    def bell(self) -> None:
        """A sound, once."""
        self.app.bell()

    def open_help(self, action: Action | None) -> None:
        """The keys of where we are, or one action."""
        desk = self.desk
        rows = key_rows(desk) if action is None else action_rows(desk, action)
        title = desk.say("desk-help-title", where=desk.say(f"desk-where-{desk.panel.value}"))
        self.app.push_screen(HelpScreen(self._palette, title, rows, desk.say("desk-help-close")))

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """Lines over the screen."""
        width = self.size.width - 4
        rows = [
            plain(f"{' ' if first else '   '}{part}")
            for line in lines
            for first, part in zip(chain([True], repeat(False)), wrap(line, width), strict=False)
        ]
        self.app.push_screen(HelpScreen(self._palette, title, rows, self.desk.say("desk-help-close")))

    def open_history(self, number: int) -> None:
        """Ask for it; what comes in is shown when it is whole."""
        self.desk.notices.tell(self.desk.say("desk-history-coming", number=number))
        self._fetching.history(number, lambda document: self._show_history(number, document))

    def _show_history(self, number: int, document: Document) -> None:
        desk = self.desk
        desk.notices.clear()
        if document.refusal is not None:
            desk.notices.warn(desk.texts.refusal(document.refusal))
            return
        lines = [told(row, desk.store.board, desk.texts) for row in rows_of(bytes(document.content))]
        self.open_list(desk.say("desk-history-title", number=number), [harmless(line) for line in lines])

    def open_document(self, asked: Parsed) -> None:
        """Ask for it; what comes in is shown when it is whole."""
        name = name_of(asked)
        title = self.desk.say(f"action-{asked.action.id}")
        if name is None:
            return
        self.desk.notices.tell(self.desk.say("desk-document-coming", what=title))

        def came(document: Document) -> None:
            desk = self.desk
            desk.notices.clear()
            if document.refusal is not None:
                desk.notices.warn(desk.texts.refusal(document.refusal))
                return
            found = shown(asked, bytes(document.content), desk.store.board, desk.texts)
            self.open_list(title, [harmless(line) for _, text in found for line in text.splitlines()])

        self._fetching.ask(name, came)

    def open_indicators(self) -> None:
        """Over the screen; asked anew every INDICATORS_EVERY_S while they are figures_screen."""
        say = self.desk.say
        coming = [plain(f" {say('indicators-coming')}", Tone.DIM)]
        figures_screen = HelpScreen(self._palette, say("indicators-title"), coming, say("desk-help-close"))

        def came(document: Document) -> None:
            if not figures_screen.is_attached:
                return
            if document.refusal is not None:
                figures_screen.show_rows([plain(f" {self.desk.texts.refusal(document.refusal)}", Tone.WARN)])
                return
            with suppress(ValueError):
                figures = json.loads(bytes(document.content))
                if isinstance(figures, dict):
                    figures_screen.show_rows(indicator_rows(figures, say))

        def ask() -> None:
            self._fetching.ask("indicators", came)

        self.app.push_screen(figures_screen)
        ask()

        def again() -> None:
            if figures_screen.is_attached:
                ask()
            else:
                timer.stop()

        timer: Timer = self.set_interval(INDICATORS_EVERY_S, again)

    def _ask_lists(self) -> None:
        """The site's classifications and cards, once, when somebody first types something they are for."""
        if self._asked_lists or self.desk.field not in (Field.COMMAND, Field.FORM):
            return
        self._asked_lists = True

        def classes(document: Document) -> None:
            if document.refusal is None:
                self.desk.classes = classifications_in(bytes(document.content))

        def cards(document: Document) -> None:
            if document.refusal is None:
                self.desk.cards = cards_in(bytes(document.content))

        self._fetching.ask("classifications", classes)
        self._fetching.ask("cards", cards)

    def open_palette(self) -> None:
        """Search in everything that can be done."""
        self.app.action_command_palette()

    def speak_language(self, language: str) -> None:
        """Every word in this language from now on."""
        entry_rows.cache_clear()
        self.desk.use_texts(Texts(language))

    def quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def _plan(self, width: int, height: int) -> Mapping[str, Region]:
        """The plan for this size; Textual asks when it lays out."""
        self.desk.resize(width, height)
        self._places = self.desk.places()
        return self._places

    def on_resize(self) -> None:
        """Another size, another plan: what is shown may have changed."""
        self.call_after_refresh(self.show_now)

    def _second(self) -> None:
        """Ages and the link's health go on without events."""
        self._tidy.second(monotonic())
        self.desk.second()
        self._stale |= _EVERYTHING
        self._soon()

    def _soon(self) -> None:
        if self._pending is not None:
            return
        wait_s = self._painted_at_s + 1 / MOST_A_SECOND - monotonic()
        if wait_s <= 0:
            self._paint(self._stale)
        else:
            self._pending = self.set_timer(wait_s, self._paint_stale)

    def _paint_stale(self) -> None:
        self._pending = None
        self._paint(self._stale)

    def _paint(self, parts: frozenset[str] | set[str]) -> None:
        """Show these parts as they are now; what is equal to before is not painted."""
        parts = set(parts)
        self._painted_at_s = monotonic()
        self._stale -= parts
        places = self.desk.places()
        if places != self._places:
            self._places = places
            # Asked of a child: Textual keeps the arrangement of the widget that asks, and drops its parents'.
            self._parts.widgets[0].refresh(repaint=False, layout=True)
            parts = set(_EVERYTHING)
        self._parts.show(parts, places, self._health.at(monotonic()))
