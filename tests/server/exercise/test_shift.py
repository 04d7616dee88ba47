"""The simulated shift, on a board in memory and with a clock that jumps."""

from collections.abc import Iterator

import pytest

from protocol.commands.incidents import ChangePlace, CloseIncident, OpenIncident
from protocol.commands.timeline import Speak
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOffUnit
from protocol.errors import Reason
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.timeline import LineSpoken
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.setting import DESK, INTAKE
from server.exercise.shift import OPEN_AT_START
from tests.server.exercise.rig import Stage

WARM_S = 540.0


@pytest.fixture
def stage() -> Stage:
    """A shift that has been going on for nine minutes."""
    warm = Stage(5, warm_until_s=WARM_S)
    warm.run(WARM_S, step_s=2.0)
    return warm


def free_unit(stage: Stage) -> Unit:
    """A unit that the visitor can send: the first car that is available."""
    return next(unit for unit in stage.board.units.values() if unit.status is UnitStatus.AVAILABLE)


def melding(stage: Stage, place: str, *, what: str = "Kat in de boom") -> int:
    """The visitor opens a melding in words alone."""
    return stage.visitor(OpenIncident(what=Name(what), place=Place(name=Name(place)), priority=Priority.P3))


def spoken(stage: Stage, by: str, incident: int) -> list[str]:
    """What somebody said on the line of an incident."""
    return [
        fact.text
        for change in stage.history
        for fact in change.facts
        if isinstance(fact, LineSpoken) and fact.incident == incident and change.by == by
    ]


@pytest.mark.parametrize("seed", range(8))
def test_the_board_is_alive_when_the_visitor_comes_in(seed: int) -> None:
    """Six to eight open incidents, in more than one state, and everybody on duty."""
    warm = Stage(seed, warm_until_s=WARM_S)
    warm.run(WARM_S, step_s=2.0)
    incidents = warm.board.open_incidents()
    assert len(incidents) in OPEN_AT_START
    assert len({incident.phase for incident in incidents}) > 1
    assert len(warm.board.units) == 12


def test_a_seed_gives_one_shift() -> None:
    """The same deeds at the same moments; another seed gives another."""

    def story(seed: int) -> list[object]:
        played = Stage(seed)
        played.run(300)
        return [(change.at, change.by, change.facts) for change in played.history]

    assert story(1) == story(1)
    assert story(1) != story(2)


@pytest.mark.parametrize("seed", [1, 6, 10])
def test_an_hour_without_a_visitor_goes_by_the_rules(seed: int) -> None:
    """Hardly anything is refused: a unit that takes a break in the very moment in which it is sent."""
    hour = Stage(seed)
    hour.run(3_600)
    assert set(hour.refused) <= {Reason.UNIT_STATUS_ILLEGAL}
    assert hour.refused.total() <= 3
    opened = [f.incident for c in hour.history for f in c.facts if isinstance(f, IncidentOpened)]
    closed = [f.incident for c in hour.history for f in c.facts if isinstance(f, IncidentClosed)]
    assert 40 <= len(opened) <= 90
    assert len(opened) - 25 <= len(closed)
    assert set(closed) <= set(opened)
    assert len(closed) == len(set(closed))


def test_about_one_melding_in_six_is_of_priority_1() -> None:
    """A quiet town; counted over several hours' worth of meldingen."""
    setting = Stage(1).shift.setting
    weights = [(story.weight, story.priority) for story in setting.stories.all]
    urgent = sum(weight for weight, priority in weights if priority is Priority.P1)
    assert 1 / 7 < urgent / sum(weight for weight, _ in weights) < 1 / 5


def test_a_unit_that_the_visitor_sends_says_so_and_drives_there(stage: Stage) -> None:
    """It answers within seconds, is en route, arrives, and talks on the spot."""
    unit, number = free_unit(stage), melding(stage, "Boterplein")
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.run(12)
    assert len(spoken(stage, unit.call_sign, number)) == 1
    assert stage.board.units[unit.id].status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)
    stage.run(600)
    assert len(spoken(stage, unit.call_sign, number)) >= 3
    assert stage.board.units[unit.id].incident != number


