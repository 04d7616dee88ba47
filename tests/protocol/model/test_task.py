"""Other work of a unit, and who can be called from it."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.task import Task
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import SIGNED_ON, minute, told

TASK = Task(what=Name("buurtonderzoek"), since=minute(1))
UNIT = told(SIGNED_ON).units[1]


@pytest.mark.parametrize(
    ("name", "value"),
    [("what", ""), ("interruptible", 1), ("since", 7), ("interrupted", -1), ("interrupted", 1.0)],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(TASK, **{name: value})


@pytest.mark.parametrize("status", UnitStatus, ids=lambda status: status.key)
@pytest.mark.parametrize(
    ("task", "lets_go"), [(None, True), (TASK, True), (evolve(TASK, interruptible=False), False)]
)
def test_who_is_free_can_be_called_unless_the_work_must_go_on(
    status: UnitStatus, task: Task | None, lets_go: bool
) -> None:
    """B3, B31: work that can be interrupted does not hide a unit; a melding or a pause does."""
    unit = evolve(UNIT, status=status, task=task)
    assert unit.can_be_called is (status is UnitStatus.AVAILABLE and lets_go)


def test_who_is_on_a_melding_cannot_be_called() -> None:
    """Whatever its status says: the bond counts."""
    assert not evolve(UNIT, incident=1).can_be_called
