"""Where effects become deeds: the only code that changes where one stands. Decides nothing.

Each effect has one meaning. What concerns the parts together stays in the desk, which hands the rest to here.
"""

from typing import Protocol

from console.board.filtering import selected_by
from console.desk.outside import Outside, open_outside
from console.desk.parts import Parts
from console.desk.stand import Stand
from console.line.view import entries_of
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    BeginLine,
    Bell,
    ChooseReader,
    ClearNotice,
    Effect,
    Effects,
    FilterBy,
    Focus,
    GoTo,
    Listing,
    LookBack,
    LookToward,
    OnALine,
    OpenDeeds,
    PassOn,
    Perform,
    Select,
    SelectUnit,
    Send,
    Settle,
    ShowLine,
    Standing,
    Tell,
    ToggleClosed,
    ToggleNearest,
    WantFloor,
    Warn,
)
from console.part.field import Field
from console.row.deeds import deeds_of
from protocol.commands.command import Command


class Applies(Protocol):
    """The desk, as far as effects need it."""

    parts: Parts
    stand: Stand
    outside: Outside

    def context(self) -> Context:
        """What a part may look at now."""

    def apply(self, effects: Effects) -> None:
        """Do what came of it as well."""

    def send(self, command: Command) -> None:
        """A wish goes out."""

    def perform_id(self, id: str) -> None:
        """What the action of this id does."""

    def select(self, number: int | None) -> None:
        """Look at this incident."""

    def settle(self) -> None:
        """Selections follow what became of what they point at."""


def apply_effect(desk: Applies, effect: Effect) -> None:
    """One effect."""
    notices = desk.parts.notices
    match effect:
        case Send(command):
            desk.send(command)
        case Tell(text, tone, yields):
            notices.tell(text, tone, yields=yields)
        case Warn(text, tone):
            notices.warn(text, tone)
        case ClearNotice():
            notices.clear()
        case Perform(action):
            desk.perform_id(action)
        case Settle():
            desk.settle()
        case Bell(sound):
            desk.parts.alarms.counted.rang(sound, desk.context().now)
            desk.outside.bell()
        case PassOn():
            pass
        case ChooseReader() | OpenDeeds() | ShowLine() | WantFloor():
            _on_line(desk, effect)
        case Focus() | GoTo() | Select() | SelectUnit() | LookBack() | LookToward() | BeginLine():
            _stand(desk, effect)
        case FilterBy() | ToggleClosed() | ToggleNearest():
            _list(desk, effect)
        case _:
            open_outside(desk.outside, effect)


def _stand(desk: Applies, effect: Standing) -> None:
    """Where one stands from now on."""
    stand = desk.stand
    match effect:
        case Focus(field):
            stand.field = field
        case GoTo(panel):
            stand.panel = panel
        case Select(incident):
            desk.select(incident)
        case SelectUnit(unit):
            stand.unit = unit
        case LookBack(entry):
            _look_back(desk, entry)
        case LookToward(incident):
            desk.parts.own.toward = incident
        case BeginLine(text):
            desk.parts.line.begin(text)
            stand.field = Field.COMMAND


def _list(desk: Applies, effect: Listing) -> None:
    """What the lists show from now on."""
    stand = desk.stand
    match effect:
        case FilterBy(edit):
            context = desk.context()
            number = selected_by(context, edit)
            if number != context.incident:
                desk.select(number)
            stand.filter = edit
        case ToggleClosed():
            stand.show_closed = not stand.show_closed
        case ToggleNearest():
            stand.nearest_first = not stand.nearest_first


def _look_back(desk: Applies, entry: int | None) -> None:
    """Stand on this entry of the line; None goes to the newest and follows it."""
    context, stand = desk.context(), desk.stand
    incident = context.chosen()
    if entry is None or incident is None:
        stand.entry = None
        return
    if stand.entry is None:
        stand.read = len(entries_of(incident, context.line))
    stand.entry = entry


def _on_line(desk: Applies, effect: OnALine) -> None:
    """Which line is shown, who reads the row, what stands behind Space."""
    lines, context = desk.parts.lines, desk.context()
    match effect:
        case ChooseReader(reader):
            desk.parts.row.readers.choose(context.incident, reader)
        case OpenDeeds():
            desk.parts.row.deeds = deeds_of(context, desk.parts.dispatch)
        case ShowLine(incident, line):
            lines.show(incident, line)
        case WantFloor(incident, line):
            wants = desk.parts.line_ticks.want((incident, line))
            words = context.say("unit-floor-wanted" if wants else "unit-floor-let")
            desk.parts.notices.tell(words, Tone.GOOD)
