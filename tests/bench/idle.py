"""An idle hour: what a console and the server say to each other while nothing happens, in bytes above TCP.

A real session and the server's own hub, with a board between them, driven through 3,600 seconds of a clock by
hand. Exact: every websocket frame is counted with its header.
"""

from collections.abc import Iterator

from attrs import evolve

from protocol.model.board import Board
from protocol.model.moment import to_ms
from protocol.model.text import Name
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.events import LinkState
from protocol.wire.frames import decode_up, encode
from protocol.wire.messages import Alive, Welcome
from protocol.wire.snapshot_writer import SnapshotWriter
from server.hub.hub import Hub
from server.hub.peer import Peer
from server.hub.signs_of_life import ALIVE
from server.hub.snapshot_frames import Snapshot, SnapshotFrames
from server.sight.audience import ROOM
from tests.bench.figure import Figure
from tests.bench.wire import on_wire
from tests.bench.workload import CENTRALISTS, Workload
from tests.server.make import strict

HOUR_S = 3_600
MOST_KB = 30.0
LATE_SEQ = 100_000
"""A number as after some weeks: it takes five bytes, and a fresh journal's one."""


class _Link:
    """Both ends of one link, in one process."""

    def __init__(self, board: Board) -> None:
        self.now_s = 0.0
        self.bytes = 0
        self.statements = 0
        """Signs of life that said what the board should be."""

        self.session = ClientSession(first_id=1)
        self.session.opened(self.now_s)
        self._hub = Hub(
            board, send_to_all=lambda _links, _frame: None, now_s=lambda: self.now_s, faults=strict()
        )
        self._peer = Peer(self, CENTRALISTS[0], self._hub.run_of(ROOM), seq=board.seq, now_s=self.now_s)
        whole = Snapshot(
            seq=board.seq, at_ms=to_ms(board.at), board_seq=board.seq, stretches=SnapshotWriter().write(board)
        )
        self._peer.snapshot = SnapshotFrames(whole)
        self._hub.join(self._peer, encode(_welcome(board)))

    def send(self, frame: bytes) -> None:
        """A frame goes down."""
        self.bytes += on_wire(frame)
        self.statements += len(frame) > len(ALIVE)
        self.session.received(frame, self.now_s, 0)

    def close(self, code: int, reason: str) -> None:
        """Nothing here is a reason to."""
        raise AssertionError(f"closed with {code}: {reason}")

    def tick(self) -> None:
        """Half a second passes."""
        self.now_s += 0.5
        self.session.tick(self.now_s)
        while (frame := self.session.next_frame(self.now_s, 0)) is not None:
            self.bytes += on_wire(frame, masked=True)
            message = decode_up(frame, now_ms=0)
            assert isinstance(message, Alive)
            self._hub.acknowledged(self._peer, message.received_bytes)


def _welcome(board: Board) -> Welcome:
    return Welcome(
        world=Name("oefenstad"),
        exercise=True,
        name=CENTRALISTS[0].name,
        role=CENTRALISTS[0].role,
        now=board.at,
        history="h",
        seq=board.seq,
        at=board.at,
        snapshot=True,
        newest=board.seq,
        ticket="t",
    )


def idle_hour(work: Workload) -> Iterator[Figure]:
    """Both ways, with every statement of what the board should be; and how often there was one."""
    link = _Link(evolve(work.board, seq=LATE_SEQ))
    while link.session.state is not LinkState.LIVE or link.statements < 1:
        link.tick()
    link.bytes = link.statements = 0
    for _ in range(2 * HOUR_S):
        link.tick()
    assert to_ms(link.session.knowledge.board.at) == to_ms(work.board.at)
    every_s = HOUR_S / link.statements
    pings = HOUR_S / (timing.SILENT_AFTER_S / 2)
    yield Figure(
        name="an idle hour, both ways",
        value=link.bytes / 1000,
        unit="kB",
        target=MOST_KB,
        baseline=pings * (6 + 10) / 1000,
        baseline_name="websockets' own ping and pong, as often",
        note=f"a cut is noticed after {timing.SILENT_AFTER_S} s, a drifted board after {every_s:g} s",
    )
