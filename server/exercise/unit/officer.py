"""A simulated unit: given what it sees of the board and the time, what it does next.

Pure: `next_step` takes an officer and a view and gives the officer afterwards and the commands it wishes. It
obeys the board, whoever changed it: what the visitor assigns, diverts or releases is noticed, answered a few
seconds later on the open line (in the words of `talk`), and driven to. Before it leaves as the last one it
says that it is done. The shift sends the commands; nothing here does I/O.
"""

import random

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.letting_go import CheckEnd
from protocol.commands.timeline import LeaveLine, Speak
from protocol.commands.units import EndTask, SetTask, SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.letting_go import CitizenView
from protocol.model.priority import Priority
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.setting import Setting
from server.exercise.unit import talk
from server.exercise.unit.mind import Officer, View, planned, with_lines
from server.exercise.unit.prepared import begun, ended
from server.exercise.unit.trip import Haste, along, standing

BREAK_CHANCE = 0.05
TASK_CHANCE = 0.3
"""At the end of a round of patrol."""

AT_HOME = 0.8
"""How often a round stays within the team's own area."""

CHECKS_BEFORE_S = 6.0
"""Before it leaves the spot the first unit there says that it is done, when no other stays."""

VIEWS = (*[CitizenView.AGREES] * 8, CitizenView.NOT_REACHED, CitizenView.DISAGREES)

_S = UnitStatus


def next_step(
    officer: Officer, view: View, now_s: float, setting: Setting, dice: random.Random
) -> tuple[Officer, tuple[Command, ...]]:
    """The officer after looking at the board at `now_s` of the shift's clock, and what it wishes."""
    if (view.unit.status, view.unit.incident) != (officer.status, officer.incident):
        officer = _noticed(officer, view, now_s, setting, dice)
    elif view.incident is not None and view.incident.place != officer.goal:
        officer = _place_changed(officer, view.unit, view.incident, now_s, setting, dice)
    officer = _listened(officer, view, now_s, setting, dice)
    if officer.incident is None:
        officer = _patrolled(officer, view.unit, now_s, setting, dice)
    elif not officer.plan:
        officer = _went_on(officer, view.unit, now_s)
    due = [one.command for one in officer.plan if one.due_s <= now_s]
    wishes = tuple(command for command in due if _makes_sense(command, view))
    for command in wishes:
        if isinstance(command, SetUnitStatus):
            officer = evolve(officer, expected=command.status)
    return evolve(officer, plan=tuple(one for one in officer.plan if one.due_s > now_s)), wishes


