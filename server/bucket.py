"""A token bucket: how long a sender that sends without end must wait before the next frame is read.

Sans-IO. Nothing is refused and nothing is lost: the gateway simply reads no further for a while, and the
sender's own buffers fill.
"""


class Bucket:
    """`rate_per_s` frames a second, and `burst` at once after a quiet time."""

    def __init__(self, *, rate_per_s: float, burst: float, now_s: float) -> None:
        self._rate_per_s = rate_per_s
        self._burst = burst
        self._tokens = burst
        self._at_s = now_s

    def take(self, now_s: float) -> float:
        """Count one frame; the seconds to wait before reading the next, 0.0 for none."""
        self._tokens = min(self._burst, self._tokens + (now_s - self._at_s) * self._rate_per_s) - 1
        self._at_s = now_s
        return max(0.0, -self._tokens / self._rate_per_s)
