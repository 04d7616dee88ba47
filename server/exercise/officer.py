"""A simulated unit: given what it sees of the board and the time, what it does next.

Pure: `next_step` takes an officer and a view and gives the officer afterwards and the commands it wishes. It
obeys the board, whoever changed it: what the visitor assigns, diverts or releases is noticed, answered a few
seconds later on the open line, and driven to. The shift sends the commands; nothing here does I/O.
"""

import random
from collections.abc import Sequence

from attrs import evolve, field, frozen

from protocol.commands import Command, LeaveLine, SetUnitStatus, Speak
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident
from protocol.model.means import Means
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting import Setting, said
from server.exercise.trip import Trip, speed_mps, standing

BREAK_CHANCE = 0.05
"""At the end of a round of patrol."""

_S = UnitStatus


@frozen(kw_only=True)
class Planned:
    """Something to do when its time comes, if it still makes sense then."""

    due_s: float
    command: Speak | SetUnitStatus | LeaveLine


@frozen(kw_only=True)
class View:
    """What an officer sees of the board."""

    unit: Unit
    incident: Incident | None
    """What the unit is on."""

    before: Incident | None
    """What it was on before that, as it is now."""


@frozen(kw_only=True)
class Officer:
    """What a unit has in mind."""

    call_sign: Name
    means: Means
    trip: Trip
    status: UnitStatus = _S.AVAILABLE
    """The last status and incident it noticed."""

    incident: int | None = None
    before: int | None = None
    goal: Place | None = None
    """Where its incident was when it last looked; None when it is on nothing."""

    goal_point: Point | None = None
    """Where it goes for that; None when it does not know the place."""

    heard: int = 0
    """How many lines of its incident's timeline it has heard."""

    expected: UnitStatus | None = None
    """The status it set itself, until it shows on the board."""

    plan: tuple[Planned, ...] = field(default=())


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
    due = [planned.command for planned in officer.plan if planned.due_s <= now_s]
    wishes = tuple(command for command in due if _makes_sense(command, view))
    for command in wishes:
        if isinstance(command, SetUnitStatus):
            officer = evolve(officer, expected=command.status)
    return evolve(officer, plan=tuple(planned for planned in officer.plan if planned.due_s > now_s)), wishes


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
                officer = _planned(officer, (now_s + 2, LeaveLine(incident=officer.before)))
            return _given(officer, unit, incident, now_s, setting, dice)
        case _S.EN_ROUTE if incident is not None:
            return _sets_off(officer, incident, now_s, setting)
        case _S.ON_SCENE if incident is not None:
            return _on_scene(officer, unit, incident, now_s, setting, dice)
        case _S.UNAVAILABLE:
            back = (now_s + dice.uniform(150, 330), SetUnitStatus(unit=unit.id, status=_S.AVAILABLE))
            officer = evolve(officer, trip=standing(officer.trip.at(now_s), now_s))
            return _planned(officer, back) if own else officer
        case _:
            return _let_go(officer, own, now_s, setting, dice, moved_on=moved_on)


