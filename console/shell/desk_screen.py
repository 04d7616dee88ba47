"""The one screen: keys go to the desk in the order in which they came, views go to the panels.

No panel has Textual's focus: all keys reach this screen through one queue, so that a key typed right behind
the one that changes the field lands in that field. Repaints at most MOST_A_SECOND times for what comes over
the link, and at once for a key.
"""

from collections.abc import Callable, Mapping, Sequence
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
from console.actions.key_names import key_name
from console.actions.problem import Parsed
from console.chart.piece_work import AGAIN_S, MapWork
from console.chart.window_told import WindowTold
from console.command.typed_before import Past
from console.command.waiting_lines import SHOWN_WAITING_AFTER
from console.desk.desk import Desk
from console.dispatch.advising import Advising
from console.intake.place_questions import AskingPlaces
from console.line.entries import entry_rows
from console.line.words_in_view import lines_in_view
from console.map.cache import PieceCache
from console.memory.run_memory import RunMemory
from console.net.document_queue import Fetching
from console.paint.guard import Guard
from console.paint.palette import Palette
from console.paint.row import BLANK, plain
from console.paint.text import wrap
from console.paint.tone import Tone
from console.part.field import Field
from console.shell.about import Note, about_rows
from console.shell.calm_health import CalmHealth
from console.shell.document_reading import Reading
from console.shell.garbage import Tidy
from console.shell.help import HelpScreen, action_rows, key_rows
from console.shell.layout import PlannedLayout
from console.shell.panels import Panels
from console.shell.typed_keeping import TypedKeeping
from console.store import Store
from console.texts.texts import Texts
from console.texts.trouble import Trouble
from protocol.commands.command import Command
from protocol.model.window import Window
from protocol.session.events import Answered, Event, Moved
from protocol.session.outbox import Wish
from protocol.wire.messages import Fetch, OnLine

