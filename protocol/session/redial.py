"""How long to rest before dialling again: doubling from a quarter second, with jitter. Pure."""

from collections.abc import Callable, Iterator

from protocol.session.timing import RETRY_FIRST_S, RETRY_MOST_S


def rests_s(dice: Callable[[], float]) -> Iterator[float]:
    """Endless waiting times in seconds, each from half to all of a span that doubles up to RETRY_MOST_S.

    `dice` gives numbers from 0 to 1. The jitter keeps a thousand consoles from returning in one instant.
    """
    span_s = RETRY_FIRST_S
    while True:
        yield span_s * (0.5 + dice() / 2)
        span_s = min(RETRY_MOST_S, 2 * span_s)
