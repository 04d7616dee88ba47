"""The scales of an incident: the ladder and GRIP beside it, and the who-matrix."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.scale import MAX_GRIP, Level, Scale, WhoKind, WhoRow
from protocol.model.text import Text


def test_an_incident_begins_with_its_team_decentral_and_without_grip() -> None:
    """Nothing is scaled up before somebody does (A71)."""
    scale = Scale()
    assert (scale.level, scale.grip, scale.is_central, scale.raised_at) == (Level.TEAM, 0, False, None)


def test_the_ladder_has_six_rungs_in_the_order_of_the_document() -> None:
    """Team, district, region, supra-regional, national, international (A77)."""
    assert [each.key for each in sorted(Level)] == [
        "team",
        "district",
        "region",
        "supra-regional",
        "national",
        "international",
    ]


@pytest.mark.parametrize(
    ("name", "value"), [("grip", MAX_GRIP + 1), ("grip", -1), ("level", 1), ("central_s", -1)]
)
def test_what_cannot_be_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(Scale(), **{name: value})


def test_a_row_without_a_name_is_a_gap() -> None:
    """Somebody should fill it (A65)."""
    assert WhoRow(id=1, kind=WhoKind.DOES, what=Text("deur forceren")).who == ""
