"""A unit's place at its own screen: its melding always chosen, its lines, and the keys that only a unit has.

Fed with every event and with each key before fields and panels; nothing here means anything in the room. Its
signing on is in `sign_on`.
"""

from attrs import evolve

from console.actions.action import Where
from console.board.order import moved
from console.command.command_line import CommandLine
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    BeginLine,
    ChooseReader,
    Effects,
    Focus,
    GoTo,
    LookBack,
    Select,
    SelectUnit,
    Send,
    ShowLine,
    Tell,
    Warn,
)
from console.part.whose_desk import is_units, our_emergency, our_incident, our_unit
from console.unit.asks import near
from console.unit.sign_on import SigningOn
from protocol.commands.scale import ComeAlong
from protocol.commands.timeline import JoinLine
from protocol.commands.units import SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.unit_status import UnitStatus
from protocol.session.events import Changed, Event, LinkState, StateChanged, Welcomed

_STEPS = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8, "home": -1_000, "end": 1_000}


class Own:
    """What only a unit's screen has."""

    def __init__(self, line: CommandLine) -> None:
        self.signing_on = SigningOn(line)
        self.near: int | None = None
        """The melding of the list around on which one stands."""

        self.toward: int | None = None
        """The melding at which one looks by a key, instead of the own; None for none."""

        self._wants_pair = False
        self._holds_pair = False
        """True while somebody types to the other half and was sent somewhere meanwhile."""

        self._sent: int | None = None
        """What our unit was on, as last seen."""

    def forget(self) -> None:
        """Another history: on what our unit was there it is not here."""
        self.near, self.toward, self._sent = None, None, None
        self._wants_pair = self._holds_pair = False
        self.signing_on.forget()

    def on_pair(self, context: Context) -> bool:
        """True while the line shown is the pair's: chosen, or the only one there is."""
        unit = our_unit(context)
        if unit is None or unit.pair is None:
            return False
        return self._wants_pair or self._holds_pair or our_incident(context) is None

    def line_part(self, context: Context) -> str:
        """Which part shows the line: `pair`, `line`, or "" for none."""
        if self.on_pair(context):
            return "pair"
        return "line" if our_incident(context) is not None else ""

    def take(self, context: Context, event: Event) -> Effects:
        """The store knows it already."""
        if not is_units(context):
            return NOTHING
        self.signing_on.take(context, event)
        match event:
            case Welcomed() if context.panel is Where.BOARD:
                return (GoTo(Where.LINE),)
            case StateChanged(state=LinkState.LIVE):
                return (*self.signing_on.live(context), *self._sent_to(context))
            case Changed() if context.complete:
                return self._sent_to(context)
            case _:
                pass
        return NOTHING

    def settle(self, context: Context) -> Effects:
        """At home the own unit and the own melding are what every key means."""
        if not is_units(context) or context.panel not in (Where.LINE, Where.MELDING):
            return NOTHING
        if not context.typing:
            self._holds_pair = False
        unit, incident = our_unit(context), our_incident(context)
        answered = self.signing_on.settle(context)
        numbers = [each.number for each in near(context)]
        if self.near not in numbers:
            self.near = numbers[0] if numbers else None
        effects: Effects = (*answered, SelectUnit(None if unit is None else unit.id))
        if answered or not context.typing:
            effects = (*effects, Select(self.near if incident is None else incident.number))
        return effects

    def press(self, context: Context, key: str) -> Effects | None:
        """A key, before fields and panels. None when it is none of a unit's own."""
        if not is_units(context):
            return None
        if key == "f8":
            return (Focus(None), GoTo(Where.LINE if context.panel is Where.MELDING else Where.MELDING))
        if key == "f5" and context.panel in (Where.LINE, Where.MELDING):
            return self._next_line(context)
        if context.field is not None or context.list_shown or (context.typing and key == "escape"):
            return None
        if key == "escape" and (home := self._home(context)) is not None:
            return home
        return self._at_home(context, key) if context.panel is Where.LINE else None

    def _home(self, context: Context) -> Effects | None:
        """Escape from another panel. None while it has something nearer to close."""
        away = context.panel in (Where.BOARD, Where.MAP, Where.UNITS)
        rests = away and not _stands_on_another(context)
        closes = context.panel is Where.MELDING and context.guarding is None
        if context.notice.text or not (rests or closes):
            return None
        return (GoTo(Where.LINE),)

    def _at_home(self, context: Context, key: str) -> Effects | None:
        if key not in _STEPS or our_incident(context) is not None:
            return None
        self.near = moved(self.near, [each.number for each in near(context)], _STEPS[key])
        return NOTHING

    def _next_line(self, context: Context) -> Effects:
        """Open line, contact line, pair, an emergency elsewhere, and round again: each with its own draft."""
        incident, unit = our_incident(context), our_unit(context)
        has_contact = incident is not None and incident.contact_line.member(context.name) is not None
        has_pair = unit is not None and unit.pair is not None
        shown: Effects = NOTHING
        on_pair = self.on_pair(context)
        if context.toward is not None:
            self.toward, self._wants_pair = None, False
            usual = our_incident(evolve(context, toward=None))
            shown = NOTHING if usual is None else _show(usual, LineKind.OPEN)
        elif not on_pair and incident is not None and has_contact and context.line is LineKind.OPEN:
            shown = _show(incident, LineKind.CONTACT)
        elif not on_pair and has_pair:
            self._wants_pair = True
        else:
            self._wants_pair = False
            other = _elsewhere(context, incident)
            self.toward = None if other is None else other.number
            there = other or incident
            shown = NOTHING if there is None else _show(there, LineKind.OPEN)
        return (Focus(None), *shown, ChooseReader(None), LookBack(None))

    def come_along(self, context: Context, number: int | None) -> Effects:
        """To this melding of the list; at once when on nothing or to somebody in need, else after Enter."""
        unit = our_unit(context)
        if unit is None:
            return (Warn(context.say("unit-first-sign-on"), Tone.WARN),)
        target = next((each for each in near(context) if each.number == number), None)
        if target is None:
            return (Tell(context.say("unit-nobody-asks"), Tone.DIM),)
        if unit.incident is None or target.in_need:
            return (Send(ComeAlong(incident=target.number, unit=unit.id)),)
        begun = f"{context.verb_of('come-along')} #{target.number} {unit.call_sign}"
        return (BeginLine(begun), Warn(context.say("unit-leaves", incident=unit.incident), Tone.WARN))

    def _sent_to(self, context: Context) -> Effects:
        """Sent somewhere new: we are on its line, once; who leaves that stays off it."""
        unit = our_unit(context)
        before, self._sent = self._sent, None if unit is None else unit.incident
        self._holds_pair |= context.typing and before is None and self._sent is not None
        incident = context.board.incidents.get(self._sent or 0)
        if incident is None or incident.number == before:
            return NOTHING
        joins = any(isinstance(wish.command, JoinLine | ComeAlong) for wish in context.waiting)
        if incident.is_open and not incident.is_on(context.name) and not joins:
            return (Send(JoinLine(incident=incident.number)),)
        return NOTHING