def _given(
    officer: Officer, unit: Unit, incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Officer:
    """A melding: say so and go, or ask where it is."""
    point = setting.point_of(incident)
    officer = evolve(
        officer, goal=incident.place, goal_point=None, trip=standing(officer.trip.at(now_s), now_s)
    )
    answer_s = now_s + dice.uniform(3, 8)
    phrases = setting.stories.phrases
    if point is None:
        words = said(phrases.where, incident, dice)
        return _planned(officer, (answer_s, Speak(incident=incident.number, text=words)))
    words = said(phrases.en_route, incident, dice)
    return _planned(
        officer,
        (answer_s, Speak(incident=incident.number, text=words)),
        (answer_s + 1, SetUnitStatus(unit=unit.id, status=_S.EN_ROUTE)),
    )


def _sets_off(officer: Officer, incident: Incident, now_s: float, setting: Setting) -> Officer:
    """Along the streets to the incident, as fast as its priority and the means allow."""
    here, point = officer.trip.at(now_s), setting.point_of(incident)
    officer = evolve(officer, goal=incident.place, goal_point=point)
    if point is None:
        return evolve(officer, trip=standing(here, now_s))
    speed = speed_mps(officer.means, urgent=incident.priority is Priority.P1)
    return evolve(officer, trip=Trip(points=setting.town.route(here, point), start_s=now_s, speed_mps=speed))


def _on_scene(
    officer: Officer, unit: Unit, incident: Incident, now_s: float, setting: Setting, dice: random.Random
) -> Officer:
    """Say what one finds, in turns, and let go when it is done. The first unit there has the most to say."""
    phrases, story = setting.stories.phrases, setting.stories.about(incident.what)
    leads = not incident.units or incident.units[0] == unit.id
    stay_s = dice.uniform(80, 200) if leads else dice.uniform(50, 110)
    lines: list[Text] = []
    if leads and story is not None:
        # Two lines are enough for most meldingen; they keep their order.
        keep = sorted(dice.sample(range(len(story.scene)), min(len(story.scene), dice.randint(2, 4))))
        lines = [Text(story.scene[place]) for place in keep]
    elif not leads:
        lines = [said(phrases.assist, incident, dice)]
    told = [
        (now_s + stay_s * (turn + dice.uniform(0.4, 0.9)) / (len(lines) + 1), line)
        for turn, line in enumerate(lines)
    ]
    number = incident.number
    return _planned(
        evolve(officer, goal=incident.place, goal_point=None, trip=standing(officer.trip.at(now_s), now_s)),
        (now_s + 1, Speak(incident=number, text=said(phrases.on_scene, incident, dice))),
        *((due_s, Speak(incident=number, text=line)) for due_s, line in told),
        (now_s + stay_s, Speak(incident=number, text=said(phrases.done, incident, dice))),
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
    officer = _planned(officer, (now_s + dice.uniform(9, 20), LeaveLine(incident=number)))
    if own:
        return officer
    words = Text(dice.choice(setting.stories.phrases.released))
    return _planned(officer, (now_s + dice.uniform(3, 6), Speak(incident=number, text=words)))


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
        words = said(setting.stories.phrases.elsewhere, incident, dice)
        return _planned(officer, (now_s + dice.uniform(3, 6), Speak(incident=incident.number, text=words)))
    if any(isinstance(planned.command, SetUnitStatus) for planned in officer.plan):
        return evolve(officer, goal=incident.place)  # about to set off, and will look where to then
    return _given(officer, unit, incident, now_s, setting, dice)


def _listened(officer: Officer, view: View, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """When somebody of flesh and blood speaks on the line, the first unit on it answers."""
    incident = view.incident
    if incident is None or len(incident.entries) <= officer.heard:
        return officer
    fresh: Sequence[str] = [
        entry.text
        for entry in incident.entries[officer.heard :]
        if entry.kind is EntryKind.SPOKEN and not setting.is_simulated(entry.by)
    ]
    officer = evolve(officer, heard=len(incident.entries))
    if not fresh or incident.units[:1] != (view.unit.id,):
        return officer
    phrases = setting.stories.phrases
    words = Text(dice.choice(phrases.asked if "?" in fresh[-1] else phrases.heard))
    return _planned(officer, (now_s + dice.uniform(2, 6), Speak(incident=incident.number, text=words)))


def _went_on(officer: Officer, unit: Unit, now_s: float) -> Officer:
    """Nothing in mind and on a melding: what follows by itself, also when an earlier wish was refused."""
    if officer.status is _S.EN_ROUTE and officer.goal_point is not None and now_s >= officer.trip.ends_s:
        return _planned(officer, (now_s, SetUnitStatus(unit=unit.id, status=_S.ON_SCENE)))
    if officer.status is _S.ON_SCENE:
        return _planned(officer, (now_s + 20, SetUnitStatus(unit=unit.id, status=_S.AVAILABLE)))
    return officer


def _patrolled(officer: Officer, unit: Unit, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """On to the next corner of the town when the last round is over; now and then a break."""
    if officer.status is not _S.AVAILABLE or now_s < officer.trip.ends_s:
        return officer
    if dice.random() < BREAK_CHANCE:
        return _planned(officer, (now_s, SetUnitStatus(unit=unit.id, status=_S.UNAVAILABLE)))
    goal = setting.town.address(dice).point
    assert goal is not None  # an address of a town has a point
    points = setting.town.route(officer.trip.at(now_s), goal)
    return evolve(
        officer,
        trip=Trip(points=points, start_s=now_s, speed_mps=speed_mps(officer.means, urgent=None)),
    )


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
            return isinstance(command, Speak) or any(member.name == name for member in about.members)
        case _:
            return True


def _planned(officer: Officer, *ahead: tuple[float, Speak | SetUnitStatus | LeaveLine]) -> Officer:
    """The officer with more in mind, in order of time."""
    plan = (*officer.plan, *(Planned(due_s=due_s, command=command) for due_s, command in ahead))
    return evolve(officer, plan=tuple(sorted(plan, key=lambda planned: planned.due_s)))
