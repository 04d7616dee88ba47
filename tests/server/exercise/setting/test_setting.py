"""What every simulated person knows, drawn by the number of the melding."""

import random

import pytest

from protocol.model.role import Role
from protocol.model.text import Name
from server.exercise.setting.setting import DESK, INTAKE, LEADER, melder_of, role_of, said
from server.exercise.shift import make_setting
from tests.protocol.make import OPENED, told

SETTING = make_setting(1, 12)
INCIDENT = told(OPENED).incidents[1]


def test_a_part_is_always_the_same_and_from_0_up_to_1() -> None:
    """For this word about this melding, of this seed."""
    parts = [SETTING.part("word", number) for number in range(300)]
    assert parts == [make_setting(1, 12).part("word", number) for number in range(300)]
    assert all(0 <= part < 1 for part in parts)
    assert len({*parts, SETTING.part("other", 1), make_setting(2, 12).part("word", 1)}) == 302


def test_a_pick_is_one_of_them_and_each_is_picked() -> None:
    """Over many meldingen."""
    assert {SETTING.pick("abc", "letter", number) for number in range(100)} == {"a", "b", "c"}
    assert all(5 <= SETTING.between(5, 8, "x", number) <= 8 for number in range(100))


def test_the_shift_knows_its_own_people() -> None:
    """The visitor is none of them."""
    unit = next(iter(SETTING.crew_by_call_sign))
    assert [SETTING.is_simulated(name) for name in (DESK, INTAKE, unit, "centralist")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("name", "role"),
    [(DESK, Role.CENTRALIST), (LEADER, Role.OPCO), (Name("12.03"), Role.UNIT), (melder_of(417), Role.MELDER)],
)
def test_each_acts_in_its_own_role(name: Name, role: Role) -> None:
    """Whoever is no staff and no caller is a unit."""
    assert role_of(name) is role


def test_a_line_is_said_with_the_place_in_it() -> None:
    """Whichever the dice give."""
    assert said(("Naar {place}.",), INCIDENT, random.Random(1)) == "Naar Blaak 31."
