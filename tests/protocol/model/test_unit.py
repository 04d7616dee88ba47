"""A unit is valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.autonomy import Autonomy
from protocol.model.unit import MAX_CALL_SIGN_CHARS, MAX_CREW, MAX_TEAM_CHARS
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import SIGNED_ON, minute, told

UNIT = told(SIGNED_ON).units[1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 0),
        ("call_sign", ""),
        ("call_sign", "x" * (MAX_CALL_SIGN_CHARS + 1)),
        ("means", 1),
        ("status", "available"),
        ("since", 7),
        ("incident", 0),
        ("crew", 0),
        ("crew", MAX_CREW + 1),
        ("team", "x" * (MAX_TEAM_CHARS + 1)),
        ("skills", ["hond"]),
        ("autonomy", 1),
        ("task", "buurtonderzoek"),
        ("disturbed_at", 0),
        ("expected_at", minute(1).replace(tzinfo=None)),
        ("pair", 0),
        ("pair_words", []),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """In every copy as at birth; who can be called is in test_task.py."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(UNIT, **{name: value})


def test_who_comes_on_duty_is_free_whole_and_undisturbed() -> None:
    """On nothing, going nowhere, half of no pair, since the moment of the fact."""
    assert (UNIT.status, UNIT.since, UNIT.autonomy) == (UnitStatus.AVAILABLE, minute(1), Autonomy.INDEPENDENT)
    assert (UNIT.incident, UNIT.task, UNIT.disturbed_at, UNIT.expected_at, UNIT.pair) == (None,) * 5
    assert UNIT.can_be_called
