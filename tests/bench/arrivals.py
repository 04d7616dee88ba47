"""How long the server's loop stands still while consoles arrive on a board of 500 incidents of 60 lines.

The hub and the arrivals are the server's own, on a loop of their own with changes going on; links take what
they are given and acknowledge it, so that only the server's work is on the loop. A probe wakes every two
milliseconds; how late it wakes is how long everything else had to wait. The baseline is the way of before
in the same run: the board written whole, on the loop, for the first who arrives after a change.
"""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from time import monotonic
from unittest.mock import patch

from attrs import evolve

from protocol.model.moment import from_ms
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.snapshot_writer import SnapshotWriter
from server.accounts.accounts import Account
from server.faults.faults import Faults
from server.gateway.arrival import World, arrive
from server.hub.hub import Hub
from server.hub.peer import Outlet, Peer
from server.hub.run import Run
from server.hub.snapshot_frames import Snapshot
from server.hub.snapshots import Snapshots
from server.journal.memory import MemoryJournal
from server.sight.audience import ROOM, Audience
from server.sight.board_view import board_for
from tests.bench.big_board import ENTRIES, INCIDENTS, BigBoard
from tests.bench.figure import Figure, percentile
from tests.server.make import strict

ARRIVALS = 40
ARRIVAL_EVERY_S = 0.1
CHANGE_EVERY_S = 0.05
PROBE_EVERY_S = 0.002
TRIP_S = 0.02
WORLD = World(name=Name("oefenstad"), exercise=True, history="h", status_numbers=())


def arrivals() -> Iterator[Figure]:
    """The longest stall, ours and as it was."""
    big = BigBoard()
    quiet = asyncio.run(_stalls(big, arrivals=0))
    ours = asyncio.run(_stalls(big))
    with patch("server.hub.hub.Snapshots", _OnTheLoop):
        theirs = asyncio.run(_stalls(big))
    rate = 1 / CHANGE_EVERY_S
    for share, label in ((1.0, "the longest stall"), (0.99, "p99 of the stalls")):
        yield Figure(
            name=f"consoles arrive on a board of {INCIDENTS} x {ENTRIES}: {label} of the loop",
            value=percentile(ours, share) * 1000,
            unit="ms",
            baseline=percentile(theirs, share) * 1000,
            baseline_name="written whole on the loop",
            at_most_times=0.2,
            note=(
                f"{ARRIVALS} in {ARRIVALS * ARRIVAL_EVERY_S:.0f} s, {rate:.0f} changes a second; "
                f"{percentile(quiet, share) * 1000:.0f} ms while nobody arrives"
            ),
        )


class _OnTheLoop(Snapshots):
    """As it was: written by whoever arrives first after a change, while all others wait."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[Audience, tuple[int, Snapshot]] = {}

    async def of(self, run: Run) -> Snapshot:
        """At once, and the loop stands still."""
        kept = self._kept.get(run.audience)
        if kept is None or kept[0] != run.board.seq:
            seen = evolve(board_for(run.board, run.audience), seq=run.seq, at=from_ms(run.at_ms))
            stretches = SnapshotWriter().write(seen)
            made = Snapshot(seq=run.seq, at_ms=run.at_ms, board_seq=run.board.seq, stretches=stretches)
            kept = self._kept[run.audience] = (run.board.seq, made)
        return kept[1]


class _Sink:
    """A link at whose other end everything is acknowledged after a trip, and nothing is read."""

    def __init__(self) -> None:
        self.hub: Hub | None = None
        self.peer: Peer | None = None
        self._unheard = 0

    def send(self, frame: bytes) -> None:
        """One trip later it is acknowledged with what came beside it."""
        if self._unheard == 0:
            asyncio.get_running_loop().call_later(TRIP_S, self.acknowledge)
        self._unheard += len(frame)

    def acknowledge(self) -> None:
        """Everything so far was heard; the link takes more."""
        size, self._unheard = self._unheard, 0
        if self.hub is not None and self.peer is not None:
            self.peer.pace.acked(size, monotonic())
            self.hub.pump(self.peer)

    def close(self, code: int, reason: str) -> None:
        """Never in this bench."""
        raise RuntimeError(f"{code} {reason}")


def _to_each(outlets: Sequence[Outlet], frame: bytes) -> None:
    for outlet in outlets:
        outlet.send(frame)


async def _stalls(big: BigBoard, arrivals: int = ARRIVALS) -> list[float]:
    """Seconds that the probe woke late, while consoles arrive and the world goes on."""
    hub = Hub(big.board, send_to_all=_to_each, now_s=monotonic, faults=strict())
    late_s: list[float] = []
    # What a long-lived board is to the collector of garbage is not what is measured here.
    gc.collect()
    gc.freeze()
    async with asyncio.TaskGroup() as tasks:
        world = tasks.create_task(_go_on(hub, big))
        probe = tasks.create_task(_probe(late_s))
        async with asyncio.TaskGroup() as comers:
            for number in range(arrivals):
                comers.create_task(_come_in(hub, f"console-{number}"))
                await asyncio.sleep(ARRIVAL_EVERY_S)
        if not arrivals:
            await asyncio.sleep(ARRIVALS * ARRIVAL_EVERY_S / 2)
        while any(peer.snapshot is not None for peer in hub.peers):
            await asyncio.sleep(0.05)
        world.cancel()
        probe.cancel()
    hub.close()
    gc.unfreeze()
    if len(hub.peers) != arrivals or any(peer.cursor < peer.run.seq for peer in hub.peers):
        raise RuntimeError("somebody did not get everything")
    return late_s


async def _come_in(hub: Hub, name: str) -> None:
    sink = _Sink()
    account = Account(name=Name(name), role=Role.CENTRALIST, hash="")
    now = from_ms(hub.run_of(ROOM).at_ms)
    faults = Faults(now_s=monotonic, count=lambda *_: None)
    peer = await arrive(
        *(hub, MemoryJournal(), WORLD, account, sink), faults=faults, after=0, history="", ticket="", now=now
    )
    sink.hub, sink.peer = hub, peer
    sink.acknowledge()


async def _go_on(hub: Hub, big: BigBoard) -> None:
    while True:
        change = big.next()
        hub.publish(change, big.board)
        await asyncio.sleep(CHANGE_EVERY_S)


async def _probe(late_s: list[float]) -> None:
    while True:
        due_s = monotonic() + PROBE_EVERY_S
        await asyncio.sleep(PROBE_EVERY_S)
        late_s.append(max(0.0, monotonic() - due_s))
