"""The tables of legal moves are complete, and lead everywhere and back."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import pytest

from protocol.model.phase import Phase
from protocol.model.unit_status import UnitStatus
from protocol.transitions import (
    PHASES,
    UNIT_ON_INCIDENT,
    UNIT_WITHOUT_INCIDENT,
    phase_may_become,
    unit_may_become,
)

pytestmark = pytest.mark.law

S = UnitStatus


def _reached(table: Mapping[Any, frozenset[Any]], start: IntEnum) -> set[IntEnum]:
    seen, todo = {start}, [start]
    while todo:
        for following in table.get(todo.pop(), frozenset()) - seen:
            seen.add(following)
            todo.append(following)
    return seen


def test_every_phase_has_its_row_and_every_phase_can_be_reached_from_every_other() -> None:
    """Nothing that happens to a melding is a dead end."""
    assert set(Phase) == set(PHASES)
    for phase in Phase:
        assert set(Phase) == _reached(PHASES, phase)


def test_a_closed_incident_can_only_be_taken_up_again_from_the_start() -> None:
    """By reopening it."""
    assert frozenset({Phase.MERGE_IN}) == phase_may_become(Phase.CLOSED)


def test_every_open_phase_can_be_closed() -> None:
    """A melding can end at any moment."""
    assert all(Phase.CLOSED in phase_may_become(phase) for phase in Phase if phase is not Phase.CLOSED)


def test_a_unit_has_its_row_with_or_without_a_melding_and_never_both() -> None:
    """Being assigned, driving and being there need a melding; the other two exclude one."""
    assert {S.AVAILABLE, S.UNAVAILABLE} == set(UNIT_WITHOUT_INCIDENT)
    assert {S.ASSIGNED, S.EN_ROUTE, S.ON_SCENE} == set(UNIT_ON_INCIDENT)


def test_a_unit_without_a_melding_goes_between_available_and_unavailable() -> None:
    """And nowhere else."""
    assert {S.AVAILABLE, S.UNAVAILABLE} == _reached(UNIT_WITHOUT_INCIDENT, S.AVAILABLE)


def test_a_unit_with_a_melding_can_get_there_and_get_free_from_every_status() -> None:
    """It never becomes unavailable without being released first."""
    assert {S.ASSIGNED, S.EN_ROUTE, S.ON_SCENE, S.AVAILABLE} == _reached(UNIT_ON_INCIDENT, S.ASSIGNED)
    for status in UNIT_ON_INCIDENT:
        assert S.AVAILABLE in unit_may_become(status, on_incident=True)


@pytest.mark.parametrize("table", [PHASES, UNIT_ON_INCIDENT, UNIT_WITHOUT_INCIDENT])
def test_no_move_stays_where_it_is(table: Mapping[IntEnum, frozenset[IntEnum]]) -> None:
    """Saying the same again is no change."""
    assert not [each for each, following in table.items() if each in following]


def test_a_status_that_does_not_belong_there_has_no_way_on() -> None:
    """An empty answer, not an error."""
    assert unit_may_become(S.ON_SCENE, on_incident=False) == frozenset()
    assert unit_may_become(S.AVAILABLE, on_incident=True) == frozenset()