def _show(incident: Incident, kind: LineKind) -> Effects:
    return (Select(incident.number), ShowLine(incident.number, kind))


def _elsewhere(context: Context, shown: Incident | None) -> Incident | None:
    """What one may look at besides what is shown: an emergency elsewhere, or the own melding behind it."""
    unit, needs = our_unit(context), our_emergency(context)
    own = None if unit is None or unit.incident is None else context.board.incidents.get(unit.incident)
    return next((each for each in (needs, own) if each is not None and each != shown), None)


def _stands_on_another(context: Context) -> bool:
    """True while another unit is selected: Escape lets it go first."""
    unit = our_unit(context)
    return context.unit is not None and (unit is None or context.unit != unit.id)


def status_of(context: Context, number: int) -> UnitStatus | None:
    """What this number is on the radio; None for a number that means nothing here."""
    welcome = context.welcome
    return None if welcome is None else dict(welcome.status_numbers).get(number)


def press_status(context: Context, number: int) -> Effects:
    """The own unit does that now."""
    status, unit = status_of(context, number), our_unit(context)
    if status is None:
        return NOTHING
    if unit is None:
        return (Warn(context.say("unit-first-sign-on"), Tone.WARN),)
    if unit.status is status:
        word = context.say(f"status-{status.key}")
        return (Tell(context.say("unit-already", status=word), Tone.DIM),)
    return (Send(SetUnitStatus(unit=unit.id, status=status)),)
