"""Colleagues in need at this desk: what must be answered by name, and the button of one's own unit.

Owned by the desk, fed with every event. While one is unanswered here it has the screen and the keys. Raises
an emergency only on the second press of its key, within ARMED: one press is an accident.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from console.emergency.view import Call, EmergencyView
from console.paint.tone import Tone
from console.unit.whose_desk import is_units, our_name, our_unit
from protocol.commands.pairs import AnswerEmergency, RaiseEmergency
from protocol.errors import Reason
from protocol.model.emergency import Emergency
from protocol.model.point import Point, distance_m
from protocol.permissions import may
from protocol.session.events import Alarmed, Answered, Event, LinkState, StateChanged
from protocol.wire.messages import Alarm, Done, Refusal

if TYPE_CHECKING:
    from console.desk.desk import Desk

ARMED = timedelta(seconds=2)
"""The second press counts for this long."""

LOOKED_AT = timedelta(seconds=1)
"""Enter counts only after the screen stood for so long: somebody who typed meant something else."""

ALARM_STANDS = timedelta(seconds=60)
"""An alarm whose facts never come goes after this."""

_PASS = frozenset({"ctrl+q", "ctrl+c"})


class Emergencies:
    """What this person must still answer, and whether the own button is armed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._alarms: dict[int, tuple[Alarm, datetime]] = {}
        """Told at once by the server; until the facts are there."""

        self._answered: set[tuple[int, int]] = set()
        """Unit and incident of what was answered here, while that is under way."""

        self._taken_at: datetime | None = None
        self._armed_at: datetime | None = None

    @property
    def takes(self) -> bool:
        """True while something must be answered here: it has the whole screen."""
        return any(self._is_unanswered(*each) for each in self._standing())

    @property
    def stands(self) -> bool:
        """True while any colleague is in need."""
        return bool(self._standing())

    def take(self, event: Event) -> None:
        """The store knows it already."""
        match event:
            case Alarmed(alarm=alarm):
                self._alarms[alarm.unit] = (alarm, self._desk.now)
            case Answered(command=RaiseEmergency(), answer=Done()):
                self._desk.notices.warn(self._desk.say("emergency-sent"))
            case Answered(command=AnswerEmergency(unit=unit), answer=Refusal(reason=reason)):
                if reason is not Reason.NO_EMERGENCY:
                    self._answered = {each for each in self._answered if each[0] != unit}
            case StateChanged(state=LinkState.CATCHING_UP):
                self._alarms.clear()
            case _:
                pass
        self.look()

    def look(self) -> None:
        """Forget alarms whose facts are here; notice since when the screen is taken, and ring then."""
        now, board = self._desk.now, self._desk.store.board
        self._alarms = {
            unit: (alarm, at)
            for unit, (alarm, at) in self._alarms.items()
            if alarm.incident > board.last_incident and now - at < ALARM_STANDS
        }
        if not self.takes:
            self._taken_at = None
        elif self._taken_at is None:
            self._taken_at = now
            self._desk.beyond.bell()

    def second(self) -> None:
        """It rings every second until it is answered; a bell that is off is on for this."""
        before = self._taken_at
        self.look()
        if before is not None and self._taken_at is not None:
            self._desk.beyond.bell()

    def press(self, key: str) -> bool:
        """A key, before any field and panel. True when it was for this."""
        if not self.takes or key in _PASS:
            return False
        if key == "enter" and self._taken_at is not None and self._desk.now - self._taken_at >= LOOKED_AT:
            self._answer()
        return True

    def button(self) -> None:
        """The key of one's own emergency: the first press arms, the second within ARMED raises it."""
        desk = self._desk
        unit, now = our_unit(desk), desk.now
        if unit is None:
            desk.notices.warn(desk.say("emergency-not-on-duty"))
        elif unit.id in desk.store.board.emergencies:
            desk.notices.warn(desk.say("emergency-stands"), Tone.WARN)
        elif self._armed_at is not None and now - self._armed_at <= ARMED:
            # The line of the emergency comes in its place; drafts stay.
            self._armed_at, desk.field = None, None
            fix = desk.store.fixes.get(unit.id)
            desk.send(RaiseEmergency(unit=unit.id, point=None if fix is None else fix.point))
            live = desk.store.link_state is LinkState.LIVE
            desk.notices.warn(desk.say("emergency-sent" if live else "emergency-no-link"))
        else:
            self._armed_at = now
            desk.notices.warn(desk.say("emergency-armed"), Tone.WARN)

    def view(self) -> EmergencyView:
        """What is shown: what must be answered first, then the others, oldest first."""
        welcome = self._desk.store.welcome
        standing = sorted(self._standing(), key=lambda each: not self._is_unanswered(*each))
        return EmergencyView(
            calls=tuple(self._call(unit) for unit, _ in standing),
            takes=self.takes,
            name="" if welcome is None else welcome.name,
        )

    def _standing(self) -> list[tuple[int, int]]:
        """Unit and incident of every colleague in need."""
        raised = {unit: each.incident for unit, each in self._desk.store.board.emergencies.items()}
        alarms = {unit: alarm.incident for unit, (alarm, _) in self._alarms.items()}
        return sorted({**alarms, **raised}.items(), key=lambda each: each[1])

    def _is_unanswered(self, unit: int, incident: int) -> bool:
        desk = self._desk
        welcome = desk.store.welcome
        if welcome is None or not may(welcome.role, AnswerEmergency) or (unit, incident) in self._answered:
            return False
        raised = desk.store.board.emergencies.get(unit)
        return not self._is_ours(unit) and (raised is None or welcome.name not in raised.answered_by)

    def _is_ours(self, unit: int) -> bool:
        """Raised by the unit of this account, also when that is off duty by now."""
        raised = self._desk.store.board.emergencies.get(unit)
        call_sign = self._alarms[unit][0].call_sign if raised is None else raised.call_sign
        return is_units(self._desk) and call_sign.casefold() == our_name(self._desk).casefold()

    def _answer(self) -> None:
        desk = self._desk
        first = next(each for each in self._standing() if self._is_unanswered(*each))
        self._answered.add(first)
        desk.send(AnswerEmergency(unit=first[0]))
        if first[1] in desk.store.board.incidents and desk.field is None:
            desk.select(first[1])
        self._taken_at = None
        self.look()

    def _call(self, id: int) -> Call:
        desk, board = self._desk, self._desk.store.board
        raised, ours = board.emergencies.get(id), our_unit(desk)
        fix, unit = desk.store.fixes.get(id), board.units.get(id)
        pressed: Emergency | Alarm = raised if raised is not None else self._alarms[id][0]
        point = pressed.point if fix is None else fix.point
        here = None if ours is None or ours.id == id else desk.store.fixes.get(ours.id)
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
            at="" if raised is None else raised.at.astimezone().strftime("%H:%M:%S"),
            where=" · ".join(each for each in (place, _coordinates(point)) if each),
            away_m=None if here is None or point is None else distance_m(here.point, point),
            nearby=tuple(names),
            answered_by=() if raised is None else raised.answered_by,
            mine=self._is_ours(id),
        )


def _coordinates(point: Point | None) -> str:
    return "" if point is None else f"{point.lat_deg:.5f}, {point.lon_deg:.5f}"
