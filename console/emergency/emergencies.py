"""Colleagues in need at this desk: what must be answered by name, the list of deeds, the own button.

Fed with every event and every key. It takes no key but its own two: typing goes on where it was, and
nothing typed is swallowed. Raises an emergency only on the second press of its key, within ARMED: one press
is an accident.
"""

from datetime import datetime, timedelta

from console.actions.action import Where
from console.actions.key_names import key_name
from console.emergency.nearest import nearest_to
from console.emergency.view import DEEDS, Call, EmergencyView
from console.paint.clock import clock
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    Bell,
    Effects,
    Focus,
    GoTo,
    LookToward,
    Perform,
    Select,
    SelectUnit,
    Send,
    ShowLine,
    Tell,
    Warn,
)
from console.part.sounds import EMERGENCY
from console.part.stillness import Stillness
from console.part.whose_desk import is_units, our_unit
from protocol.commands.pairs import AnswerEmergency, RaiseEmergency
from protocol.commands.scale import ComeAlong
from protocol.commands.timeline import JoinLine
from protocol.errors import Reason
from protocol.facts.back import EmergencyRestored
from protocol.model.emergency import Emergency
from protocol.model.line_kind import LineKind
from protocol.model.point import Point, distance_m
from protocol.permissions import may
from protocol.session.events import Alarmed, Answered, Changed, Event, LinkState, StateChanged
from protocol.wire.messages import Alarm, Done, Refusal

ARMED = timedelta(seconds=2)
"""The second press counts for this long."""

LOOKED_AT = timedelta(seconds=1)
"""The key counts only after the banner stood for so long: nobody answers what they did not see."""

ALARM_STANDS = timedelta(seconds=60)
"""An alarm whose facts never come goes after this."""

TURN_S = 3
"""More than fit take turns: each is in view for so long."""

ANSWER_KEY, LIST_KEY = "ctrl+g", "ctrl+n"
"""The character that rings a terminal's bell answers; the other opens the list. No sentence holds them."""

_DIGITS = frozenset("123456789")


