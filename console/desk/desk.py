"""The desk: where one stands, what is selected, what is being typed. No Textual, no colours.

Keys and events come in, one at a time and in order; wishes go out through `beyond`. What the panels show is
made from the desk by `views`. Nothing typed is lost: the command line, the filter and a draft for each
incident keep their text whatever else happens.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from textual.geometry import Region

from console.actions.action import Action, Selection, Where
from console.actions.catalog import Catalog
from console.actions.key_names import key_name
from console.alarm.alarms import Alarms
from console.alarm.rings import Rings
from console.board.order import kept, listed
from console.board.pressing import TERMS
from console.chart.chart import Chart, Target
from console.chart.markers import Marker
from console.command.command_line import CommandLine
from console.command.typed_before import Past
from console.desk import perform as doing
from console.desk.answers import Answers
from console.desk.field_keys import press_in_field
from console.desk.leftovers import Leftovers
from console.desk.link_cut import Cuts
from console.desk.panel_keys import press_in_panel
from console.desk.progress import Progress
from console.dispatch.dispatching import Dispatching
from console.emergency.emergencies import Emergencies
from console.field.edit import Edit
from console.grammar.classifications import NONE_KNOWN
from console.intake.forms import Forms
from console.intake.place_typed import PlacesAtHand
from console.intake.question_cards import Cards
from console.line.drafts import Drafts
from console.line.line_ticks import LineTicks
from console.line.lines import Lines
from console.line.view import entries_of
from console.memory.run_memory import RunMemory
from console.net.trouble import Trouble
from console.paint.tone import Tone
from console.part.field import Field
from console.part.memo import Remembered
from console.part.notices import Notices
from console.part.outside import Beyond
from console.shell.plan import plan
from console.shell.unit_plan import unit_plan
from console.store import Store
from console.texts.texts import Texts
from console.unit.asks import asks
from console.unit.keys import key_rows
from console.unit.unit_part import Own
from console.unit.whose_desk import is_units
from console.units.standing import Standing, standings
from protocol.commands.command import Command
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.permissions import may
from protocol.session.events import Answered, Changed, Event, Moved, StateChanged, StillDrifted


class Desk:
    """One person's place at one screen."""

    def __init__(
        self,
        *,
        store: Store,
        texts: Texts,
        catalog: Catalog,
        beyond: Beyond,
        clock: Callable[[], datetime],
        past: Past,
        memory: RunMemory | None = None,
        trouble: Callable[[], Trouble | None] = lambda: None,
    ) -> None:
        """`memory` keeps what is typed on the disk; `trouble` tells why there is no link when asked."""
        self.store = store
        self.texts = texts
        self.catalog = catalog
        self.beyond: Beyond = beyond
        self.clock = clock
        self.trouble = trouble
        self.size = (80, 24)
        self.panel = Where.BOARD
        self.field: Field | None = None
        self.incident: int | None = None
        self.unit: int | None = None
        self.entry: int | None = None
        """The entry on which one stands in the line; None follows the newest."""

        self.read = 0
        """How many entries there were when one began to look back."""

        self.melding_shown = False
        """True while the melding panel has a place."""

        self.melding_top = 0
        self.melding_rows = 0
        """How many rows the melding takes, as last shown."""

        self.guarding: int | None = None
        """The incident that somebody wants to let go: what is missing stands on top of its panel."""

        self.filter = Edit()
        self.show_closed = False
        self.nearest_first = False
        self.classes = NONE_KNOWN
        """The site's classifications; none before they have come."""

        self.cards: Cards = {}
        self.drafts = Drafts()
        self.forms: Forms = Forms(self)
        self.places_at_hand = PlacesAtHand(self)
        self.alarms = Alarms()
        self.rings = Rings()
        self.emergencies: Emergencies = Emergencies(self)
        self.line_ticks: LineTicks = LineTicks(self)
        self.own: Own = Own(self)
        self.lines: Lines = Lines(self)
        self.chart: Chart = Chart()
        self.notices = Notices()
        self.line = CommandLine(past)
        self.progress = Progress()
        self._answers = Answers(self)
        self._numbers: list[int] = []
        self._on_map: Sequence[tuple[tuple[int, int], Marker]] = ()
        self._standings: Remembered[tuple[Standing, ...]] = Remembered()
        self.dispatch: Dispatching = Dispatching(self)
        self._cuts = Cuts(self)
        self.leftovers: Leftovers = Leftovers(self, memory)
        self.leftovers.begin()

    def say(self, key: str, **args: Any) -> str:
        """The sentence in the language of the moment."""
        return self.texts.say(key, **args)

    @property
    def role(self) -> Role | None:
        """Who we are here; None before the first welcome."""
        return None if self.store.welcome is None else self.store.welcome.role

    @property
    def terms(self) -> Terms:
        """The site's numbers; the usual ones before the first welcome."""
        return TERMS if self.store.welcome is None else self.store.welcome.terms

    @property
    def selection(self) -> Selection:
        """What actions take when nothing is named."""
        entry = self.entry if self.lines.shown is LineKind.OPEN else None
        return Selection(incident=self.incident, unit=self.unit, entry=entry)

    @property
    def now(self) -> datetime:
        """The server's time."""
        return self.store.now(self.clock())

    def chosen(self) -> Incident | None:
        """The selected incident."""
        return None if self.incident is None else self.store.board.incidents.get(self.incident)

    def places(self) -> Mapping[str, Region]:
        """Which part of the screen each panel has now."""
        if is_units(self):
            return unit_plan(
                *self.size,
                main=self.panel,
                line=self.own.line_part(),
                keys=key_rows(asks(self), self.size[0]),
                alarm=bool(self.alarms.unseen),
                form=self.field is Field.FORM,
                recommend=self.dispatch.recommending.shown,
                emergency=self.emergencies.stands,
                taken=self.emergencies.takes,
            )
        return plan(
            *self.size,
            main=self.panel,
            alarm=self.alarms.any,
            melding=self.melding_shown,
            form=self.field is Field.FORM,
            recommend=self.dispatch.recommending.shown,
            emergency=self.emergencies.stands,
            taken=self.emergencies.takes,
        )

    def listing(self) -> tuple[Incident, ...]:
        """The board's rows."""
        return listed(
            self.store.board,
            wanted=self.filter.text,
            show_closed=self.show_closed,
            pinned=self.incident,
        )

    def standings(self) -> tuple[Standing, ...]:
        """The unit list's rows."""
        incident = self.chosen()
        units, fixes, now = self.store.board.units, self.store.fixes, self.now
        target = None if incident is None else incident.place.point
        # Ages are shown in whole seconds at the finest.
        travels = self.dispatch.recommending.travels
        made_from = (units, fixes, target, self.incident, int(now.timestamp()), self.nearest_first, travels)
        return self._standings.of(
            made_from,
            lambda: standings(
                units.values(),
                fixes,
                target=target,
                incident=self.incident,
                now=now,
                nearest_first=self.nearest_first,
                travels=travels,
            ),
        )

    def on_map(self) -> list[Target]:
        """What the map shows, in reading order."""
        spots = sorted(self._on_map, key=lambda spot: (spot[0][1], spot[0][0]))
        return [Target(unit=marker.unit, incident=marker.incident) for _, marker in spots]

    def shown_on_map(self, spots: Sequence[tuple[tuple[int, int], Marker]]) -> None:
        """The views say which markers are on which cells."""
        self._on_map = spots

    def select(self, number: int | None) -> None:
        """Look at this incident."""
        if number != self.incident:
            self.incident, self.entry, self.melding_top = number, None, 0
        self.alarms.seen(number)

    def resize(self, width: int, height: int) -> None:
        """The screen has another size."""
        self.size = (width, height)

    def take(self, event: Event) -> None:
        """Something came over the link; the store knows it already."""
        self.leftovers.take(event)
        self.progress.take(event)
        self.line_ticks.take(event)
        self.emergencies.take(event)
        self.own.take(event)
        match event:
            case Moved(fixes=fixes):
                self.chart.take(fixes)
                return
            case Changed(change=change) if self.store.complete:
                if self.alarms.take(change, self.store.board):
                    self.beyond.bell()
                self.dispatch.choosing.take(change)
            case Answered():
                self._answers.take(event)
                self.forms.take(event)
            case StateChanged(state=state):
                self._cuts.take(state)
            case StillDrifted():
                self.notices.warn(self.say("desk-still-drifted"))
            case _:
                pass
        self.lines.take(event)
        self.forms.send()
        self.settle()

    def second(self) -> None:
        """Time went on: what presses since a moment ago rings, once."""
        self.emergencies.second()
        if (
            self.store.complete
            and self.role not in (Role.UNIT, Role.PARTNER)
            and self.rings.look(self.store.board, self.now, self.terms)
        ):
            self.beyond.bell()

    def press(self, key: str, character: str | None) -> bool:
        """A key, as Textual names it. False when it means nothing here."""
        try:
            return self._pressed(key, character)
        finally:
            self.own.settle()

    def _pressed(self, key: str, character: str | None) -> bool:
        if self.emergencies.press(key):
            return True
        if self.lines.press(key):
            return True
        self.notices.key_pressed()
        self.dispatch.sending.key_pressed()
        if key == "ctrl+c":
            leave = key_name(self.catalog.by_id["quit"].key)
            self.notices.tell(self.say("desk-how-to-quit", press=leave), Tone.WARN)
            return True
        if self.own.press(key, character):
            return True
        action = self.catalog.by_key(self.panel).get(key)
        if self.field is not None:
            if press_in_field(self, self.field, key, character):
                return True
            if action is None or key not in (action.also_key, "ctrl+p", "ctrl+q"):
                return False
        elif self.dispatch.press(key) or press_in_panel(self, key):
            return True
        if action is None:
            return False
        self.perform(action)
        return True

    def perform(self, action: Action) -> None:
        """By key or from the palette."""
        doing.perform(self, action)

    def permitted(self, action: Action) -> bool:
        """True when our role may; before the welcome nobody knows, and the server decides."""
        return action.command_type is None or self.role is None or may(self.role, action.command_type)

    def send(self, command: Command) -> None:
        """A wish goes into the outbox, where it stays until it is answered."""
        self.dispatch.choosing.sent(command)
        self.lines.sent(command)
        self.beyond.wish(command)

    def settle(self) -> None:
        """Selections follow what became of what they point at."""
        board = self.store.board
        numbers = [incident.number for incident in self.listing()]
        if self.incident is None or self.incident not in board.incidents:
            self.select(kept(self.incident, self._numbers, numbers))
        self._numbers = numbers
        if self.unit is not None and self.unit not in board.units:
            self.unit = None
        self.own.settle()

    def use_texts(self, texts: Texts) -> None:
        """Another language from now on."""
        self.texts = texts

    def look_back(self, entry: int | None) -> None:
        """Stand on this entry of the line; None goes to the newest and follows it."""
        incident = self.chosen()
        if entry is None or incident is None:
            self.entry = None
        else:
            if self.entry is None:
                self.read = len(entries_of(incident, self.lines.shown))
            self.entry = entry

    def keep_draft(self, edit: Edit) -> None:
        """This is being typed to the selected incident's line."""
        self.lines.keep(edit)
