"""A unit's place at its own screen: its melding always chosen, its lines, and the keys that only a unit has.

Fed with every event and with each key before fields and panels; nothing here means anything in the room. Its
signing on is in `sign_on`, speaking to the other half in `pair_line`.
"""

from attrs import evolve

from console.actions.action import Where
from console.board.order import moved
from console.command.command_line import CommandLine
from console.field.edit import typed
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    BeginLine,
    BeginToSpeak,
    Effects,
    Focus,
    GoTo,
    LookBack,
    OpenList,
    Select,
    SelectUnit,
    Send,
    ShowLine,
    Tell,
    WantFloor,
    Warn,
)
from console.part.field import Field
from console.part.whose_desk import is_units, our_emergency, our_incident, our_unit
from console.unit.asks import cards_to_take, near
from console.unit.pair_line import PairLine
from console.unit.sign_on import SigningOn
from console.unit.to_do import own_lines
from protocol.commands.pairs import SpeakToPair
from protocol.commands.scale import ComeAlong
from protocol.commands.timeline import JoinLine, TakeCard
from protocol.commands.units import SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Name
from protocol.session.events import Answered, Changed, Event, LinkState, StateChanged, Welcomed
from protocol.wire.messages import Refusal

UNIT_KEYS = (
    ("1-9", "status"),
    ("tab", "line"),
    ("enter", "speak"),
    ("k", "come"),
    ("plus", "card"),
    ("x", "floor"),
    ("f8", "melding"),
    ("f9", "mine"),
    ("2x F12", "emergency"),
    ("escape", "home"),
)
"""Keys that only a unit's desk has, and the word in the texts for what each does."""

_STEPS = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8, "home": -1_000, "end": 1_000}


