"""Units have other work in hand now and then, and take it up again after a melding."""

from collections import Counter
from datetime import datetime

import pytest

from protocol.facts.units import TaskEnded, TaskSet, UnitAssigned
from tests.server.exercise.rig import Stage


@pytest.fixture(scope="module")
def hour() -> Stage:
    """An hour without a visitor."""
    stage = Stage(4)
    stage.run(3_600)
    return stage


def test_work_is_begun_and_done(hour: Stage) -> None:
    """Everybody has some; most of it can be interrupted; what is begun ends, but for what goes on still."""
    facts = [fact for change in hour.history for fact in change.facts]
    begun = [fact for fact in facts if isinstance(fact, TaskSet)]
    ended = Counter(fact.unit for fact in facts if isinstance(fact, TaskEnded))
    assert len({fact.unit for fact in begun}) > 8
    assert 0.5 < sum(fact.interruptible for fact in begun) / len(begun) < 0.95
    going_on = {unit.id for unit in hour.board.units.values() if unit.task is not None}
    for unit, count in Counter(fact.unit for fact in begun).items():
        assert count == ended[unit] + (unit in going_on)


def test_the_words_are_those_of_its_kind(hour: Stage) -> None:
    """What must not be interrupted is work of another sort."""
    manners = hour.shift.setting.manners
    for change in hour.history:
        for fact in change.facts:
            if isinstance(fact, TaskSet):
                assert fact.what in (manners.tasks if fact.interruptible else manners.fixed_tasks)


def test_nobody_is_called_away_from_work_that_must_not_be_interrupted(hour: Stage) -> None:
    """The second centralist leaves them alone; only in the very moment in which it begins nobody knows."""
    fixed: dict[int, datetime] = {}
    for change in hour.history:
        for fact in change.facts:
            match fact:
                case TaskSet(unit=unit, interruptible=False):
                    fixed[unit] = change.at
                case TaskSet(unit=unit) | TaskEnded(unit=unit):
                    fixed.pop(unit, None)
                case UnitAssigned(unit=unit):
                    assert fixed.get(unit, change.at) == change.at
                case _:
                    pass
