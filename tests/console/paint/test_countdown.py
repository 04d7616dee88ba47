"""How long until something is due, in a few columns."""

import pytest

from console.paint.countdown import countdown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(3_600, "1:00"), (1_500, "25m"), (120, "2m"), (119, "2:00"), (61, "1:10"), (9, "0:10"), (0, "0:00")],
)
def test_minutes_until_the_last_two(seconds: int, shown: str) -> None:
    """Whole minutes, then steps of ten seconds."""
    assert shown == countdown(seconds)


@pytest.mark.parametrize(("seconds", "shown"), [(-1, "+0m"), (-200, "+3m"), (-4_000, "+1:06")])
def test_too_late_has_a_sign(seconds: int, shown: str) -> None:
    """What is past is not mistaken for what is to come."""
    assert shown == countdown(seconds)