MOST_A_SECOND = 10
_EVERYTHING = frozenset({"board", "units", "map", "line", "bars"})
_MOVED = frozenset({"units", "map"})
_BARS = frozenset({"bars"})
_LATER_S = SHOWN_WAITING_AFTER.total_seconds() + 0.05


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
        memory: RunMemory | None = None,
        again: Callable[[Wish], object] = lambda _: None,
        forget: Callable[[int], object] = lambda _: None,
        trouble: Callable[[], Trouble | None] = lambda: None,
        fetch: Callable[[Fetch], object] = lambda _: False,
        map_cache: PieceCache | None = None,
        site: str = "",
        on_line: Callable[[OnLine], object] = lambda _: None,
        notes: Sequence[Note] = (),
        looks_at: Callable[[Window | None], object] = lambda _: None,
    ) -> None:
        super().__init__(id="desk")
        self._notes = notes
        self._store = store
        self._guard = Guard()
        self._wish = wish
        self._again, self._forget = again, forget
        self._on_line = on_line
        self._looks_at, self._window_told = looks_at, WindowTold()
        self._palette = palette
        self.desk = Desk(
            store=store,
            texts=texts,
            catalog=catalog,
            outside=self,
            clock=clock,
            past=past,
            memory=memory,
            trouble=trouble,
        )
        if notes:
            self.desk.parts.notices.tell(
                texts.say("desk-notes", press=key_name(catalog.by_id["help"].key or "")), Tone.WARN
            )
        self._panels = Panels(palette, self.desk)
        self._reading = Reading(self, self.desk, palette, Fetching(store, fetch), self.open_list, site)
        self._advising = Advising(self.desk.parts.dispatch, self.desk.context, store, fetch, shown=self._came)
        self.asking_places = AskingPlaces(
            self.desk.parts.intake.hand,
            self.desk.context,
            store,
            fetch,
            later=self.set_timer,
            shown=self._came,
        )
        self._map_work = MapWork(self.desk.parts.chart, store, fetch, map_cache, shown=self._map_grew)
        self._map_timer: Timer | None = None
        self._planned = PlannedLayout(self._plan)
        self._places: Mapping[str, Region] = {}
        self._stale: set[str] = set()
        self._pending: Timer | None = None
        self._painted_at_s = 0.0
        self.typed_keeping = TypedKeeping(self._keep, later=self.set_timer)
        self._tidy = Tidy(monotonic())
        self._health = CalmHealth(store.health)
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def layout(self) -> Layout:
        """Textual asks how the parts lie."""
        return self._planned

    def compose(self) -> ComposeResult:
        """All parts, of which the plan shows some."""
        yield from self._panels.widgets

    def on_mount(self) -> None:
        """From here on what the store hears is on the screen."""
        self._stop_listening = self._store.listen(self.heard)
        self.set_interval(1.0, self._second)
        self.desk.settle()
        self._paint(_EVERYTHING)

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._stop_listening()
        self.typed_keeping.now()
        self._reading.stop()
        self._map_work.stop()
        self._advising.stop()
        self.asking_places.stop()

    def on_key(self, event: Key) -> None:
        """Every key that no dialog took."""
        self._tidy.key(monotonic())
        self.typed_keeping.soon()
        if not self._guard.runs(f"key {event.key}", lambda: self._key(event)):
            event.stop()
            self._failed()

    def _key(self, event: Key) -> None:
        field = self.desk.stand.field
        if self.desk.press(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._reading.lists_when_typing()
            self.asking_places.look(monotonic())
            self._types(event.key)
            typed = field in (Field.SPEAK, Field.COMMAND, Field.FORM) and field is self.desk.stand.field
            self._paint(_BARS if typed and event.key != "enter" else _EVERYTHING)

    def _failed(self) -> None:
        """A fault of this program, met by a key or an event: said once, and everything else goes on."""
        self.desk.parts.notices.warn(self.desk.say("desk-failed"))
        self._paint(_BARS)

    def on_paste(self, event: Paste) -> None:
        """Text that came in at once."""
        event.stop()
        self.typed_keeping.soon()
        self.desk.paste(event.text)
        self.asking_places.look(monotonic())
        self._paint(_EVERYTHING)

    def heard(self, event: Event) -> None:
        """The store took an event: the desk learns of it now, the eye soon."""
        if not self._guard.runs(f"event {type(event).__name__}", lambda: self.desk.take(event)):
            self._failed()
        if isinstance(event, Answered):
            # What was refused is typed again; a form has its number.
            self.typed_keeping.now()
        self._ticks()
        self._taken()
        self._stale |= _MOVED if isinstance(event, Moved) else _EVERYTHING
        self._map_soon()
        self._soon()

    def show_now(self) -> None:
        """Show everything as it is, without waiting for the next turn."""
        self._paint(_EVERYTHING)

    def perform(self, action: Action) -> None:
        """An action from the palette."""
        self.desk.perform(action)
        self._paint(_EVERYTHING)

    def wish(self, command: Command) -> None:
        """The desk's wish goes to the link; what it was typed in is empty once this key is done."""
        self._wish(command)
        self.call_later(self.typed_keeping.now)
        self.set_timer(_LATER_S, self.show_now)

    def _keep(self) -> None:
        """What is typed goes to the disk; where that fails the typing goes on."""
        self._guard.runs("keeping what is typed", self.desk.keep)

    def again(self, wish: Wish) -> None:
        """A wish that was left goes to the link after all."""
        self._again(wish)

    def forget(self, id: int) -> None:
        """A wish that was withheld does not go."""
        self._forget(id)

    def on_line(self, tick: OnLine) -> None:
        """What we have of a line goes up."""
        self._on_line(tick)

    def emergency_button(self) -> None:
        """The key of one's own emergency, wherever one is."""
        self.desk.button()
        self._to_the_desk()
        self._paint(_EVERYTHING)

    def bell(self) -> None:
        """A sound, once."""
        self.app.bell()

    def open_help(self, action: Action | None) -> None:
        """The keys of where we are, or one action."""
        desk = self.desk
        context = desk.context()
        about = about_rows(self._notes, self.size.width - 2)
        # First what is to be known of this run, where there is such a thing; else the keys.
        rows = [*about, BLANK, *key_rows(context)] if self._notes else [*key_rows(context), *about]
        rows = rows if action is None else action_rows(context, action)
        title = desk.say("desk-help-title", where=desk.say(f"desk-where-{context.panel.value}"))
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
        """Everything that happened with an incident."""
        self._reading.history(number)

    def open_document(self, asked: Parsed) -> None:
        """What a line asks of the server."""
        self._reading.document(asked)

    def open_indicators(self) -> None:
        """The room's figures, kept fresh."""
        self._reading.indicators()

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
        if not self._guard.runs("second", self.desk.second):
            self._failed()
        self._ticks()
        self._map_is_told()
        self._reading.earlier_when_typing(monotonic())
        self.asking_places.look(monotonic())
        self._stale |= _EVERYTHING
        self._soon()

    def _types(self, key: str) -> None:
        """The others on the line may know that one types there."""
        parts, context = self.desk.parts, self.desk.context()
        types = context.field is Field.SPEAK and key != "enter" and not parts.own.on_pair(context)
        line = (context.incident, context.line) if types and context.incident is not None else None
        has_words = line is not None and bool(parts.lines.draft(context).text)
        parts.line_ticks.typed(line if has_words else None, monotonic())
        self._ticks()

    def _ticks(self) -> None:
        """What we have of our lines, told up: at most once a second and only what changed."""
        context, parts = self.desk.context(), self.desk.parts
        taken = parts.emergencies.takes(context)
        seen = lines_in_view(context, self.desk.places(), taken=taken)
        for tick in parts.line_ticks.due(context, seen, monotonic()):
            self.on_line(tick)

    def _map_is_told(self) -> None:
        """What the map shows, when that is news: positions there come first over a thin link."""
        tick = self._window_told.due(self._map_work.in_view(), monotonic())
        if tick is not None:
            self._looks_at(tick.window)

    def _taken(self) -> None:
        """The emergency of a colleague goes over every dialog."""
        if self.desk.parts.emergencies.takes(self.desk.context()):
            self._to_the_desk()

    def _to_the_desk(self) -> None:
        while self.is_attached and len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def _came(self) -> None:
        """Something that was asked for may be on the screen."""
        self._stale |= _EVERYTHING
        self._soon()

    def _map_soon(self) -> None:
        if self._map_timer is None and self.is_running:
            self._map_timer = self.set_timer(AGAIN_S, self._work_on_map)

    def _work_on_map(self) -> None:
        self._map_timer = None
        if self._map_work.work():
            self._map_soon()

    def _map_grew(self) -> None:
        self._stale.add("map")
        if self.is_running:
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
        self._map_soon()
        places = self.desk.places()
        if places != self._places:
            self._places = places
            # Asked of a child: Textual keeps the arrangement of the widget that asks, and drops its parents'.
            self._panels.widgets[0].refresh(repaint=False, layout=True)
            parts = set(_EVERYTHING)
        health = self._health.at(monotonic())
        self._advising.look(state=health.state, round_trip_s=health.round_trip_s)
        self._panels.show(parts, places, health)
