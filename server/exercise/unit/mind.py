"""What a simulated unit has in mind, what it sees of the board, and what it plans to do when.

Values and their planning only: what an officer makes of what it sees is decided in `officer`.
"""

from attrs import evolve, field, frozen

from protocol.commands.letting_go import CheckEnd
from protocol.commands.timeline import LeaveLine, Speak
from protocol.commands.units import EndTask, SetTask, SetUnitStatus
from protocol.model.incident import Incident
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.crew import Crew
from server.exercise.unit.talk import Line
from server.exercise.unit.trip import Trip

Plannable = Speak | SetUnitStatus | LeaveLine | CheckEnd | SetTask | EndTask


@frozen(kw_only=True)
class Planned:
    """Something to do when its time comes, if it still makes sense then."""

    due_s: float
    command: Plannable


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
    crew: Crew
    trip: Trip
    status: UnitStatus = UnitStatus.AVAILABLE
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


def with_lines(officer: Officer, *lines: Line) -> Officer:
    """The officer with this to say."""
    return planned(officer, *((line.due_s, line.speak) for line in lines))


def planned(officer: Officer, *ahead: tuple[float, Plannable]) -> Officer:
    """The officer with more in mind, in order of time."""
    plan = (*officer.plan, *(Planned(due_s=due_s, command=command) for due_s, command in ahead))
    return evolve(officer, plan=tuple(sorted(plan, key=lambda one: one.due_s)))
