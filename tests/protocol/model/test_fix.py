"""Where a unit was at a moment, valid from birth."""

from datetime import timedelta, timezone
from typing import Any

import pytest
from attrs import evolve

from protocol.model.fix import Fix
from protocol.model.point import Point
from tests.protocol.make import minute

FIX = Fix(unit=1, point=Point(lat_deg=51.92, lon_deg=4.49), at=minute(1))


@pytest.mark.parametrize(
    ("name", "value"),
    [("unit", 0), ("unit", True), ("point", None), ("at", 0.0), ("at", minute(1).replace(tzinfo=None))],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """A position without a time, or without a zone, says nothing."""
    with pytest.raises((TypeError, ValueError), match="a time must|at must" if name == "at" else name):
        evolve(FIX, **{name: value})


def test_a_measured_time_becomes_one_that_every_link_gives_back() -> None:
    """UTC in whole milliseconds, rounded down; the moment is the same."""
    measured = minute(1).astimezone(timezone(timedelta(hours=2))) + timedelta(microseconds=1_999)
    assert evolve(FIX, at=measured).at == minute(1) + timedelta(milliseconds=1)