class Own:
    """What only a unit's screen has."""

    def __init__(self, line: CommandLine) -> None:
        self.signing_on = SigningOn(line)
        self.pair = PairLine()
        self.near: int | None = None
        """The melding of the list around on which one stands."""

        self.toward: int | None = None
        """The melding at which one looks by a key, instead of the own; None for none."""

        self._wants_pair = False
        self._sent: int | None = None
        """What our unit was on, as last seen."""

    def forget(self) -> None:
        """Another history: on what our unit was there it is not here."""
        self.near, self.toward, self._wants_pair, self._sent = None, None, False, None
        self.signing_on.forget()

    def on_pair(self, context: Context) -> bool:
        """True while the line shown is the pair's: chosen, or the only one there is."""
        unit = our_unit(context)
        if unit is None or unit.pair is None:
            return False
        return self._wants_pair or our_incident(context) is None

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
            case Answered(command=SpeakToPair(unit=unit, text=text), answer=Refusal()):
                self.pair.drafts.take_back(unit, text)
            case _:
                pass
        return NOTHING

    def settle(self, context: Context) -> Effects:
        """At home the own unit and the own melding are what every key means."""
        if not is_units(context) or context.panel not in (Where.LINE, Where.MELDING):
            return NOTHING
        unit, incident = our_unit(context), our_incident(context)
        answered = self.signing_on.settle(context)
        numbers = [each.number for each in near(context)]
        if self.near not in numbers:
            self.near = numbers[0] if numbers else None
        effects: Effects = (*answered, SelectUnit(None if unit is None else unit.id))
        if answered or context.field is None or context.incident is None:
            effects = (*effects, Select(self.near if incident is None else incident.number))
        return effects

    def press(self, context: Context, key: str, character: str | None) -> Effects | None:
        """A key, before fields and panels. None when it is none of a unit's own."""
        if not is_units(context):
            return None
        if key in ("f8", "f9"):
            return self._anywhere(context, key)
        if context.field is Field.SPEAK:
            return self._press_speaking(context, key, character)
        if context.field is not None or context.list_shown:
            return None
        if key.isdecimal() and not context.guards:
            return _status(context, int(key))
        if key in ("k", "escape"):
            effects = self._anywhere(context, key)
            if effects is not None:
                return effects
        return self._at_home(context, key) if context.panel is Where.LINE else None

    def paste(self, context: Context, text: str) -> bool:
        """Text at once, while one speaks to the other half. False when it is for another field."""
        unit = our_unit(context)
        if context.field is not Field.SPEAK or not self.on_pair(context) or unit is None:
            return False
        self.pair.drafts.keep(unit.id, typed(self.pair.drafts.of(unit.id), text))
        return True

    def _anywhere(self, context: Context, key: str) -> Effects | None:
        match key:
            case "f8":
                return (
                    Focus(None),
                    GoTo(Where.LINE if context.panel is Where.MELDING else Where.MELDING),
                )
            case "f9":
                lines = own_lines(context)
                return (OpenList(context.say("unit-mine"), lines or [context.say("unit-mine-none")]),)
            case "k":
                return self._come_along(context)
            case _:
                away = context.panel in (Where.BOARD, Where.MAP, Where.UNITS)
                rests = away and not _stands_on_another(context)
                closes = context.panel is Where.MELDING and context.guarding is None
                if context.notice.text or not (rests or closes):
                    return None
                return (GoTo(Where.LINE),)

    def _at_home(self, context: Context, key: str) -> Effects | None:
        match key:
            case "tab" | "f5":
                return self._next_line(context)
            case "enter":
                return self._speaks(context) if self.line_part(context) else self._come_along(context)
            case "z" if self.on_pair(context):
                return self._speaks(context)
            case "plus":
                return _take_card(context)
            case "x":
                return _want_floor(context)
            case "escape" if not context.notice.text and context.entry is None:
                return NOTHING
            case _ if key in _STEPS and our_incident(context) is None:
                self.near = moved(self.near, [each.number for each in near(context)], _STEPS[key])
                return NOTHING
            case _:
                return None

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
        return (Focus(None), *shown, LookBack(None))

    def _come_along(self, context: Context) -> Effects:
        """To the melding in the list, else to the nearest who asks; at once only when on nothing."""
        unit = our_unit(context)
        if unit is None:
            return (Warn(context.say("unit-first-sign-on"), Tone.WARN),)
        found = near(context)
        here = next((each for each in found if each.number == self.near), None)
        asks = next((each for each in found if each.asked_by or each.in_need), None)
        target = here if unit.incident is None else asks
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
        incident = context.board.incidents.get(self._sent or 0)
        if incident is None or incident.number == before:
            return NOTHING
        joins = any(isinstance(wish.command, JoinLine | ComeAlong) for wish in context.waiting)
        if incident.is_open and not incident.is_on(context.name) and not joins:
            return (Send(JoinLine(incident=incident.number)),)
        return NOTHING

    def _press_speaking(self, context: Context, key: str, character: str | None) -> Effects | None:
        unit = our_unit(context)
        if key == "tab":
            round_ = self._next_line(context)
            return (*round_, *self._speaks(evolve(context, toward=self.toward)))
        if not self.on_pair(context) or unit is None:
            return None
        return self.pair.press(context, unit, key, character)

    def _speaks(self, context: Context) -> Effects:
        if self.on_pair(context):
            return (Focus(Field.SPEAK),)
        return (BeginToSpeak(),) if self.line_part(context) else NOTHING


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


def _status(context: Context, number: int) -> Effects | None:
    """The number as on the radio. None for a number that means nothing here."""
    welcome, unit = context.welcome, our_unit(context)
    status = None if welcome is None else dict(welcome.status_numbers).get(number)
    if status is None:
        return NOTHING if context.panel is not Where.MAP else None
    if unit is None:
        return (Warn(context.say("unit-first-sign-on"), Tone.WARN),)
    if unit.status is status:
        word = context.say(f"status-{status.key}")
        return (Tell(context.say("unit-already", status=word), Tone.DIM),)
    return (Send(SetUnitStatus(unit=unit.id, status=status)),)


def _take_card(context: Context) -> Effects:
    incident = our_incident(context)
    cards = () if incident is None else cards_to_take(incident, Name(context.name))
    if incident is None or not cards:
        return (Tell(context.say("unit-no-card"), Tone.DIM),)
    return (Send(TakeCard(incident=incident.number, entry=cards[0].id)),)


def _want_floor(context: Context) -> Effects:
    incident = our_incident(context)
    return NOTHING if incident is None else (WantFloor(incident.number, context.line),)
