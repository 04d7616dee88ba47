"""Wishes about units are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.about import About
from protocol.commands.units import (
    AssignUnit,
    EndTask,
    ReleaseUnit,
    SetTask,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
)
from protocol.model.means import Means
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus

ASSIGN = AssignUnit(incident=1, unit=1)
SIGN_ON = SignOnUnit(call_sign=Name("12.03"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (ASSIGN, "unit", 2**31),
        (ASSIGN, "divert", 1),
        (ReleaseUnit(unit=1), "unit", 0),
        (SetUnitStatus(unit=1, status=UnitStatus.AVAILABLE), "status", 1),
        (SIGN_ON, "call_sign", "x" * 17),
        (SIGN_ON, "means", 1),
        (SIGN_ON, "crew", 3),
        (SIGN_ON, "crew", 0),
        (SIGN_ON, "team", "x" * 61),
        (SIGN_ON, "skills", ["hond"]),
        (SIGN_ON, "autonomy", 1),
        (SetTask(unit=1, what=Name("buurtonderzoek")), "what", ""),
        (SetTask(unit=1, what=Name("buurtonderzoek")), "interruptible", 1),
        (EndTask(unit=1), "unit", True),
        (SignOffUnit(unit=1), "unit", "12.03"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """A unit is named by its id, and is one or two colleagues."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_a_busy_unit_is_taken_off_its_melding_only_when_that_is_said() -> None:
    """Nobody diverts by forgetting a word."""
    assert not ASSIGN.divert


def test_a_unit_on_duty_is_two_in_a_car_unless_said_otherwise() -> None:
    """The commonest needs the fewest words; who comes on duty has no id yet."""
    assert (SIGN_ON.crew, SIGN_ON.means, SIGN_ON.team, SIGN_ON.skills) == (2, Means.CAR, "", ())
    assert SIGN_ON.about() == About()


def test_work_beside_meldingen_may_be_interrupted_unless_said_otherwise() -> None:
    """B3: hiding a unit takes a word more."""
    assert SetTask(unit=1, what=Name("buurtonderzoek")).interruptible
