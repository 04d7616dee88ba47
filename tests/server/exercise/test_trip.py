"""A trip: where one is at a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.means import Means
from protocol.model.point import Point, distance_m
from server.exercise.trip import Trip, speed_mps, standing

A = Point(lat_deg=52.75, lon_deg=5.36)
B = Point(lat_deg=52.75, lon_deg=5.37)
C = Point(lat_deg=52.76, lon_deg=5.37)
TRIP = Trip(points=(A, B, C), start_s=100.0, speed_mps=10.0)


def test_a_trip_begins_at_its_first_point_and_ends_at_its_last() -> None:
    """Before and after it one stands still."""
    assert [TRIP.at(0), TRIP.at(100)] == [A, A]
    assert [TRIP.at(TRIP.ends_s), TRIP.at(10_000)] == [C, C]


def test_a_trip_takes_its_length_at_its_speed() -> None:
    """Two stretches, ten metres a second."""
    length_m = distance_m(A, B) + distance_m(B, C)
    assert pytest.approx(100 + length_m / 10) == TRIP.ends_s


@given(now_s=st.floats(0, 400), later_s=st.floats(0, 5))
def test_nobody_goes_faster_than_the_trip(now_s: float, later_s: float) -> None:
    """Between two moments one gets no further than the speed allows."""
    assert distance_m(TRIP.at(now_s), TRIP.at(now_s + later_s)) <= 10 * later_s + 0.01


def test_standing_is_over_when_it_begins() -> None:
    """Whoever stands can set off at once."""
    still = standing(A, 7.0)
    assert (still.ends_s, still.at(99)) == (7.0, A)


@pytest.mark.parametrize("means", Means)
def test_who_is_called_goes_faster_than_on_patrol_and_fastest_when_it_is_urgent(means: Means) -> None:
    """For every means; nobody drives a hundred in a town."""
    patrol, called, urgent = (speed_mps(means, urgent=flag) for flag in (None, False, True))
    assert 0 < patrol < called < urgent < 100 / 3.6