class Emergencies:
    """What this person must still answer, and whether the own button is armed."""

    def __init__(self, stillness: Stillness | None = None) -> None:
        """`stillness` is told of every key by the desk."""
        self._stillness = stillness or Stillness()
        self._alarms: dict[int, tuple[Alarm, datetime]] = {}
        """Told at once by the server; until the facts are there."""

        self._answered: set[tuple[int, int]] = set()
        """Unit and incident of what was answered here, while that is under way."""

        self._asked_since: dict[tuple[int, int], datetime] = {}
        """Since when each that must be answered here is in the banner."""

        self._rang_at: datetime | None = None
        self._armed_at: datetime | None = None
        self._lists = False

    def forget(self) -> None:
        """Another history: nobody has answered anything in it yet."""
        self._alarms, self._answered, self._asked_since = {}, set(), {}
        self._rang_at, self._armed_at, self._lists = None, None, False

    def asks(self, context: Context) -> bool:
        """True while something must be answered here."""
        return any(self._is_unanswered(context, *each) for each in self._standing(context))

    def stands(self, context: Context) -> bool:
        """True while any colleague is in need."""
        return bool(self._standing(context))

    def take(self, context: Context, event: Event) -> Effects:
        """The store knows it already."""
        said: Effects = NOTHING
        match event:
            case Alarmed(alarm=alarm):
                self._alarms[alarm.unit] = (alarm, context.now)
            case Answered(command=RaiseEmergency(), answer=Done()):
                said = (Warn(context.say("emergency-sent")),)
            case Answered(command=AnswerEmergency(unit=unit), answer=Refusal(reason=reason)):
                if reason is not Reason.NO_EMERGENCY:
                    self._answered = {each for each in self._answered if each[0] != unit}
            case Changed(change=change):
                again = {fact.emergency.unit for fact in change.facts if isinstance(fact, EmergencyRestored)}
                # Taken back: whoever had said to have it is asked again, by what the board says.
                self._answered = {each for each in self._answered if each[0] not in again}
            case StateChanged(state=LinkState.CATCHING_UP):
                self._alarms.clear()
            case _:
                pass
        return (*said, *self.look(context))

    def look(self, context: Context) -> Effects:
        """Forget alarms whose facts are here; what is new in the banner sounds at once."""
        now, board = context.now, context.board
        self._alarms = {
            unit: (alarm, at)
            for unit, (alarm, at) in self._alarms.items()
            if alarm.incident > board.last_incident and now - at < ALARM_STANDS
        }
        asked = [each for each in self._standing(context) if self._is_unanswered(context, *each)]
        is_new = any(each not in self._asked_since for each in asked)
        self._asked_since = {each: self._asked_since.get(each, now) for each in asked}
        self._lists = self._lists and self.stands(context)
        if not is_new:
            return NOTHING
        self._rang_at = now
        return (Bell(EMERGENCY),)

    def second(self, context: Context) -> Effects:
        """It sounds again while nobody at all has answered it; a bell that is off is on for this."""
        rang = self.look(context)
        if rang or self._rang_at is None or not self._is_unheard(context):
            return rang
        if context.now - self._rang_at < timedelta(seconds=EMERGENCY.every_s):
            return NOTHING
        self._rang_at = context.now
        return (Bell(EMERGENCY),)

    def press(self, context: Context, key: str) -> Effects | None:
        """A key, before any field and panel. None when it is not for this: nearly always."""
        if key == ANSWER_KEY and self.asks(context):
            return self._answer(context)
        if key == LIST_KEY:
            return self.list_deeds(context)
        if not self._lists or (key in _DIGITS and self.offered(context, int(key)) is not None):
            return None
        self._lists = False
        return NOTHING if key == "escape" else None

    def offered(self, context: Context, digit: int) -> tuple[int, str] | None:
        """The unit in need and the deed behind this digit of the open list; None for nothing."""
        place, what = divmod(digit - 1, len(DEEDS))
        standing = self._in_order(context)
        if not self._lists or digit < 1 or place >= len(standing):
            return None
        return standing[place][0], DEEDS[what]

    def list_deeds(self, context: Context) -> Effects:
        """Line, map, who could go, each by a digit; once more: away with it."""
        if not self.stands(context):
            return (Tell(context.say("emergency-none"), Tone.DIM),)
        self._lists = not self._lists
        return NOTHING

    def button(self, context: Context) -> Effects:
        """The key of one's own emergency: the first press arms, the second within ARMED raises it."""
        unit, now = our_unit(context), context.now
        if unit is None:
            return (Warn(context.say("emergency-not-on-duty")),)
        if unit.id in context.board.emergencies:
            return (Warn(context.say("emergency-stands"), Tone.WARN),)
        if self._armed_at is None or now - self._armed_at > ARMED:
            self._armed_at = now
            return (Warn(context.say("emergency-armed"), Tone.WARN),)
        self._armed_at = None
        fix = context.fixes.get(unit.id)
        raised = RaiseEmergency(unit=unit.id, point=None if fix is None else fix.point)
        live = context.link_state is LinkState.LIVE
        # The line of the emergency comes in the place of the field; drafts stay.
        said = context.say("emergency-sent" if live else "emergency-no-link")
        return (Focus(None), Send(raised), Warn(said))

    def view(self, context: Context) -> EmergencyView:
        """What is shown: what must be answered first, then the others, oldest first."""
        return EmergencyView(
            calls=tuple(self._call(context, unit) for unit, _ in self._in_order(context)),
            asks=self.asks(context),
            lists=self._lists,
            may_send=not is_units(context),
            name=context.name,
            turn=int(context.now.timestamp()) // TURN_S,
            flash=bool(int(context.now.timestamp()) % 2),
        )

    def _in_order(self, context: Context) -> list[tuple[int, int]]:
        """What must be answered first; the first of them is the one that the key answers."""
        return sorted(
            self._standing(context), key=lambda each: (not self._is_unanswered(context, *each), each[1])
        )

    def _standing(self, context: Context) -> list[tuple[int, int]]:
        """Unit and incident of every colleague in need."""
        raised = {unit: each.incident for unit, each in context.board.emergencies.items()}
        alarms = {unit: alarm.incident for unit, (alarm, _) in self._alarms.items()}
        return sorted({**alarms, **raised}.items(), key=lambda each: each[1])

    def _is_unanswered(self, context: Context, unit: int, incident: int) -> bool:
        welcome = context.welcome
        if welcome is None or not may(welcome.role, AnswerEmergency) or (unit, incident) in self._answered:
            return False
        raised = context.board.emergencies.get(unit)
        return not self._is_ours(context, unit) and (raised is None or welcome.name not in raised.answered_by)

    def _is_ours(self, context: Context, unit: int) -> bool:
        """Raised by the unit of this account, also when that is off duty by now."""
        raised = context.board.emergencies.get(unit)
        call_sign = self._alarms[unit][0].call_sign if raised is None else raised.call_sign
        return is_units(context) and call_sign.casefold() == context.name.casefold()

    def _is_unheard(self, context: Context) -> bool:
        """True while nobody, anywhere, has answered one that asks here."""
        raised = (context.board.emergencies.get(unit) for unit, _ in self._asked_since)
        return any(each is None or not each.answered_by for each in raised)

    def _answer(self, context: Context) -> Effects:
        first = next(each for each in self._in_order(context) if self._is_unanswered(context, *each))
        stood = context.now - self._asked_since.get(first, context.now)
        if not self._stillness.was_still or stood < LOOKED_AT:
            return (Tell(context.say("emergency-wait", press=key_name(ANSWER_KEY)), Tone.WARN),)
        self._answered.add(first)
        return (Send(AnswerEmergency(unit=first[0])), *self.look(context))

    def deed(self, context: Context, meant: tuple[int, str]) -> Effects:
        """What the list offered by a digit: the line, the map, who is nearest or coming along oneself."""
        self._lists = False
        unit, what = meant
        number = dict(self._standing(context)).get(unit)
        if number is None:
            return NOTHING
        if number not in context.board.incidents:
            return (Tell(context.say("emergency-coming"), Tone.WARN),)
        match what:
            case "line":
                shown = (LookToward(number), Select(number), ShowLine(number, LineKind.OPEN))
                return (*shown, GoTo(Where.LINE), *_joins(context, number))
            case "map":
                return (SelectUnit(unit), GoTo(Where.MAP), Perform("centre"))
            case _:
                return self._goes(context, number)

    def _goes(self, context: Context, number: int) -> Effects:
        unit = our_unit(context)
        if unit is not None:
            return (Send(ComeAlong(incident=number, unit=unit.id)),)
        return (Select(number), Perform("recommend"))

    def _call(self, context: Context, id: int) -> Call:
        board = context.board
        raised, ours = board.emergencies.get(id), our_unit(context)
        fix, unit = context.fixes.get(id), board.units.get(id)
        pressed: Emergency | Alarm = raised if raised is not None else self._alarms[id][0]
        point = pressed.point if fix is None else fix.point
        here = None if ours is None or ours.id == id else context.fixes.get(ours.id)
        names = (
            (board.units[each].call_sign for each in raised.nearby if each in board.units and each != id)
            if raised
            else ()
        )
        near = None if here is not None or point is None else nearest_to(context, id, point)
        own = None if unit is None or unit.incident is None else board.incidents.get(unit.incident)
        place = "" if own is None or own.number == pressed.incident else f"{own.place.name} ({own.number})"
        return Call(
            unit=id,
            call_sign=pressed.call_sign,
            incident=pressed.incident,
            at="" if raised is None else clock(raised.at, context.now, seconds=True),
            where=place or _coordinates(point),
            away_m=None if here is None or point is None else distance_m(here.point, point),
            nearest="" if near is None else near[0],
            nearest_m=None if near is None else near[1],
            nearby=tuple(names),
            answered_by=() if raised is None else raised.answered_by,
            mine=self._is_ours(context, id),
        )


def _joins(context: Context, number: int) -> Effects:
    """A unit that was too far to be put on the line comes onto it by looking there."""
    is_on = context.board.incidents[number].is_on(context.name)
    return (Send(JoinLine(incident=number)),) if is_units(context) and not is_on else NOTHING


def _coordinates(point: Point | None) -> str:
    return "" if point is None else f"{point.lat_deg:.5f}, {point.lon_deg:.5f}"
