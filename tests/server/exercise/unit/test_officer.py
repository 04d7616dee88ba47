"""A simulated unit obeys the board, whoever changed it."""

import random

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.timeline import LeaveLine, Speak
from protocol.commands.units import SetUnitStatus
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned, UnitReleased, UnitSignedOn, UnitStatusSet
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from server.exercise.shift import make_setting
from server.exercise.unit.mind import Officer, View
from server.exercise.unit.officer import next_step
from server.exercise.unit.trip import standing
from tests.protocol.make import OPENED, then, told

SETTING = make_setting(1, 12)
CALL_SIGN, CREW = next(iter(SETTING.crew_by_call_sign.items()))
NEAR, FAR = SETTING.town.nodes[0], SETTING.town.nodes[-1]
MELDING = evolve(OPENED, place=Place(name=Name("Hoek"), point=FAR))
ON_DUTY = UnitSignedOn(unit=1, call_sign=CALL_SIGN)


class Rider:
    """An officer who looks at a board that a test changes."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.dice = random.Random(5)
        self.officer = Officer(call_sign=CALL_SIGN, crew=CREW, trip=standing(NEAR, 1e9))

    def look(self, now_s: float) -> list[Command]:
        """What it wishes at that second."""
        unit = self.board.units[1]
        before = self.officer.before if unit.incident == self.officer.incident else self.officer.incident
        view = View(
            unit=unit,
            incident=self.board.incidents.get(unit.incident or 0),
            before=self.board.incidents.get(before or 0),
        )
        self.officer, wishes = next_step(self.officer, view, now_s, SETTING, self.dice)
        return list(wishes)

    def through(self, first_s: int, last_s: int) -> list[Command]:
        """What it wishes in these seconds."""
        return [wish for now_s in range(first_s, last_s + 1) for wish in self.look(float(now_s))]


@pytest.fixture
def given() -> Rider:
    """Free at first, it is given a melding."""
    rider = Rider(told(MELDING, ON_DUTY))
    rider.look(0.0)
    rider.board = then(rider.board, UnitAssigned(incident=1, unit=1))
    return rider


def test_given_a_melding_it_says_so_and_sets_off(given: Rider) -> None:
    """A few seconds later, as people do; the words first."""
    assert given.through(1, 3) == []
    spoken, off = given.through(4, 12)
    assert isinstance(spoken, Speak)
    assert off == SetUnitStatus(unit=1, status=UnitStatus.EN_ROUTE)


def test_a_place_that_it_does_not_know_it_asks_for_and_stays() -> None:
    """Nobody drives to nowhere."""
    nowhere = evolve(MELDING, place=Place(name=Name("ergens bij oma")))
    rider = Rider(told(nowhere, ON_DUTY))
    rider.look(0.0)
    rider.board = then(rider.board, UnitAssigned(incident=1, unit=1))
    (asked,) = rider.through(1, 60)
    assert isinstance(asked, Speak)
    assert asked.text in [line.replace("{place}", "ergens bij oma") for line in SETTING.stories.phrases.where]


def test_it_is_on_the_spot_when_its_trip_is_over(given: Rider) -> None:
    """Not before; and where the melding is."""
    given.through(1, 12)
    given.board = then(given.board, UnitStatusSet(unit=1, status=UnitStatus.EN_ROUTE))
    assert given.look(13.0) == []
    ends_s = given.officer.trip.ends_s
    assert ends_s > 14
    assert given.officer.trip.at(ends_s) == FAR
    assert given.look(ends_s - 1) == []
    wished = given.look(ends_s + 1)
    assert wished == [SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)]


def test_taken_off_by_somebody_else_it_answers_and_leaves_the_line(given: Rider) -> None:
    """What it had in mind for that melding is off."""
    given.through(1, 3)
    given.board = then(given.board, LineJoined(incident=1), by=CALL_SIGN)
    given.board = then(given.board, UnitReleased(incident=1, unit=1))
    wished = given.through(4, 40)
    assert [type(wish) for wish in wished] == [Speak, LeaveLine]
    assert getattr(wished[0], "text", "") in SETTING.stories.phrases.released
