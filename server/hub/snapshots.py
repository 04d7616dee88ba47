"""Snapshots: the board as an audience may have it, written beside the event loop for all who wait.

Asked by the hub for each console that begins anew. A board of 500 incidents with long timelines takes half a
second to write: on a thread of its own nobody else waits for that, and what stays the same between two
snapshots (`SnapshotWriter`) is not written again. What changes meanwhile costs nothing: a snapshot has the
number of a change, and its reader goes on from there by the run, as one who resumes does.
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from weakref import WeakKeyDictionary

from attrs import evolve

from protocol.by_identity import ByIdentity
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.moment import from_ms
from protocol.wire.snapshot_writer import SnapshotWriter
from server.hub.run import Run
from server.hub.snapshot_frames import Snapshot
from server.sight.audience import Audience
from server.sight.board_view import board_for, shown_as

WORK_S = 0.002
REST_S = 0.000_5
"""The thread of the loop gets the interpreter after at most so much work. Left to Python it waits five
milliseconds for it, and again at each turn of the loop."""


class Snapshots:
    """Those of all audiences, written by one thread: two would only take the interpreter from each other."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="snapshots")
        # Weak: a partner's run ends with its last link.
        self._writing_by_run: WeakKeyDictionary[Run, _Writing] = WeakKeyDictionary()

    async def snapshot_of(self, run: Run) -> Snapshot:
        """One of the board as it is now, or newer; at once where there is such a one already.

        By the time it is there the run may have gone on, even so far that it does not hold what follows.
        """
        # By the board and not by what the audience saw: were a change ever left out of the run, a console
        # that notices must not begin with a board from before it and be led past it once more.
        wanted = run.board.seq
        writing = self._writing_by_run.get(run)
        if writing is None:
            writing = self._writing_by_run[run] = _Writing(run.audience)
        if writing.serves(wanted):
            return writing.newest()
        async with writing.turn:
            # Whoever had the turn before may have made what serves all who waited for it.
            if not writing.serves(wanted):
                loop = asyncio.get_running_loop()
                writing.kept = await loop.run_in_executor(
                    self._thread, writing.make, run.board, run.seq, run.at_ms
                )
            return writing.newest()

    def close(self) -> None:
        """No more of them; what is being written is finished and thrown away."""
        self._thread.shutdown(wait=False, cancel_futures=True)


class _Writing:
    """The snapshots of one run."""

    def __init__(self, audience: Audience) -> None:
        self.turn = asyncio.Lock()
        self.kept: Snapshot | None = None
        self._audience = audience
        # Both are touched by the thread only, which makes one snapshot after the other.
        self._breath = _Breath()
        self._writer = SnapshotWriter(self._breath)
        self._views = ByIdentity(shown_as(audience))

    def serves(self, wanted: int) -> bool:
        """True when the newest one is of a board with this change in it."""
        return self.kept is not None and self.kept.board_seq >= wanted

    def newest(self) -> Snapshot:
        """The one that serves."""
        assert self.kept is not None
        return self.kept

    def make(self, board: Board, seq: int, at_ms: int) -> Snapshot:
        """The board of all, as the audience may have it; its newest change was `seq`. Runs in the thread."""
        seen = board_for(board, self._audience, shown=self._view)
        self._views.keep_only(board.incidents)
        stretches = self._writer.write(evolve(seen, seq=seq, at=from_ms(at_ms)))
        return Snapshot(seq=seq, at_ms=at_ms, board_seq=board.seq, stretches=stretches)

    def _view(self, incident: Incident) -> Incident:
        self._breath()
        return self._views.made_of(incident.number, incident)


class _Breath:
    """Called often by a thread that works long: lets others have the interpreter now and then."""

    def __init__(self) -> None:
        self._since_s = time.monotonic()

    def __call__(self) -> None:
        if time.monotonic() - self._since_s >= WORK_S:
            time.sleep(REST_S)
            self._since_s = time.monotonic()
