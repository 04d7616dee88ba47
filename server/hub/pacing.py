"""How much may be under way on one link, learnt from when the other end says it received.

Sans-IO: told of sends and acknowledgements with their times, asked for room. Kernel and network buffers hold
whatever is given to them, and an urgent change waits behind all of it; so the lanes that can wait are given
only as much as keeps the queue short. It grows while acknowledgements come promptly and shrinks when they
come late. Changes themselves may overdraw: they are what the room is kept for.
"""

from collections import deque

FIRST_WINDOW_BYTES = 1_200
"""A second of a 9,600 bit/s line: enough for the most urgent incidents, before anything is known."""

LEAST_WINDOW_BYTES = 250
"""One piece at a time: a console acknowledges every 300 bytes, and a piece is that long."""

MOST_WINDOW_BYTES = 512 * 1024
"""More is not faster on any road we have, and is lost with the link."""

MOST_PIECE_BYTES = 30_000
"""Large enough that the cost of a frame does not count, and far below what a frame may be."""

OVERDRAFT_BYTES = 4_096
"""What changes may add beyond the window before they too wait for the console: about 150 changes."""

QUEUE_TARGET_S = 0.2
"""A standing queue longer than this delays an urgent change more than a person should notice."""

SLOW_TRIP_S = 0.25
"""A weak link's round trip; on anything better a lost segment is repeated before anybody notices."""

MIN_SAMPLE_BYTES = 250
"""An acknowledgement of less was sent by a timer and says nothing about the road."""

MOST_SENDS = 2_048
"""Sends whose time is remembered; far more than a window of the smallest frames."""


class Pace:
    """The window of one link."""

    def __init__(self) -> None:
        self.window_bytes = FIRST_WINDOW_BYTES
        self.in_flight_bytes = 0
        self._sent_bytes = 0
        self._acked_bytes = 0
        # Bounded: who never acknowledges teaches nothing, and must not fill the memory.
        self._sends: deque[tuple[int, float]] = deque(maxlen=MOST_SENDS)
        self._best_trip_s: float | None = None
        self._was_full = False

    @property
    def is_slow(self) -> bool:
        """True when a round trip takes so long that waiting for a lost segment is felt."""
        return self._best_trip_s is not None and self._best_trip_s >= SLOW_TRIP_S

    @property
    def has_room(self) -> bool:
        """True when a lane that can wait may send one more piece."""
        free = self.in_flight_bytes < self.window_bytes
        # Only a window that was full says something about the road when its acknowledgement comes promptly.
        self._was_full |= not free
        return free

    @property
    def has_room_for_changes(self) -> bool:
        """True while changes may go out at once."""
        return self.in_flight_bytes < self.window_bytes + OVERDRAFT_BYTES

    @property
    def room_bytes(self) -> int:
        """What still fits the window."""
        return max(0, self.window_bytes - self.in_flight_bytes)

    @property
    def piece_bytes(self) -> int:
        """How large one piece of a lane that can wait may be, where its pieces can be joined.

        A quarter of the window: the other end acknowledges whole frames, and more must be under way
        meanwhile.
        """
        return min(MOST_PIECE_BYTES, self.window_bytes // 4)

    def sent(self, size: int, now_s: float) -> None:
        """`size` bytes of payload were given to the link."""
        self._sent_bytes += size
        self.in_flight_bytes += size
        self._sends.append((self._sent_bytes, now_s))

    def acked(self, size: int, now_s: float) -> None:
        """The other end says it received `size` more bytes; more than was sent is not believed."""
        size = min(size, self.in_flight_bytes)
        self._acked_bytes += size
        self.in_flight_bytes -= size
        sent_at_s = None
        while self._sends and self._sends[0][0] <= self._acked_bytes:
            sent_at_s = self._sends.popleft()[1]
        if sent_at_s is not None and size >= MIN_SAMPLE_BYTES:
            self._learn(now_s - sent_at_s, size)

    def _learn(self, trip_s: float, size: int) -> None:
        # The best is the road without a queue. It is forgotten by a hundredth each time: a road that became
        # longer, by another mast or a tunnel, must not look like a queue for ever.
        best_s = trip_s if self._best_trip_s is None else min(self._best_trip_s * 1.01, trip_s)
        self._best_trip_s = best_s
        if trip_s - best_s > QUEUE_TARGET_S:
            # Down at once and by a share, up by what came through: the queue is gone after a trip or two, and
            # the urgent change that comes meanwhile waits for it only then.
            self.window_bytes = max(LEAST_WINDOW_BYTES, int(self.window_bytes * 0.7))
        elif self._was_full:
            self.window_bytes = min(MOST_WINDOW_BYTES, self.window_bytes + size)
        self._was_full = False
