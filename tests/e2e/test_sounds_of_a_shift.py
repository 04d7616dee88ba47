"""The budget of sounds, counted over the demonstration's shift at the desks of everybody in it.

An hour of the simulated shift is decided and folded as on a server; each desk gets every change in its
second, and every second of the clock.
"""

from datetime import timedelta

import pytest
from attrs import evolve

from console.alarm.counted import Figure
from console.desk.desk import Desk
from console.part.sounds import BUDGET
from protocol.change import Change
from protocol.fold import fold
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Changed
from server.exercise.setting.setting import DESK, INTAKE, LEADER
from tests.console.rig import Rig
from tests.server.exercise.rig import BEGAN, VISITOR, WARM_S, Stage

HOUR_S = 3_600


class Ear:
    """One desk, and what it hears."""

    def __init__(self, name: Name, role: Role) -> None:
        self.rig = Rig(role=role)
        self.rig.now = BEGAN
        self.desk: Desk = self.rig.desk()
        self.rig.welcome()
        assert self.rig.session.welcome is not None
        self.rig.session.welcome = evolve(self.rig.session.welcome, name=name)

    def hears(self, change: Change) -> None:
        """In its own moment."""
        self.rig.now = change.at
        knowledge = self.rig.session.knowledge
        knowledge.board = fold(knowledge.board, change)
        self.rig.take(Changed(change=change))

    def figure(self) -> Figure:
        """So far."""
        return self.desk.parts.alarms.counted.figure()


def hour_of(seed: int, ears: list[Ear]) -> None:
    """The shift of that seed, at every desk."""
    stage = Stage(seed, warm_until_s=WARM_S)
    heard = 0
    for second in range(HOUR_S):
        stage.run(1.0)
        for ear in ears:
            for change in stage.history[heard:]:
                ear.hears(change)
            ear.rig.now = BEGAN + timedelta(seconds=second + 1)
            ear.desk.second()
        heard = len(stage.history)


@pytest.mark.parametrize("seed", [1, 6])
def test_no_seat_hears_more_than_its_budget(seed: int) -> None:
    """At most two sounds in any ten minutes beside calls and emergencies, in the room and on the street."""
    units = [Name(sign) for sign in list(Stage(seed).shift.setting.crew_by_call_sign)[:3]]
    ears = {
        name: Ear(name, role)
        for name, role in (
            (DESK, Role.CENTRALIST),
            (INTAKE, Role.CENTRALIST),
            (LEADER, Role.OPCO),
            (VISITOR, Role.CENTRALIST),
            *((unit, Role.UNIT) for unit in units),
        )
    }
    hour_of(seed, list(ears.values()))
    figures = {name: ear.figure() for name, ear in ears.items()}
    assert any(each.sounds for each in figures.values())
    assert {name: each for name, each in figures.items() if each.most_in_ten > BUDGET} == {}
