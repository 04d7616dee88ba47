"""A trip: where one is at a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.exercise.town.ways import Route
from server.exercise.unit.trip import Haste, Trip, along, speed_mps, standing
from server.geo.weights import Weights

A = Point(lat_deg=52.75, lon_deg=5.36)
B = Point(lat_deg=52.75, lon_deg=5.37)
C = Point(lat_deg=52.76, lon_deg=5.37)
TRIP = Trip(points=(A, B, C), start_s=100.0, mps=(10.0, 5.0))


def test_a_trip_begins_at_its_first_point_and_ends_at_its_last() -> None:
    """Before and after it one stands still."""
    assert [TRIP.at(0), TRIP.at(100)] == [A, A]
    assert [TRIP.at(TRIP.ends_s), TRIP.at(10_000)] == [C, C]


def test_a_trip_takes_the_length_of_each_leg_at_its_speed() -> None:
    """Two stretches, ten and five metres a second; at the corner when the first is over."""
    corner_s = 100 + distance_m(A, B) / 10
    assert pytest.approx(corner_s + distance_m(B, C) / 5) == TRIP.ends_s
    assert distance_m(TRIP.at(corner_s), B) < 0.01


@given(now_s=st.floats(0, 600), later_s=st.floats(0, 5))
def test_nobody_goes_faster_than_the_trip(now_s: float, later_s: float) -> None:
    """Between two moments one gets no further than the quickest leg allows."""
    assert distance_m(TRIP.at(now_s), TRIP.at(now_s + later_s)) <= 10 * later_s + 0.01


@pytest.mark.parametrize("mps", [(), (10.0,), (10.0, 0.0), (10.0, 5.0, 5.0)])
def test_every_leg_has_a_speed(mps: tuple[float, ...]) -> None:
    """One fewer than points, and nobody stands on a leg for ever."""
    with pytest.raises(ValueError, match=r"mps must be 2 speeds above 0"):
        Trip(points=(A, B, C), start_s=0.0, mps=mps)


def test_standing_is_over_when_it_begins() -> None:
    """Whoever stands can set off at once; so does a way that leads nowhere."""
    still = standing(A, 7.0)
    assert (still.ends_s, still.at(99)) == (7.0, A)
    nowhere = along(Route(points=(A, A), kmh=(30,)), 7.0, Means.CAR, Haste.CALLED)
    assert (nowhere.ends_s, nowhere.at(7.0)) == (7.0, A)


@pytest.mark.parametrize("means", Means)
def test_who_is_called_goes_faster_than_on_patrol_and_fastest_when_it_is_urgent(means: Means) -> None:
    """For every means; nobody drives a hundred in a town."""
    patrol, called, urgent = (speed_mps(means, haste, 50) for haste in Haste)
    assert 0 < patrol < called < urgent < 100 / 3.6


def test_speeds_are_near_those_that_a_recommendation_reckons_with() -> None:
    """Within a tenth where no urgency is; so that who is expected comes about then."""
    reckoned = Weights()
    kmh = {means: 3.6 * speed_mps(means, Haste.CALLED, 50) for means in Means}
    assert kmh[Means.CAR] == pytest.approx(50, rel=0.1)
    assert kmh[Means.MOTORCYCLE] == pytest.approx(50, rel=0.1)
    assert kmh[Means.BICYCLE] == pytest.approx(reckoned.bicycle_kmh, rel=0.1)
    assert kmh[Means.FOOT] == pytest.approx(reckoned.foot_kmh, rel=0.1)
    urgent = 3.6 * speed_mps(Means.CAR, Haste.URGENT, 50)
    assert urgent == pytest.approx(50 / reckoned.urgent_factor, rel=0.1)
