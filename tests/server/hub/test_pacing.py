"""The pace: how much may be under way on one link, learnt from acknowledgements."""

from hypothesis import given
from hypothesis import strategies as st

from server.hub.pacing import FIRST_WINDOW_BYTES, LEAST_WINDOW_BYTES, MOST_WINDOW_BYTES, OVERDRAFT_BYTES, Pace


def _fill(pace: Pace, now_s: float, size: int = 100) -> int:
    """Sends pieces while there is room; how many bytes."""
    sent = 0
    while pace.has_room:
        pace.sent(size, now_s)
        sent += size
    return sent


def _rounds(pace: Pace, count: int, *, rate_bytes_per_s: float, least_trip_s: float) -> None:
    """A link of this rate whose console acknowledges every 300 bytes; kept full all the time."""
    now_s = free_s = 0.0
    unacked = 0
    arriving: list[tuple[float, int]] = []
    for _ in range(count):
        while pace.has_room:
            pace.sent(100, now_s)
            free_s = max(free_s, now_s) + 100 / rate_bytes_per_s
            arriving.append((free_s + least_trip_s, 100))
        now_s, size = arriving.pop(0)
        unacked += size
        if unacked >= 300:
            pace.acked(unacked, now_s)
            unacked = 0


def test_at_first_there_is_room_for_a_second_of_a_slow_line() -> None:
    """Enough for the most urgent incidents."""
    assert _fill(Pace(), 0.0) == FIRST_WINDOW_BYTES


def test_what_is_acknowledged_makes_room() -> None:
    """As much as it says."""
    pace = Pace()
    _fill(pace, 0.0)
    pace.acked(200, 0.1)
    assert pace.in_flight_bytes == FIRST_WINDOW_BYTES - 200
    assert pace.has_room


def test_changes_may_overdraw_but_not_without_end() -> None:
    """They are what the room is kept for; who does not listen at all gets no more of them."""
    pace = Pace()
    _fill(pace, 0.0)
    overdrawn = 0
    while pace.has_room_for_changes:
        pace.sent(30, 0.0)
        overdrawn += 30
    assert OVERDRAFT_BYTES <= overdrawn < OVERDRAFT_BYTES + 30


def test_a_fast_link_gets_a_wide_window() -> None:
    """A million bytes a second, 20 ms: as many pieces as it takes to keep it busy."""
    pace = Pace()
    _rounds(pace, 5_000, rate_bytes_per_s=1e6, least_trip_s=0.02)
    assert pace.window_bytes >= 20_000


def test_a_slow_link_keeps_a_short_queue() -> None:
    """9,600 bit/s, 300 ms: no more than a second of it is ever under way."""
    pace = Pace()
    _rounds(pace, 2_000, rate_bytes_per_s=1_200, least_trip_s=0.3)
    assert LEAST_WINDOW_BYTES <= pace.window_bytes <= 1_200


def test_more_than_was_sent_is_not_believed() -> None:
    """A console that exaggerates gains nothing."""
    pace = Pace()
    pace.sent(100, 0.0)
    pace.acked(10**18, 0.1)
    assert pace.in_flight_bytes == 0
    assert _fill(pace, 0.2) <= FIRST_WINDOW_BYTES + 100


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5_000), st.floats(0, 3)), max_size=200))
def test_the_books_balance_whatever_comes(steps: list[tuple[bool, int, float]]) -> None:
    """Never less than nothing under way, never a window outside its bounds."""
    pace = Pace()
    now_s = 0.0
    sent = believed = 0
    for sends, size, pause_s in steps:
        now_s += pause_s
        if sends:
            pace.sent(size, now_s)
            sent += size
        else:
            believed += min(size, pace.in_flight_bytes)
            pace.acked(size, now_s)
        assert pace.in_flight_bytes == sent - believed >= 0
        assert LEAST_WINDOW_BYTES <= pace.window_bytes <= MOST_WINDOW_BYTES


def test_only_a_weak_links_round_trip_counts_as_slow() -> None:
    """Nothing is known at first, and a fast link is never slow."""
    fast, weak = Pace(), Pace()
    assert not weak.is_slow
    _rounds(fast, 5, rate_bytes_per_s=1e6, least_trip_s=0.01)
    _rounds(weak, 5, rate_bytes_per_s=1_200, least_trip_s=0.6)
    assert not fast.is_slow
    assert weak.is_slow