def _noticed(officer: Officer, view: View, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """The board says something else of this unit than before: what it had in mind is off."""
    unit, incident = view.unit, view.incident
    own = unit.status is officer.expected
    moved_on = unit.incident != officer.incident
    officer = evolve(
        officer,
        status=unit.status,
        incident=unit.incident,
        before=officer.incident if moved_on else officer.before,
        expected=None,
        plan=(),
        heard=len(incident.entries) if incident is not None and moved_on else officer.heard,
    )
    match unit.status:
        case _S.ASSIGNED if incident is not None:
            if officer.before is not None and moved_on:
                officer = planned(officer, (now_s + 2, LeaveLine(incident=officer.before)))
            return _given(officer, unit, incident, now_s, setting, dice)
        case _S.EN_ROUTE if incident is not None:
            return _sets_off(officer, incident, now_s, setting)
        case _S.ON_SCENE if incident is not None:
            return _on_scene(officer, unit, incident, now_s, setting, dice)
        case _S.UNAVAILABLE:
            back = (now_s + dice.uniform(150, 330), SetUnitStatus(unit=unit.id, status=_S.AVAILABLE))
            officer = evolve(officer, trip=standing(officer.trip.at(now_s), now_s))
            return planned(officer, back) if own else officer
        case _:
            return _let_go(officer, own, now_s, setting, dice, moved_on=moved_on)


def _given(
    officer: Officer, unit: Unit, incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Officer:
    """A melding: say so and go, or ask where it is."""
    officer = evolve(
        officer, goal=incident.place, goal_point=None, trip=standing(officer.trip.at(now_s), now_s)
    )
    line = talk.on_its_way(incident, now_s, setting, dice)
    officer = with_lines(officer, line)
    if setting.point_of(incident) is None:
        return officer
    return planned(officer, (line.due_s + 1, SetUnitStatus(unit=unit.id, status=_S.EN_ROUTE)))


def _sets_off(officer: Officer, incident: Incident, now_s: float, setting: Setting) -> Officer:
    """Along the streets to the incident, as fast as its priority and the means allow."""
    here, point = officer.trip.at(now_s), setting.point_of(incident)
    officer = evolve(officer, goal=incident.place, goal_point=point)
    if point is None:
        return evolve(officer, trip=standing(here, now_s))
    haste = Haste.URGENT if incident.priority is Priority.P1 else Haste.CALLED
    route = setting.town.route(here, point, officer.crew.means)
    return evolve(officer, trip=along(route, now_s, officer.crew.means, haste))


def _on_scene(
    officer: Officer, unit: Unit, incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Officer:
    """Say what one finds, say that it is done, and let go."""
    leads = not incident.units or incident.units[0] == unit.id
    stay_s = dice.uniform(80, 200) if leads else dice.uniform(50, 110)
    officer = evolve(
        officer, goal=incident.place, goal_point=None, trip=standing(officer.trip.at(now_s), now_s)
    )
    officer = with_lines(officer, *talk.on_the_spot(incident, now_s, stay_s, setting, dice, leads=leads))
    check = CheckEnd(incident=incident.number, citizen=dice.choice(VIEWS))
    return planned(
        officer,
        (now_s + stay_s - CHECKS_BEFORE_S, check),
        (now_s + stay_s + 2, SetUnitStatus(unit=unit.id, status=_S.AVAILABLE)),
    )


def _let_go(
    officer: Officer, own: bool, now_s: float, setting: Setting, dice: random.Random, *, moved_on: bool
) -> Officer:
    """Available: acknowledge when somebody else decided it, leave the line, stay a moment, patrol again."""
    officer = evolve(
        officer,
        goal=None,
        goal_point=None,
        trip=standing(officer.trip.at(now_s), now_s + dice.uniform(4, 15)),
    )
    if not moved_on or officer.before is None:
        return officer
    number = officer.before
    officer = planned(officer, (now_s + dice.uniform(9, 20), LeaveLine(incident=number)))
    return officer if own else with_lines(officer, talk.released(number, now_s, setting, dice))


def _place_changed(
    officer: Officer, unit: Unit, incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Officer:
    """It turns out to be elsewhere, or is known better now."""
    if officer.status is _S.ON_SCENE:
        return evolve(officer, goal=incident.place)
    if officer.status is _S.EN_ROUTE:
        before = officer.goal_point
        officer = _sets_off(officer, incident, now_s, setting)
        if officer.goal_point == before:
            return officer
        return with_lines(officer, talk.elsewhere(incident, now_s, setting, dice))
    if any(isinstance(one.command, SetUnitStatus) for one in officer.plan):
        return evolve(officer, goal=incident.place)  # about to set off, and will look where to then
    return _given(officer, unit, incident, now_s, setting, dice)


def _listened(officer: Officer, view: View, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """When somebody of flesh and blood speaks on the line, the first unit on it answers."""
    incident = view.incident
    if incident is None or len(incident.entries) <= officer.heard:
        return officer
    first = incident.units[:1] == (view.unit.id,)
    line = talk.reply(incident, officer.heard, now_s, setting, dice) if first else None
    officer = evolve(officer, heard=len(incident.entries))
    return officer if line is None else with_lines(officer, line)


def _went_on(officer: Officer, unit: Unit, now_s: float) -> Officer:
    """Nothing in mind and on a melding: what follows by itself, also when an earlier wish was refused."""
    if officer.status is _S.EN_ROUTE and officer.goal_point is not None and now_s >= officer.trip.ends_s:
        return planned(officer, (now_s, SetUnitStatus(unit=unit.id, status=_S.ON_SCENE)))
    if officer.status is _S.ON_SCENE:
        return planned(officer, (now_s + 20, SetUnitStatus(unit=unit.id, status=_S.AVAILABLE)))
    return officer


def _patrolled(officer: Officer, unit: Unit, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """On to the next corner of the town when the last round is over; now and then other work, or a break."""
    if officer.status is _S.AVAILABLE and unit.task is not None:
        return ended(officer, unit, now_s, dice)
    if officer.status is not _S.AVAILABLE or now_s < officer.trip.ends_s:
        return officer
    if dice.random() < BREAK_CHANCE:
        return planned(officer, (now_s, SetUnitStatus(unit=unit.id, status=_S.UNAVAILABLE)))
    if dice.random() < TASK_CHANCE:
        return begun(officer, unit, now_s, setting, dice)
    goal = setting.town.address(dice, within=officer.crew.team if dice.random() < AT_HOME else None).point
    assert goal is not None  # an address of a town has a point
    route = setting.town.route(officer.trip.at(now_s), goal, officer.crew.means)
    return evolve(officer, trip=along(route, now_s, officer.crew.means, Haste.PATROL))


def _makes_sense(command: Command, view: View) -> bool:
    """What was planned before may be overtaken: nobody speaks on a line that is closed."""
    match command:
        case Speak(incident=number) | LeaveLine(incident=number):
            about = next(
                (i for i in (view.incident, view.before) if i is not None and i.number == number), None
            )
            if about is None or not about.is_open:
                return False
            name = view.unit.call_sign
            return isinstance(command, Speak) or about.is_on(name)
        case SetTask():
            return view.unit.task is None and view.unit.incident is None
        case EndTask():
            return view.unit.task is not None
        case CheckEnd():
            about = view.incident
            alone = about is not None and about.units == (view.unit.id,)
            return about is not None and alone and not about.letting_go.unit_done_by
        case _:
            return True
