"""The bucket: how long a sender that sends without end must wait."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.bucket import Bucket


def test_a_burst_passes_and_then_it_is_the_rate() -> None:
    """Four at once after a quiet time, then each waits its turn."""
    bucket = Bucket(rate_per_s=2.0, burst=4.0, now_s=0.0)
    assert [bucket.take(0.0) for _ in range(6)] == [0.0, 0.0, 0.0, 0.0, 0.5, 1.0]


def test_a_quiet_time_fills_it_up_to_the_burst_and_no_further() -> None:
    """A night of silence buys no more than the burst."""
    bucket = Bucket(rate_per_s=2.0, burst=2.0, now_s=0.0)
    bucket.take(0.0)
    assert [bucket.take(30_000.0) for _ in range(3)] == [0.0, 0.0, 0.5]


@given(st.lists(st.floats(0, 0.3), min_size=50, max_size=80))
def test_whoever_waits_as_told_never_exceeds_the_rate(pauses_s: list[float]) -> None:
    """However the frames come: at most the burst, and then the rate."""
    bucket = Bucket(rate_per_s=10.0, burst=5.0, now_s=0.0)
    now_s = 0.0
    for count, pause_s in enumerate(pauses_s, start=1):
        now_s += pause_s
        now_s += bucket.take(now_s)
        assert count <= 5 + 10 * now_s + 1e-6


def test_a_wait_is_what_was_taken_too_early() -> None:
    """Taking in the middle of a wait adds to it."""
    bucket = Bucket(rate_per_s=10.0, burst=1.0, now_s=0.0)
    bucket.take(0.0)
    assert bucket.take(0.05) == pytest.approx(0.05)
