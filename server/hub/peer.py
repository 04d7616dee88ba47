"""One console as the hub sees it: what it has, what it still gets, and how fast.

Made at its arrival, owned by the hub. Holds a cursor in the run of changes and not a queue of them, so a slow
console costs nothing but its place. Sends only through its outlet.
"""

import math
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from protocol.model.line_kind import LineKind
from server.decide.actor import Actor
from server.hub.fixes_told import FixesTold
from server.hub.pacing import Pace
from server.hub.snapshot_frames import SnapshotFrames

if TYPE_CHECKING:
    from server.hub.run import Run


class Outlet(Protocol):
    """The sending end of a link, which never blocks."""

    def send(self, frame: bytes) -> None:
        """Give a frame to the link."""

    def close(self, code: int, reason: str) -> None:
        """End the link in the background, saying why."""


class Peer:
    """A console on its present link."""

    def __init__(self, outlet: Outlet, actor: Actor, run: "Run", *, seq: int, now_s: float) -> None:
        """`seq` is the number in the welcome: what follows is the change after it."""
        self.outlet = outlet
        self.actor = actor
        self.run = run
        """The changes that its audience sees."""

        self.began_seq = seq
        """It has every frame of the hub's own run after this number; decides which form it can read."""

        self.cursor = seq
        """The last change sent."""

        self.heard_at_s = now_s
        """When it last sent anything, on the monotonic clock."""

        self.pace = Pace()
        self.fixes = FixesTold()
        self.is_gone = False
        """True once its link has ended."""

        self.states_at_s = -math.inf
        """From when on it is told again what its board should be, on the monotonic clock."""

        self.is_chased = False
        """True while a chaser is due behind what was sent last."""

        self.backlog: deque[tuple[int, bytes]] = deque()
        """Changes from the journal that it missed, with their numbers; sent before any newer one."""

        self.bridge: tuple[int, int] | None = None
        """Its last change and when that was made, where its audience saw nothing between that and `cursor`.
        None otherwise.
        """

        self.words: deque[tuple[int, bytes]] = deque()
        """Words of its lines, each with the change that must have been sent before it."""

        self.lines_owed: set[tuple[int, LineKind]] = set()
        """Lines of whose members it has not been told the newest."""

        self.seats_owed: set[int] = set()
        """Desks of the room of which it has not been told the newest."""

        self.seats_known: set[int] = set()
        """Desks whose names it has been told."""

        self.halves_owed: set[tuple[int, int]] = set()
        """Calls that are being taken, by desk and mark, of which it has not been told the newest."""

        self.replies: deque[tuple[int, bytes]] = deque()
        """Answers, each with the change that must have been sent before it."""

        self.resumed = True
        """False when it began with a snapshot."""

        self.snapshot: SnapshotFrames | None = None
        """What remains of its snapshot; None when it has it all."""

        self.bulk: deque[Iterator[bytes]] = deque()
        """Documents under way, the first one first."""

        self.map_bulk: deque[Iterator[bytes]] = deque()
        """Pieces of maps under way; each waits for every document that a person asked for."""

    @property
    def waits(self) -> bool:
        """True while changes or words of lines wait, so that a newer change must wait behind them."""
        return bool(self.backlog) or bool(self.words and self.snapshot is None)

    @property
    def is_idle(self) -> bool:
        """True when it has the whole board as its audience sees it: now ticks and documents may go."""
        return self.snapshot is None and self.cursor == self.run.seq and not self.waits

    @property
    def has_more(self) -> bool:
        """True when something waits for room on the link."""
        return bool(self.snapshot or self.bulk or self.map_bulk or self.replies or self.backlog or self.words)
