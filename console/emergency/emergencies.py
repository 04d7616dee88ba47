"""Colleagues in need at this desk: what must be answered by name, and the button of one's own unit.

Fed with every event. While one is unanswered here it has the screen and the keys. Raises
an emergency only on the second press of its key, within ARMED: one press is an accident.
"""

from datetime import datetime, timedelta

from console.emergency.view import Call, EmergencyView
from console.paint.clock import clock
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Bell, Effects, Focus, Select, Send, Warn
from console.part.whose_desk import is_units, our_unit
from protocol.commands.pairs import AnswerEmergency, RaiseEmergency
from protocol.errors import Reason
from protocol.model.emergency import Emergency
from protocol.model.point import Point, distance_m
from protocol.permissions import may
from protocol.session.events import Alarmed, Answered, Event, LinkState, StateChanged
from protocol.wire.messages import Alarm, Done, Refusal

ARMED = timedelta(seconds=2)
"""The second press counts for this long."""

LOOKED_AT = timedelta(seconds=1)
"""Enter counts only after the screen stood for so long: somebody who typed meant something else."""

ALARM_STANDS = timedelta(seconds=60)
"""An alarm whose facts never come goes after this."""

_PASS = frozenset({"ctrl+q", "ctrl+c"})


class Emergencies:
    """What this person must still answer, and whether the own button is armed."""

    def __init__(self) -> None:
        self._alarms: dict[int, tuple[Alarm, datetime]] = {}
        """Told at once by the server; until the facts are there."""

        self._answered: set[tuple[int, int]] = set()
        """Unit and incident of what was answered here, while that is under way."""

        self._taken_at: datetime | None = None
        self._armed_at: datetime | None = None

    def forget(self) -> None:
        """Another history: nobody has answered anything in it yet."""
        self._alarms, self._answered, self._taken_at, self._armed_at = {}, set(), None, None

    def takes(self, context: Context) -> bool:
        """True while something must be answered here: it has the whole screen."""
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
            case StateChanged(state=LinkState.CATCHING_UP):
                self._alarms.clear()
            case _:
                pass
        return (*said, *self.look(context))

    def look(self, context: Context) -> Effects:
        """Forget alarms whose facts are here; notice since when the screen is taken, and ring then."""
        now, board = context.now, context.board
        self._alarms = {
            unit: (alarm, at)
            for unit, (alarm, at) in self._alarms.items()
            if alarm.incident > board.last_incident and now - at < ALARM_STANDS
        }
        if not self.takes(context):
            self._taken_at = None
        elif self._taken_at is None:
            self._taken_at = now
            return (Bell(),)
        return NOTHING

    def second(self, context: Context) -> Effects:
        """It rings every second until it is answered; a bell that is off is on for this."""
        before = self._taken_at
        rang = self.look(context)
        return (Bell(),) if before is not None and self._taken_at is not None else rang

    def press(self, context: Context, key: str) -> Effects | None:
        """A key, before any field and panel. None when it is not for this."""
        if not self.takes(context) or key in _PASS:
            return None
        if key == "enter" and self._taken_at is not None and context.now - self._taken_at >= LOOKED_AT:
            return self._answer(context)
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
        standing = sorted(self._standing(context), key=lambda each: not self._is_unanswered(context, *each))
        return EmergencyView(
            calls=tuple(self._call(context, unit) for unit, _ in standing),
            takes=self.takes(context),
            name=context.name,
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

    def _answer(self, context: Context) -> Effects:
        first = next(each for each in self._standing(context) if self._is_unanswered(context, *each))
        self._answered.add(first)
        self._taken_at = None
        looks = first[1] in context.board.incidents and context.field is None
        selected: Effects = (Select(first[1]),) if looks else NOTHING
        return (Send(AnswerEmergency(unit=first[0])), *selected, *self.look(context))

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
        own = None if unit is None or unit.incident is None else board.incidents.get(unit.incident)
        place = "" if own is None or own.number == pressed.incident else f"{own.place.name} ({own.number})"
        return Call(
            unit=id,
            call_sign=pressed.call_sign,
            incident=pressed.incident,
            at="" if raised is None else clock(raised.at, context.now, seconds=True),
            where=" · ".join(each for each in (place, _coordinates(point)) if each),
            away_m=None if here is None or point is None else distance_m(here.point, point),
            nearby=tuple(names),
            answered_by=() if raised is None else raised.answered_by,
            mine=self._is_ours(context, id),
        )


def _coordinates(point: Point | None) -> str:
    return "" if point is None else f"{point.lat_deg:.5f}, {point.lon_deg:.5f}"
