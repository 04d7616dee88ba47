"""Whether the board here is still the server's: each digest that it states, against our own at that number.

Fed by the session with what the server states beside its signs of life. A board that differs is fetched
anew, once. When the whole new board still differs, both ends read the same facts in two ways, which another
snapshot would not mend: that is said once, and left until the difference is another one, or the history.
Drift that returns is mended at growing intervals, so that a thin link is never busy with boards alone.
"""

import math

from attrs import frozen

from protocol.errors import Drifted
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.session.digest import WORDS_APART, BoardDigest

FIRST_REST_S = 60.0
MOST_REST_S = 3_600.0
"""From one snapshot for the sake of drift to the next; doubled each time from the first to the most."""

RECHECKED = 10
"""Objects of each kind hashed anew at each comparison, a millisecond or two: 500 in some seven minutes."""


@frozen(kw_only=True)
class Stated:
    """What the server says that the board is, at a number."""

    seq: int
    digest: int


class DriftWatch:
    """Compares, and remembers what was tried."""

    def __init__(self) -> None:
        self._digest = BoardDigest(has_timelines=True)
        self._role: Role | None = None
        self._history = ""
        self._stated: Stated | None = None
        """The newest statement, until it is compared or the board has gone beyond it."""

        self._mending: int | None = None
        """The difference for which a snapshot was asked, until what that brought is compared."""

        self._left: int | None = None
        """The difference that a snapshot did not mend; None where there is none."""

        self._rest_s = FIRST_REST_S
        self._rests_until_s = -math.inf

    def welcomed(self, role: Role, history: str) -> None:
        """A link begins. In another history nothing counts of what was tried."""
        self._stated = None
        if role is not self._role:
            self._role = role
            self._digest = BoardDigest(has_timelines=role not in WORDS_APART)
        if history != self._history:
            self._history = history
            self._mending, self._left = None, None
            self._rest_s, self._rests_until_s = FIRST_REST_S, -math.inf

    def stated(self, stated: Stated) -> None:
        """The server states what the board is; an older statement counts no more."""
        self._stated = stated

    def look(self, board: Board, now_s: float) -> Stated | None:
        """Compare the board here, a whole one, with what was stated, once it stands at that very number.

        Raises Drifted where a snapshot may mend a difference. Gives the statement, once for each difference,
        where a snapshot did not; None where all is well or not known yet.
        """
        stated = self._stated
        if stated is None or board.seq < stated.seq:
            return None
        if board.seq > stated.seq:
            self._stated = None
            return None
        self._digest.recheck(RECHECKED)
        own = self._digest.digest_of(board)
        if own is None:
            # A large new board is hashed bit by bit; the statement stands meanwhile.
            return None
        self._stated = None
        return self._compared(own, stated, now_s)

    def _compared(self, own: int, stated: Stated, now_s: float) -> Stated | None:
        difference = own ^ stated.digest
        if difference == 0:
            self._mending, self._left = None, None
            if now_s >= self._rests_until_s + self._rest_s:
                self._rest_s = FIRST_REST_S
            return None
        asked_for, self._mending = self._mending, None
        if difference == asked_for:
            # The very same after a whole new board. Another one is drift of its own, since then.
            self._left = difference
            return stated
        if difference == self._left or now_s < self._rests_until_s:
            return None
        self._mending = difference
        self._rests_until_s = now_s + self._rest_s
        self._rest_s = min(2 * self._rest_s, MOST_REST_S)
        raise Drifted(
            f"the board at change {stated.seq} has the digest {own:08x}, and the server's {stated.digest:08x}"
        )
