"""The one screen: keys go to the desk in the order in which they came, views go to the panels.

No panel has Textual's focus: all keys reach this screen through one queue, so that a key typed right behind
the one that changes the field lands in that field. Repaints at most MOST_A_SECOND times for what comes over
the link, and at once for a key.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from time import monotonic

from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.geometry import Region
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer

from console.actions.action import Action
from console.actions.catalog import Catalog
from console.chart.piece_work import AGAIN_S, MapWork
from console.chart.window_told import WindowTold
from console.command.typed_before import Past
from console.command.waiting_lines import SHOWN_WAITING_AFTER
from console.desk.desk import Desk
from console.dispatch.advising import Advising
from console.intake.place_questions import AskingPlaces
from console.line.words_in_view import lines_in_view
from console.map.cache import PieceCache
from console.memory.run_memory import RunMemory
from console.net.document_queue import Fetching
from console.paint.guard import Guard
from console.paint.palette import Palette
from console.paint.tone import Tone
from console.part.field import Field
from console.part.reader import Reader
from console.row.lit import Lit
from console.shell.about import Note
from console.shell.calm_health import CalmHealth
from console.shell.document_reading import Reading
from console.shell.garbage import Tidy
from console.shell.help import HelpScreen
from console.shell.layout import PlannedLayout
from console.shell.panels import Panels
from console.shell.repaint import Repaint
from console.shell.screen_outside import ScreenOutside
from console.shell.typed_keeping import TypedKeeping
from console.shell.up_link import UpLink
from console.store import Store
from console.texts.texts import Texts
from protocol.model.line_kind import LineKind
from protocol.session.events import Answered, Event, Moved

_EVERYTHING = frozenset({"board", "units", "map", "line", "bars"})
_MOVED = frozenset({"units", "map"})
_BARS = frozenset({"bars"})
_WALKS = ("up", "down", "pageup", "pagedown", "tab", "shift+tab")
_HEARD_ON = {
    Reader.LINE: LineKind.OPEN,
    Reader.WHISPER: LineKind.OPEN,
    Reader.CALLER: LineKind.CONTACT,
}
_LATER_S = SHOWN_WAITING_AFTER.total_seconds() + 0.05


class DeskScreen(Screen[None]):
    """Shows a Desk."""

    def __init__(
        self,
        *,
        store: Store,
        link: UpLink,
        texts: Texts,
        catalog: Catalog,
        palette: Palette,
        past: Past,
        clock: Callable[[], datetime],
        memory: RunMemory | None = None,
        map_cache: PieceCache | None = None,
        site: str = "",
        notes: Sequence[Note] = (),
    ) -> None:
        super().__init__(id="desk")
        self._store, self._link = store, link
        self._guard = Guard()
        self._window_told = WindowTold()
        outside = ScreenOutside(
            self,
            palette,
            link,
            notes=notes,
            desk=lambda: self.desk,
            reading=lambda: self._reading,
            wished=self._wished,
        )
        self.desk = Desk(
            store=store,
            texts=texts,
            catalog=catalog,
            outside=outside,
            clock=clock,
            past=past,
            memory=memory,
            trouble=link.trouble,
        )
        if notes:
            self.desk.parts.notices.tell(
                texts.say("desk-notes", press=self.desk.context().key_of("help")), Tone.WARN
            )
        self._panels = Panels(palette, self.desk)
        documents = Fetching(store, link.fetch)
        self._reading = Reading(self, self.desk, palette, documents, outside.open_list, site)
        parts, context = self.desk.parts, self.desk.context
        self._advising = Advising(parts.dispatch, context, store, link.fetch, shown=self._came)
        self.asking_places = AskingPlaces(
            parts.intake.hand, context, store, link.fetch, later=self.set_timer, shown=self._came
        )
        self._map_work = MapWork(parts.chart, store, link.fetch, map_cache, shown=self._map_grew)
        self._map_timer: Timer | None = None
        self._planned = PlannedLayout(self._plan)
        self._places: Mapping[str, Region] = {}
        self._repaint = Repaint(self._paint, later=self.set_timer)
        self.typed_keeping = TypedKeeping(self._keep, later=self.set_timer)
        self._tidy = Tidy(monotonic())
        self._lit: Lit | None = None
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
        self.show_now()

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
        if not self._does(f"key {event.key}", lambda: self._key(event)):
            event.stop()

    def _key(self, event: Key) -> None:
        before = self._hand()
        if self.desk.press(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._reading.lists_when_typing()
            self.asking_places.look(monotonic())
            self._types()
            self._light()
            types = before == self._hand() and before[1] and event.key not in ("enter", *_WALKS)
            self._repaint.now(_BARS if types else _EVERYTHING)

    def _hand(self) -> tuple[Field | None, bool]:
        """What has the keys, and whether anything was typed there: while both stay only the bars change."""
        desk = self.desk
        context = desk.context()
        words = bool(desk.parts.row.edit(context).text) and desk.parts.row.lit is None
        return context.field, context.field in (Field.COMMAND, Field.FORM) or (
            context.field is None and words
        )

    def _light(self) -> None:
        """A digit that is lit acts after a while, unless a key comes before."""
        lit = self.desk.parts.row.lit
        if lit is not None and lit is not self._lit:
            self.set_timer(lit.lasts_s, partial(self._light_over, lit))
        self._lit = lit

    def _light_over(self, lit: Lit) -> None:
        self._does("lit digit", lambda: self.desk.light_over(lit))
        self._ticks()
        self.show_now()

    def _does(self, place: str, deed: Callable[[], object]) -> bool:
        """The one way from outside to the desk: a fault of this program is said, and everything goes on."""
        if self._guard.runs(place, deed):
            return True
        self.desk.parts.notices.warn(self.desk.say("desk-failed"))
        self._repaint.now(_BARS)
        return False

    def on_paste(self, event: Paste) -> None:
        """Text that came in at once."""
        event.stop()
        self.typed_keeping.soon()
        self._does("paste", lambda: self.desk.paste(event.text))
        self.asking_places.look(monotonic())
        self.show_now()

    def heard(self, event: Event) -> None:
        """The store took an event: the desk learns of it now, the eye soon."""
        self._does(f"event {type(event).__name__}", lambda: self.desk.take(event))
        if isinstance(event, Answered):
            # What was refused is typed again; a form has its number.
            self.typed_keeping.now()
        self._ticks()
        self._banner_is_seen()
        self._map_soon()
        self._repaint.soon(_MOVED if isinstance(event, Moved) else _EVERYTHING)

    def show_now(self) -> None:
        """Show everything as it is, without waiting for the next turn."""
        self._repaint.now(_EVERYTHING)

    def perform(self, action: Action) -> None:
        """An action from the palette."""
        self._does(f"action {action.id}", lambda: self.desk.perform(action))
        self.show_now()

    def emergency_button(self) -> None:
        """The key of one's own emergency, wherever one is."""
        self._does("emergency button", self.desk.button)
        self._to_the_desk()
        self.show_now()

    def _wished(self) -> None:
        """A wish has gone; what it was typed in is empty once this key is done."""
        self.call_later(self.typed_keeping.now)
        self.set_timer(_LATER_S, self.show_now)

    def _keep(self) -> None:
        """What is typed goes to the disk; where that fails the typing goes on."""
        self._guard.runs("keeping what is typed", self.desk.keep)

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
        self._does("second", self.desk.second)
        self._ticks()
        self._map_is_told()
        self._reading.earlier_when_typing(monotonic())
        self.asking_places.look(monotonic())
        self._repaint.soon(_EVERYTHING)

    def _types(self) -> None:
        """The others on the line may know that one types there."""
        parts, context = self.desk.parts, self.desk.context()
        kind = _HEARD_ON.get(context.reader)
        has_words = context.field is None and bool(parts.row.edit(context).text)
        line = None if kind is None or context.incident is None else (context.incident, kind)
        parts.line_ticks.typed(line if has_words else None, monotonic())
        self._ticks()

    def _ticks(self) -> None:
        self._guard.runs("ticks of the lines", self._tell_up)

    def _tell_up(self) -> None:
        """What we have of our lines, told up: at most once a second and only what changed."""
        context, parts = self.desk.context(), self.desk.parts
        seen = lines_in_view(context, self._places)
        parts.unread.look(context, seen)
        for tick in parts.line_ticks.due(context, seen, monotonic()):
            self._link.on_line(tick)
        for here in self.desk.presence_told.due(parts, context, monotonic()):
            self._link.present(here)

    def _map_is_told(self) -> None:
        """What the map shows, when that is news: positions there come first over a thin link."""
        tick = self._window_told.due(self._map_work.in_view(), monotonic())
        if tick is not None:
            self._link.looks_at(tick.window)

    def _banner_is_seen(self) -> None:
        """No list hides the emergency of a colleague; where one types in a dialog, typing goes on."""
        if self.desk.parts.emergencies.asks(self.desk.context()):
            while self.is_attached and isinstance(self.app.screen, HelpScreen):
                self.app.pop_screen()

    def _to_the_desk(self) -> None:
        while self.is_attached and len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def _came(self) -> None:
        """Something that was asked for may be on the screen."""
        self._repaint.soon(_EVERYTHING)

    def _map_soon(self) -> None:
        if self._map_timer is None and self.is_running:
            self._map_timer = self.set_timer(AGAIN_S, self._work_on_map)

    def _work_on_map(self) -> None:
        self._map_timer = None
        if self._map_work.work():
            self._map_soon()

    def _map_grew(self) -> None:
        if self.is_running:
            self._repaint.soon({"map"})

    def _paint(self, parts: set[str]) -> None:
        """Show these parts as they are now; what is equal to before is not painted."""
        self._map_soon()
        self._guard.runs("picture", lambda: self._shown(parts))

    def _shown(self, parts: set[str]) -> None:
        places = self.desk.places()
        if places != self._places:
            self._places = places
            # Asked of a child: Textual keeps the arrangement of the widget that asks, and drops its parents'.
            self._panels.widgets[0].refresh(repaint=False, layout=True)
            parts = set(_EVERYTHING)
        health = self._health.at(monotonic())
        self._advising.look(state=health.state, round_trip_s=health.round_trip_s)
        self._panels.show(parts, places, health)