def test_a_unit_that_is_diverted_goes_where_it_is_sent_now(stage: Stage) -> None:
    """The new line hears it, the old line is left, and it arrives at the new place."""
    unit = free_unit(stage)
    first, second = melding(stage, "Boterplein"), melding(stage, "Station Waterdam")
    stage.visitor(AssignUnit(incident=first, unit=unit.id))
    stage.run(6)
    stage.visitor(AssignUnit(incident=second, unit=unit.id, divert=True))
    stage.run(12)
    assert spoken(stage, unit.call_sign, second)
    assert unit.call_sign not in [member.name for member in stage.board.incidents[first].members]
    arrived = (
        deed
        for _ in range(60)
        for deed in stage.run(10)
        if deed.command == SetUnitStatus(unit=unit.id, status=UnitStatus.ON_SCENE)
    )
    assert next(arrived).by == unit.call_sign
    goal = stage.shift.setting.town.find("Station Waterdam")
    assert stage.shift.points(stage.now_s)[unit.call_sign][1] == goal


def test_a_unit_that_is_released_says_so_once_and_patrols(stage: Stage) -> None:
    """Somebody else decided it, so it answers; then it moves again."""
    unit, number = free_unit(stage), melding(stage, "Boterplein")
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.run(12)
    before = len(spoken(stage, unit.call_sign, number))
    stage.visitor(ReleaseUnit(unit=unit.id))
    stage.run(8)
    assert len(spoken(stage, unit.call_sign, number)) == before + 1


def test_a_unit_asks_where_it_is_and_goes_when_it_is_told(stage: Stage) -> None:
    """A place that names nothing in the town is asked about on the line; a better one is driven to."""
    unit, number = free_unit(stage), melding(stage, "Nergenshuizen 4")
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.run(30)
    assert len(spoken(stage, unit.call_sign, number)) == 1
    assert stage.board.units[unit.id].status is UnitStatus.ASSIGNED
    stage.visitor(ChangePlace(incident=number, place=Place(name=Name("Boterplein"))))
    stage.run(12)
    assert stage.board.units[unit.id].status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)


def test_a_unit_answers_the_visitor_on_the_line(stage: Stage) -> None:
    """One answer, from the first unit on it."""
    unit, number = free_unit(stage), melding(stage, "Boterplein")
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.run(10)
    before = len(spoken(stage, unit.call_sign, number))
    stage.visitor(Speak(incident=number, text=Text("Wat zie je?")))
    stage.run(7)
    answers = spoken(stage, unit.call_sign, number)[before:]
    assert any(words in answers for words in stage.shift.setting.stories.phrases.asked)


def test_the_visitor_can_be_first(stage: Stage) -> None:
    """The second centralist leaves a new melding alone for a while, and takes it up in the end."""
    number = melding(stage, "Boterplein", what="Burenruzie")

    def senders() -> Iterator[str]:
        for change in stage.history:
            for fact in change.facts:
                if isinstance(fact, UnitAssigned) and fact.incident == number:
                    yield change.by

    stage.run(60)
    assert list(senders()) == []
    stage.run(400)
    assert list(senders())[:1] == [DESK]


def test_a_melding_that_the_visitor_closes_lets_its_units_go(stage: Stage) -> None:
    """They do not speak on a closed line, and can be sent again."""
    unit, number = free_unit(stage), melding(stage, "Boterplein")
    stage.visitor(AssignUnit(incident=number, unit=unit.id))
    stage.run(12)
    stage.visitor(CloseIncident(incident=number, reason=Text("Opgelost."), emergency=True))
    words = len(spoken(stage, unit.call_sign, number))
    stage.run(60)
    assert len(spoken(stage, unit.call_sign, number)) == words
    assert not stage.refused


def test_a_unit_that_the_visitor_signs_off_stays_off(stage: Stage) -> None:
    """Nobody comes back by himself."""
    unit = free_unit(stage)
    stage.visitor(SignOffUnit(unit=unit.id))
    stage.run(60)
    assert stage.board.unit_called(unit.call_sign) is None
    assert unit.call_sign not in stage.shift.points(stage.now_s)


def test_a_unit_that_the_visitor_makes_unavailable_stays_so(stage: Stage) -> None:
    """Its own breaks end; somebody else's decision stands."""
    unit = free_unit(stage)
    stage.visitor(SetUnitStatus(unit=unit.id, status=UnitStatus.UNAVAILABLE))
    stage.run(600)
    assert stage.board.units[unit.id].status is UnitStatus.UNAVAILABLE


def test_an_incident_is_let_go_when_its_last_unit_has_left(stage: Stage) -> None:
    """Every closing has a reason, and nobody is on it any more."""
    closings = [f for c in stage.history for f in c.facts if isinstance(f, IncidentClosed)]
    released_by_closing = [
        c
        for c in stage.history
        if any(isinstance(f, IncidentClosed) for f in c.facts)
        and any(isinstance(f, UnitReleased) for f in c.facts)
    ]
    assert closings
    assert released_by_closing == []
    assert {c.by for c in stage.history if any(isinstance(f, IncidentOpened) for f in c.facts)} == {INTAKE}
