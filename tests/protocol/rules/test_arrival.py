"""Who seems to be on the spot, by position; a person says so."""

from datetime import timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.units import UnitAssigned
from protocol.model.fix import Fix
from protocol.model.point import Point, distance_m
from protocol.model.terms import Terms
from protocol.model.unit_status import UnitStatus
from protocol.rules.arrival import seems_on_spot
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, minute, told

BOARD = told(OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))
UNIT, INCIDENT = BOARD.units[1], BOARD.incidents[1]
assert BLAAK.point is not None
HERE = Fix(unit=1, point=BLAAK.point, at=minute(3))
TERMS = Terms()


def _north(metres: float) -> Point:
    """So far north of the incident."""
    assert BLAAK.point is not None
    return Point(lat_deg=BLAAK.point.lat_deg + metres / 111_195, lon_deg=BLAAK.point.lon_deg)


@pytest.mark.parametrize("status", UnitStatus, ids=lambda status: status.key)
def test_only_who_drives_there_is_asked(status: UnitStatus) -> None:
    """Who said so already, or does something else, is left in peace."""
    unit = evolve(UNIT, status=status)
    drives = status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    assert seems_on_spot(unit, INCIDENT, HERE, now=minute(3), terms=TERMS) is drives


@pytest.mark.parametrize(("metres", "near"), [(0, True), (55, True), (65, False), (5_000, False)])
def test_near_is_within_the_distance_of_the_site(metres: float, near: bool) -> None:
    """Sixty metres where the site says nothing."""
    fix = evolve(HERE, point=_north(metres))
    assert seems_on_spot(UNIT, INCIDENT, fix, now=minute(3), terms=TERMS) is near


@pytest.mark.parametrize(("age_s", "believed"), [(0, True), (300, True), (301, False), (90_000, False)])
def test_an_old_position_proves_nothing(age_s: int, believed: bool) -> None:
    """At the limit itself it still counts."""
    now = minute(3) + timedelta(seconds=age_s)
    assert seems_on_spot(UNIT, INCIDENT, HERE, now=now, terms=TERMS) is believed


def test_without_a_position_a_point_or_the_melding_nobody_seems_there() -> None:
    """Nothing is guessed."""
    nowhere = evolve(INCIDENT, place=evolve(BLAAK, point=None))
    elsewhere = evolve(INCIDENT, number=2)
    assert not seems_on_spot(UNIT, INCIDENT, None, now=minute(3), terms=TERMS)
    assert not seems_on_spot(UNIT, nowhere, HERE, now=minute(3), terms=TERMS)
    assert not seems_on_spot(UNIT, elsewhere, HERE, now=minute(3), terms=TERMS)


@given(st.floats(0, 3_000), st.integers(5, 2_000), st.integers(-10, 1_000), st.integers(1, 600))
def test_it_is_near_and_fresh_or_it_is_not(metres: float, within_m: int, age_s: int, stale_s: int) -> None:
    """Both limits are the site's; a clock that runs ahead makes nothing old."""
    fix = evolve(HERE, point=_north(metres))
    assert BLAAK.point is not None
    expected = age_s <= stale_s and distance_m(fix.point, BLAAK.point) <= within_m
    terms = Terms(on_spot_within_m=within_m, stale_after_s=stale_s)
    now = minute(3) + timedelta(seconds=age_s)
    assert seems_on_spot(UNIT, INCIDENT, fix, now=now, terms=terms) is expected
