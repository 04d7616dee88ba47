"""Facts of units say what their wishes said, and whose melding they touch."""

from typing import Any

import attrs
import pytest

from protocol.commands.units import EndTask, SetTask, SetUnitStatus, SignOffUnit, SignOnUnit
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.model.board import Board
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import OPENED, SIGNED_ON, told

ARRIVED = UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE)


@pytest.mark.parametrize(
    ("wish", "fact", "given"),
    [
        (SignOnUnit, UnitSignedOn, {"unit"}),
        (SetUnitStatus, UnitStatusSet, set()),
        (SetTask, TaskSet, set()),
        (EndTask, TaskEnded, set()),
        (SignOffUnit, UnitSignedOff, set()),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any], given: set[str]) -> None:
    """And, for a unit that comes on duty, the id that it was given."""
    said, happened = ({each.name for each in attrs.fields(kind)} for kind in (wish, fact))
    assert happened - said == given
    assert said <= happened


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (SIGNED_ON, "unit", 0),
        (SIGNED_ON, "call_sign", "x" * 17),
        (SIGNED_ON, "crew", 3),
        (ARRIVED, "status", 4),
        (UnitAssigned(incident=1, unit=1), "incident", 0),
        (UnitReleased(incident=1, unit=1), "unit", True),
        (TaskSet(unit=1, what=Name("buurtonderzoek")), "what", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})


def test_what_a_unit_does_is_also_about_the_melding_that_it_is_on() -> None:
    """Its arrival is that melding's; a free unit's doings are its own, and so are an unknown one's."""
    board = told(OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))
    assert (ARRIVED.about_on(board).incidents, ARRIVED.about_on(board).units) == ((1,), (1,))
    assert ARRIVED.about_on(told(OPENED, SIGNED_ON)).incidents == ()
    assert (ARRIVED.about_on(Board()).incidents, ARRIVED.about_on(Board()).units) == ((), (1,))
