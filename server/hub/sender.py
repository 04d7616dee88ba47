"""The sender: the one place where a frame leaves for a link, counted against what may be under way on it.

Used by the hub and its lanes. Behind the last frame to a slow link it sends a *chaser*. It knows what goes to
whom in which order as little as the road it takes.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from protocol.wire.frames import encode
from protocol.wire.messages import Positions
from server.hub.peer import Outlet, Peer

CHASER_AFTER_S = 0.06
"""Behind the last frame to a slow link. A lost segment is noticed by the arrival of a later one; without a
later one the kernel waits for two round trips, and everything sent meanwhile waits with it."""

_CHASER = encode(Positions(fixes=()))
"""A tick in which nobody moved: it says nothing, and may be lost."""


class Sender:
    """Gives frames to links; never waits for one."""

    def __init__(
        self,
        *,
        send_to_all: Callable[[Sequence[Outlet], bytes], None],
        now_s: Callable[[], float],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        """`send_to_all` gives one frame to many links; `later` calls something after so many seconds."""
        self.sent_bytes = 0
        """Payload given to links since the start."""

        self.now_s = now_s
        self._send_to_all = send_to_all
        self._later = later

    def give(self, peer: Peer, frame: bytes) -> None:
        """One frame to one link; nothing to one that has ended."""
        if peer.is_gone:
            return
        self._count(peer, len(frame), self.now_s())
        peer.outlet.send(frame)

    def give_all(self, peers: Collection[Peer], frame: bytes) -> None:
        """The same frame to all of these; encoded once, its header made once."""
        if not peers:
            return
        now_s = self.now_s()
        for peer in peers:
            self._count(peer, len(frame), now_s)
        self._send_to_all([peer.outlet for peer in peers], frame)

    def _count(self, peer: Peer, size: int, now_s: float) -> None:
        peer.pace.sent(size, now_s)
        self.sent_bytes += size
        if not peer.is_chased and peer.pace.is_slow:
            # One for a burst: it is due behind whatever is given to the link until then.
            peer.is_chased = True
            self._later(CHASER_AFTER_S, partial(self._chase, peer))

    def _chase(self, peer: Peer) -> None:
        """One small frame behind the last, so that its loss shows after one round trip."""
        if not peer.is_gone:
            # Counted, since the console acknowledges it; not by `_count`, for a chaser is never chased.
            peer.pace.sent(len(_CHASER), self.now_s())
            self.sent_bytes += len(_CHASER)
            peer.outlet.send(_CHASER)
        peer.is_chased = False
