"""Whom the second centralist sends."""

from datetime import UTC, datetime

import pytest
from attrs import evolve
from immutables import Map

from protocol.commands.units import AssignUnit
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.means import Means
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.task import Task
from protocol.model.text import Name
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.dispatch.sending import HABIT, chosen
from server.exercise.shift import make_setting

AT = datetime(2026, 1, 16, 19, 0, tzinfo=UTC)
SETTING = make_setting(1, 12)
TOWN = SETTING.town
NEAR, HALF_WAY, FAR = TOWN.nodes[0], TOWN.nodes[30], TOWN.nodes[-1]
POINTS = {1: FAR, 2: HALF_WAY, 3: NEAR}


def number_where(habit: bool) -> int:
    """The number of a melding at which the desk follows its habit, or does not."""
    return next(n for n in range(1, 999) if (SETTING.part("habit", n) < HABIT) == habit)


PLACE = Place(name=Name("Hoek"), point=NEAR)
MELDING = Incident(
    number=number_where(False),
    what=Name("Kat in de boom"),
    place=PLACE,
    priority=Priority.P1,
    opened_at=AT,
    opened_by=Name("Joost"),
    phase_since=AT,
)


def unit(id: int) -> Unit:
    """A car that is free."""
    return Unit(id=id, call_sign=Name(f"12.0{id}"), since=AT)


def board(*units: Unit, incidents: tuple[Incident, ...] = ()) -> Board:
    """Those on duty."""
    return Board(
        units=Map({unit.id: unit for unit in units}),
        incidents=Map({incident.number: incident for incident in incidents}),
    )


def sent(incident: Incident, on: Board, taken: frozenset[int] = frozenset()) -> AssignUnit | None:
    """What the desk does about it."""
    return chosen(incident, on, POINTS, taken, SETTING)


def test_the_nearest_by_road_goes_whatever_it_is_called() -> None:
    """12.03 stands at the corner where it is."""
    wish = sent(MELDING, board(unit(1), unit(2), unit(3)))
    assert wish == AssignUnit(incident=MELDING.number, unit=3)


def test_by_habit_the_first_that_comes_to_mind_goes() -> None:
    """12.01, at the other end of the town; but not on foot."""
    melding = evolve(MELDING, number=number_where(True))
    assert sent(melding, board(unit(1), unit(2), unit(3))) == AssignUnit(incident=melding.number, unit=1)
    walks = evolve(unit(1), means=Means.FOOT)
    assert sent(melding, board(walks, unit(2), unit(3))) == AssignUnit(incident=melding.number, unit=2)


def test_who_can_do_what_is_asked_goes_first() -> None:
    """When that does not take five minutes more; where nobody can, somebody goes all the same."""
    melding = evolve(MELDING, skills=(Name("hond"),))
    with_dog = evolve(unit(2), skills=(Name("hond"), Name("ehbo")))
    assert sent(melding, board(unit(1), with_dog, unit(3))) == AssignUnit(incident=melding.number, unit=2)
    assert sent(melding, board(unit(1), unit(3))) == AssignUnit(incident=melding.number, unit=3)
    walks = evolve(with_dog, means=Means.FOOT)
    assert sent(melding, board(walks, unit(3))) == AssignUnit(incident=melding.number, unit=3)


@pytest.mark.parametrize(
    "busy",
    [
        evolve(unit(3), status=UnitStatus.UNAVAILABLE),
        evolve(unit(3), task=Task(what=Name("Verhoor"), interruptible=False, since=AT)),
        evolve(unit(3), status=UnitStatus.ON_SCENE, incident=77),
    ],
)
def test_who_cannot_be_called_is_left_alone(busy: Unit) -> None:
    """On a break, at work that must not be interrupted, or at another melding."""
    assert sent(MELDING, board(unit(2), busy)) == AssignUnit(incident=MELDING.number, unit=2)


def test_work_that_can_be_interrupted_is() -> None:
    """The nearest goes."""
    at_work = evolve(unit(3), task=Task(what=Name("Buurtgesprek"), since=AT))
    assert sent(MELDING, board(unit(2), at_work)) == AssignUnit(incident=MELDING.number, unit=3)


def test_who_would_walk_through_the_whole_town_is_not_sent() -> None:
    """Nor is who was never seen: somebody else will be free."""
    walks = evolve(unit(1), means=Means.FOOT)
    assert sent(MELDING, board(walks)) is None
    assert sent(MELDING, board(unit(9))) is None
    assert sent(MELDING, board(unit(1))) == AssignUnit(incident=MELDING.number, unit=1)


def test_who_was_sent_in_the_same_look_is_not_sent_twice() -> None:
    """The board does not know it yet."""
    wish = sent(MELDING, board(unit(2), unit(3)), frozenset({3}))
    assert wish == AssignUnit(incident=MELDING.number, unit=2)


def test_for_a_priority_1_somebody_is_taken_off_what_is_less_urgent() -> None:
    """Only when nobody is free, and only from what can wait."""
    other = evolve(MELDING, number=900, priority=Priority.P4)
    driving = evolve(unit(2), status=UnitStatus.EN_ROUTE, incident=900)
    on = board(driving, incidents=(other,))
    assert sent(MELDING, on) == AssignUnit(incident=MELDING.number, unit=2, divert=True)
    assert sent(evolve(MELDING, priority=Priority.P2), on) is None
    urgent = board(driving, incidents=(evolve(other, priority=Priority.P2),))
    assert sent(MELDING, urgent) is None
