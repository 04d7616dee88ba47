"""Waiting between dials: soon at first, never long, never all at once."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from protocol.session.redial import rests_s
from protocol.session.timing import RETRY_FIRST_S, RETRY_MOST_S


def test_they_double_up_to_the_most() -> None:
    """Without jitter: a quarter second, doubling, five seconds at the most."""
    assert list(islice(rests_s(lambda: 1.0), 7)) == [0.25, 0.5, 1.0, 2.0, 4.0, 5.0, 5.0]


@given(st.lists(st.floats(0, 1), min_size=20, max_size=20))
def test_the_jitter_stays_within_half(dice: list[float]) -> None:
    """Whatever falls, a wait is from half its span to all of it."""
    rolls = iter(dice)
    waits = list(islice(rests_s(lambda: next(rolls)), 20))
    assert all(RETRY_FIRST_S / 2 <= wait <= RETRY_MOST_S for wait in waits)
