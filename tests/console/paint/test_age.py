"""How long ago and how far, in a few columns."""

from datetime import UTC, datetime, timedelta

import pytest

from console.paint.age import age, distance, fine_age, seconds_between, travel

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def test_a_moment_to_come_is_no_time_ago() -> None:
    """Clocks differ a little; parts of a second are not counted."""
    assert seconds_between(NOW - timedelta(seconds=61.9), NOW) == 61
    assert seconds_between(NOW + timedelta(seconds=5), NOW) == 0


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0m"), (59, "0m"), (3_599, "59m"), (3_600, "1:00"), (86_399, "23:59"), (86_400, "1d")],
)
def test_an_age_is_in_minutes_then_hours_then_days(seconds: int, shown: str) -> None:
    """Each step begins exactly where the one before it ends."""
    assert age(seconds) == shown


def test_below_a_minute_a_fine_age_goes_in_tens_of_seconds() -> None:
    """A text that does not change costs nothing on a thin line."""
    assert [fine_age(seconds) for seconds in (0, 9, 10, 59, 60)] == ["0s", "0s", "10s", "50s", "1m"]


@pytest.mark.parametrize(
    ("metres", "shown"),
    [(0, "0m"), (44, "40m"), (994, "990m"), (995, "1.0k"), (1_240, "1.2k"), (9_949, "9.9k"), (9_950, "10k")],
)
def test_a_distance_never_takes_more_than_four_columns(metres: float, shown: str) -> None:
    """Coarser the farther it is, without a jump at the borders."""
    assert distance(metres) == shown


def test_a_travel_time_is_whole_minutes_and_at_least_one() -> None:
    """What nobody knows is a question mark, not a guess."""
    assert [travel(seconds) for seconds in (None, 0, 29, 240)] == ["?", "1 min", "1 min", "4 min"]
