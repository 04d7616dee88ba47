"""A unit's place at its own screen: signing on by itself, its melding always chosen, its keys.

Owned by the desk; does nothing for anybody who is no unit. No step here needs the control room (A62). What
asks for a key and what is near come from `own_asks`; what the panels show from `unit_views`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from console.actions.action import Where
from console.board.order import moved
from console.field.edit import Edit, pressed, typed
from console.line.drafts import Drafts
from console.line.speaking import begin_to_speak
from console.paint.tone import Tone
from console.part.field import Field
from console.unit.asks import cards_to_take, near
from console.unit.to_do import own_lines
from console.unit.whose_desk import is_units, our_emergency, our_incident, our_name, our_unit
from protocol.commands.pairs import SpeakToPair
from protocol.commands.scale import ComeAlong
from protocol.commands.timeline import JoinLine, TakeCard
from protocol.commands.units import SetUnitStatus, SignOnUnit
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.session.events import Answered, Changed, Event, LinkState, StateChanged, Welcomed
from protocol.wire.messages import Done, Refusal

if TYPE_CHECKING:
    from console.desk.desk import Desk

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


class Duty(Protocol):
    """How this unit signed on before."""

    def of(self, call_sign: str) -> SignOnUnit | None:
        """The last time; None for never."""

    def keep(self, wish: SignOnUnit) -> None:
        """For the next time."""


class Own:
    """What only a unit's screen has."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.duty: Duty | None = None
        self.near: int | None = None
        """The melding of the list around on which one stands."""

        self.aside: set[int] = set()
        """Emergencies from which one looks away, by the key that goes round the lines."""

        self._wants_pair = False
        self.pair_drafts = Drafts()
        self._asked = False
        self._sent: int | None = None
        """What our unit was on, as last seen."""

        self._prefilled = ""
        """The line that asks how to sign on, as it was begun."""

    @property
    def on_pair(self) -> bool:
        """True while the line shown is the pair's: chosen, or the only one there is."""
        unit = our_unit(self._desk)
        if unit is None or unit.pair is None:
            return False
        return self._wants_pair or our_incident(self._desk) is None

    def line_part(self) -> str:
        """Which part shows the line: `pair`, `line`, or "" for none."""
        if self.on_pair:
            return "pair"
        return "line" if our_incident(self._desk) is not None else ""

    def take(self, event: Event) -> None:
        """The store knows it already."""
        if not is_units(self._desk):
            return
        match event:
            case Welcomed() if self._desk.panel is Where.BOARD:
                self._desk.panel = Where.LINE
            case StateChanged(state=LinkState.LIVE):
                self._sign_on()
                self._sent_to()
            case Changed() if self._desk.store.complete:
                self._sent_to()
            case Answered(command=SignOnUnit() as wish, answer=Done()) if wish.call_sign == our_name(
                self._desk
            ):
                if self.duty is not None:
                    self.duty.keep(wish)
            case Answered(command=SpeakToPair(unit=unit, text=text), answer=Refusal()):
                self.pair_drafts.take_back(unit, text)
            case _:
                pass

    def settle(self) -> None:
        """At home the own unit and the own melding are what every key means."""
        desk = self._desk
        if not is_units(desk) or desk.panel not in (Where.LINE, Where.MELDING):
            return
        unit, incident = our_unit(desk), our_incident(desk)
        if unit is not None and self._prefilled:
            self._forget_prefilled()
        desk.unit = None if unit is None else unit.id
        numbers = [each.number for each in near(desk)]
        if self.near not in numbers:
            self.near = numbers[0] if numbers else None
        if desk.field is None or desk.incident is None:
            desk.select(self.near if incident is None else incident.number)

    def press(self, key: str, character: str | None) -> bool:
        """A key, before fields and panels. False when it is none of a unit's own."""
        desk = self._desk
        if not is_units(desk):
            return False
        if key in ("f8", "f9"):
            return self._anywhere(key)
        if desk.field is Field.SPEAK:
            return self._press_speaking(key, character)
        if desk.field is not None or desk.dispatch.recommending.shown:
            return False
        if key.isdecimal() and not self._guards():
            return self._status(int(key))
        if key in ("k", "escape") and self._anywhere(key):
            return True
        return desk.panel is Where.LINE and self._at_home(key)

    def paste(self, text: str) -> bool:
        """Text at once, while one speaks to the other half. False when it is for another field."""
        unit = our_unit(self._desk)
        if self._desk.field is not Field.SPEAK or not self.on_pair or unit is None:
            return False
        self.pair_drafts.keep(unit.id, typed(self.pair_drafts.of(unit.id), text))
        return True

    def _anywhere(self, key: str) -> bool:
        desk = self._desk
        match key:
            case "f8":
                desk.field = None
                desk.panel = Where.LINE if desk.panel is Where.MELDING else Where.MELDING
            case "f9":
                lines = own_lines(desk)
                desk.beyond.open_list(desk.say("unit-mine"), lines or [desk.say("unit-mine-none")])
            case "k":
                self.come_along()
            case _:
                rests = desk.panel in (Where.BOARD, Where.MAP, Where.UNITS) and not self._stands_on_another()
                closes = desk.panel is Where.MELDING and desk.guarding is None
                if desk.notices.now.text or not (rests or closes) or desk.alarms.unseen:
                    return False
                desk.panel = Where.LINE
        self.settle()
        return True

    def _at_home(self, key: str) -> bool:
        desk = self._desk
        match key:
            case "tab" | "f5":
                self.next_line()
            case "enter":
                if self.line_part():
                    self._begin_to_speak()
                else:
                    self.come_along()
            case "z" if self.on_pair:
                self._begin_to_speak()
            case "plus":
                self._take_card()
            case "x":
                self._want_floor()
            case "escape" if not desk.notices.now.text and not desk.alarms.unseen and desk.entry is None:
                pass
            case _ if key in _STEPS and our_incident(desk) is None:
                self.near = moved(self.near, [each.number for each in near(desk)], _STEPS[key])
                self.settle()
            case _:
                return False
        return True

    def next_line(self) -> None:
        """Open line, contact line, pair, and round again: each with a draft of its own."""
        desk = self._desk
        desk.field = None
        needs = our_emergency(desk)
        incident, unit = our_incident(desk), our_unit(desk)
        has_contact = incident is not None and incident.contact_line.member(our_name(desk)) is not None
        has_pair = unit is not None and unit.pair is not None
        if needs is not None and incident == needs and self._is_on_another(needs):
            self.aside = {needs.number}
        elif self.on_pair:
            self._wants_pair = False
            self.aside = set()
            if incident is not None:
                self._show(incident, LineKind.OPEN)
        elif incident is not None and has_contact and desk.lines.shown is LineKind.OPEN:
            self._show(incident, LineKind.CONTACT)
        elif has_pair:
            self._wants_pair = True
        elif incident is not None:
            self._show(incident, LineKind.OPEN)
            self.aside = set()
        desk.look_back(None)

    def _show(self, incident: Incident, kind: LineKind) -> None:
        self._desk.select(incident.number)
        if self._desk.lines.shown is not kind:
            self._desk.lines.switch()

    def come_along(self) -> None:
        """To the melding in the list, else to the nearest who asks; at once only when on nothing."""
        desk, unit = self._desk, our_unit(self._desk)
        if unit is None:
            desk.notices.warn(desk.say("unit-first-sign-on"), Tone.WARN)
            return
        found = near(desk)
        here = next((each for each in found if each.number == self.near), None)
        asks = next((each for each in found if each.asked_by or each.in_need), None)
        target = here if unit.incident is None else asks
        if target is None:
            desk.notices.tell(desk.say("unit-nobody-asks"), Tone.DIM)
        elif unit.incident is None or target.in_need:
            desk.send(ComeAlong(incident=target.number, unit=unit.id))
        else:
            verb = desk.catalog.by_id["come-along"].verb_in(desk.texts.language)
            desk.line.begin(f"{verb} #{target.number} {unit.call_sign}")
            desk.field = Field.COMMAND
            desk.notices.warn(desk.say("unit-leaves", incident=unit.incident), Tone.WARN)

    def _sent_to(self) -> None:
        """Sent somewhere new: it rings, and we are on its line, once; who leaves that stays off it."""
        desk, unit = self._desk, our_unit(self._desk)
        before, self._sent = self._sent, None if unit is None else unit.incident
        incident = desk.store.board.incidents.get(self._sent or 0)
        if incident is None or incident.number == before:
            return
        desk.beyond.bell()
        joins = any(isinstance(wish.command, JoinLine | ComeAlong) for wish in desk.store.waiting)
        if incident.is_open and not incident.is_on(our_name(desk)) and not joins:
            desk.send(JoinLine(incident=incident.number))

    def _sign_on(self) -> None:
        """When the account comes in and its unit is not on duty: as the last time, else asked once."""
        desk, welcome = self._desk, self._desk.store.welcome
        if self._asked or welcome is None or our_unit(desk) is not None:
            return
        self._asked = True
        if any(isinstance(wish.command, SignOnUnit) for wish in desk.store.waiting):
            return
        before = None if self.duty is None else self.duty.of(welcome.name)
        if before is not None:
            desk.send(before)
            return
        verb = desk.catalog.by_id["sign-on"].verb_in(desk.texts.language)
        self._prefilled = f"{verb} {welcome.name} {desk.say('means-car')} {desk.say('crew-2')} "
        desk.line.begin(self._prefilled)
        desk.field = Field.COMMAND
        desk.notices.tell(desk.say("unit-how-to-sign-on"), Tone.WARN)

    def _forget_prefilled(self) -> None:
        """Signed on elsewhere meanwhile: the question is answered, unless somebody works on it."""
        if self._desk.line.edit.text == self._prefilled:
            self._desk.line.begin("")
            self._desk.field = None
        self._prefilled = ""

    def _press_speaking(self, key: str, character: str | None) -> bool:
        desk, unit = self._desk, our_unit(self._desk)
        if key == "tab":
            self.next_line()
            self._begin_to_speak()
            return True
        if not self.on_pair or unit is None:
            return False
        draft = self.pair_drafts.of(unit.id)
        match key:
            case "escape":
                desk.field = None
            case "enter":
                self._say_to_pair(unit, draft)
            case _:
                edit = pressed(draft, key, character)
                if edit is None:
                    return False
                self.pair_drafts.keep(unit.id, edit)
        return True

    def _say_to_pair(self, unit: Unit, draft: Edit) -> None:
        desk = self._desk
        if not draft.text.strip():
            desk.field = None
            return
        try:
            wish = SpeakToPair(unit=unit.id, text=Text(draft.text.strip()))
        except ValueError as error:
            desk.notices.warn(desk.say("problem-unsendable", why=str(error)))
            return
        desk.send(wish)
        self.pair_drafts.keep(unit.id, Edit())

    def _begin_to_speak(self) -> None:
        if self.on_pair:
            self._desk.field = Field.SPEAK
        elif self.line_part():
            begin_to_speak(self._desk)

    def _is_on_another(self, needs: Incident) -> bool:
        """True when our unit is on something else than this emergency."""
        unit = our_unit(self._desk)
        return unit is not None and unit.incident is not None and unit.incident != needs.number

    def _stands_on_another(self) -> bool:
        """True while another unit is selected: Escape lets it go first."""
        unit = our_unit(self._desk)
        return self._desk.unit is not None and (unit is None or self._desk.unit != unit.id)

    def _guards(self) -> bool:
        desk = self._desk
        return desk.panel is Where.MELDING and desk.guarding is not None and desk.guarding == desk.incident

    def _status(self, number: int) -> bool:
        """The number as on the radio. False for a number that means nothing here."""
        desk, welcome, unit = self._desk, self._desk.store.welcome, our_unit(self._desk)
        status = None if welcome is None else dict(welcome.status_numbers).get(number)
        if status is None:
            return desk.panel is not Where.MAP
        if unit is None:
            desk.notices.warn(desk.say("unit-first-sign-on"), Tone.WARN)
        elif unit.status is status:
            desk.notices.tell(desk.say("unit-already", status=desk.say(f"status-{status.key}")), Tone.DIM)
        else:
            desk.send(SetUnitStatus(unit=unit.id, status=status))
        return True

    def _take_card(self) -> None:
        desk, incident = self._desk, our_incident(self._desk)
        cards = () if incident is None else cards_to_take(incident, Name(our_name(desk)))
        if incident is None or not cards:
            desk.notices.tell(desk.say("unit-no-card"), Tone.DIM)
            return
        desk.send(TakeCard(incident=incident.number, entry=cards[0].id))

    def _want_floor(self) -> None:
        desk, incident = self._desk, our_incident(self._desk)
        if incident is None:
            return
        wants = desk.line_ticks.want((incident.number, desk.lines.shown))
        desk.notices.tell(desk.say("unit-floor-wanted" if wants else "unit-floor-let"), Tone.GOOD)
