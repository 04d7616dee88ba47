"""Waiting between dials: soon at first, never long, never all at once."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from console.net.handshake import headers, turned_away
from console.net.redial import delays_s
from protocol.session.client import Hello
from protocol.session.timing import RETRY_FIRST_S, RETRY_MOST_S


def test_they_double_up_to_the_most() -> None:
    """Without jitter: a quarter second, doubling, five seconds at the most."""
    assert list(islice(delays_s(lambda: 1.0), 7)) == [0.25, 0.5, 1.0, 2.0, 4.0, 5.0, 5.0]


@given(st.lists(st.floats(0, 1), min_size=20, max_size=20))
def test_the_jitter_stays_within_half(dice: list[float]) -> None:
    """Whatever falls, a wait is from half its span to all of it."""
    rolls = iter(dice)
    waits = list(islice(delays_s(lambda: next(rolls)), 20))
    assert all(RETRY_FIRST_S / 2 <= wait <= RETRY_MOST_S for wait in waits)


def test_the_handshake_carries_what_is_known() -> None:
    """A ticket where one is good, else name and secret; a number only when there is one."""
    hello = Hello(after=7, history="h1", ticket="t")
    assert headers(hello, "anna", "s") == {"Authorization": "Bearer t", "Openlijn-After": "h1:7"}
    assert headers(hello, "anna", "s", void_ticket="t")["Authorization"] == "Basic YW5uYTpz"
    assert "Openlijn-After" not in headers(Hello(after=0, history="", ticket=""), "anna", "s")


def test_only_some_answers_are_final() -> None:
    """A busy server may be asked again; a wrong secret or another version not."""
    final = {status: turned_away(status, b"", "anna").final for status in (400, 401, 404, 426, 429, 500, 503)}
    assert final == {400: True, 401: True, 404: True, 426: True, 429: False, 500: False, 503: False}
