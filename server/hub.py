"""The hub: the only one that sends. Changes first, then snapshots, positions, documents, pieces of maps.

Fed by the room (`publish`), by units (`moved`) and by the gateway (acknowledgements, answers). Encodes each
change once for all. A console whose link is full keeps its place in the run of recent changes and goes on
when it acknowledges; one that fell out of that run is closed and resumes. Nobody waits for a slow console.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

from protocol.change import Change
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.session.timing import DEAF_AFTER_S
from protocol.wire.deltas import DeltaWriter, Written
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Positions
from protocol.wire.snapshot import write_snapshot
from server.peer import Outlet, Peer

RECENT_CHANGES = 4_096
"""How many changes a console may lag before it must resume."""

CLOSE_RESUME = 4000
"""Close code: dial again and resume."""

CLOSE_DEAF = 4001
"""Close code: the other end has not been heard for too long."""

SLOW_TICK_S = 3.0
"""Between two frames of positions on a slow link: fifty units are a quarter of a second of 9,600 bit/s."""

CHASER_AFTER_S = 0.06
"""Behind the last frame to a slow link. A lost segment is noticed by the arrival of a later one; without a
later one the kernel waits for two round trips, and everything sent meanwhile waits with it."""

_ALIVE = encode(Alive())
_CHASER = encode(Positions(fixes=()))
"""A tick in which nobody moved: it says nothing, and may be lost."""


class Hub:
    """Everybody who listens, and what they listen to."""

    def __init__(
        self,
        board: Board,
        *,
        send_to_all: Callable[[Sequence[Outlet], bytes], None],
        now_s: Callable[[], float],
        later: Callable[[float, Callable[[], None]], object] = lambda _delay_s, _act: None,
    ) -> None:
        """`board` is where the run of changes begins; `send_to_all` gives one frame to many links.

        `later` calls something after so many seconds; without it slow links get no chasers.
        """
        self.peers: set[Peer] = set()
        self.fix_by_unit: dict[int, Fix] = {}
        self.sent_bytes = 0
        """Payload given to links since the start."""

        self._board = board
        self._writer = DeltaWriter(board.seq, to_ms(board.at))
        self._recent: deque[Written] = deque(maxlen=RECENT_CHANGES)
        self._snapshot: tuple[int, tuple[bytes, ...]] | None = None
        self._send_to_all = send_to_all
        self.now_s = now_s
        self._later = later
        self._tick_round = 0
        self._round_by_unit: dict[int, int] = {}

    @property
    def seq(self) -> int:
        """The newest change told."""
        return self._writer.seq

    @property
    def oldest_after(self) -> int:
        """A console that has this change, or a later one, can go on from the recent changes alone."""
        return self._recent[0].after if self._recent else self._writer.seq

    def at_ms_of(self, seq: int) -> int | None:
        """When a recent change was made, in ms since 1970; None when it is not recent any more."""
        if seq == self._writer.seq:
            return self._writer.at_ms
        written = self._written_after(seq - 1)
        return written.at_ms if written is not None and written.seq == seq else None

    def publish(self, change: Change, board: Board) -> None:
        """Tell everyone of a durable change; `board` is the board with it."""
        self._board = board
        latecomers = any(peer.began_seq > self._writer.generation_after for peer in self.peers)
        written = self._writer.write(change, latecomers=latecomers)
        self._recent.append(written)
        now_s = self.now_s()
        known: list[Outlet] = []
        plain: list[Outlet] = []
        for peer in self.peers:
            if peer.cursor == written.after and not peer.backlog and peer.pace.has_room_for_changes:
                reads_known = peer.began_seq <= written.generation_after
                (known if reads_known else plain).append(peer.outlet)
                self._count(peer, len(written.known if reads_known else written.plain), now_s)
                peer.cursor = written.seq
        if known:
            self._send_to_all(known, written.known)
        if plain:
            self._send_to_all(plain, written.plain)

    def snapshot(self) -> tuple[Board, tuple[bytes, ...]]:
        """The board as it is now, and its frames; made once for all who ask between two changes."""
        if self._snapshot is None or self._snapshot[0] != self._board.seq:
            frames = tuple(encode(part) for part in write_snapshot(self._board))
            self._snapshot = (self._board.seq, frames)
        return self._board, self._snapshot[1]

    def join(self, peer: Peer, welcome: bytes) -> None:
        """A console comes in: welcome, then what it misses, at its link's pace."""
        self.peers.add(peer)
        self._give(peer, welcome)
        self.pump(peer)

    def leave(self, peer: Peer) -> None:
        """Its link is gone."""
        self.peers.discard(peer)

    def acknowledged(self, peer: Peer, size: int) -> None:
        """It says it received `size` more bytes: answer the sign of life, and go on."""
        peer.pace.acked(size, self.now_s())
        self._give(peer, _ALIVE)
        self.pump(peer)

    def reply(self, peer: Peer, frame: bytes, *, after_seq: int = 0) -> None:
        """An answer, to be sent once the change `after_seq` was."""
        peer.replies.append((after_seq, frame))
        if len(peer.replies) > RECENT_CHANGES:
            # It asks and does not take the answers; asking again after it resumed gets the same ones.
            peer.outlet.close(CLOSE_RESUME, "too far behind: resume")
        self.pump(peer)

    def moved(self, fixes: Iterable[Fix]) -> None:
        """Units were seen; told with the next tick. An older position than the known one is dropped."""
        for fix in fixes:
            known = self.fix_by_unit.get(fix.unit)
            if fix.unit in self._board.units and (known is None or fix.at >= known.at):
                self.fix_by_unit[fix.unit] = fix
                self._round_by_unit[fix.unit] = self._tick_round + 1

    def tick(self, now_ms: int) -> None:
        """Tell positions that changed since the last tick, to every link that has room."""
        fresh = [unit for unit, round_ in self._round_by_unit.items() if round_ > self._tick_round]
        if fresh:
            before, self._tick_round = self._tick_round, self._tick_round + 1
            frame = self._positions(fresh, now_ms)
            now_s = self.now_s()
            in_step = [
                peer for peer in self.peers if peer.ticks_seen == before and self._takes_ticks(peer, now_s)
            ]
            for peer in in_step:
                peer.ticks_seen, peer.ticked_at_s = self._tick_round, now_s
                self._count(peer, len(frame), now_s)
            self._send_to_all([peer.outlet for peer in in_step], frame)
        for peer in self.peers:
            if self.now_s() - peer.heard_at_s > DEAF_AFTER_S:
                peer.outlet.close(CLOSE_DEAF, "nothing heard from you")
                continue
            if peer.ticks_seen < self._tick_round and self._takes_ticks(peer, self.now_s()):
                late = [unit for unit, round_ in self._round_by_unit.items() if round_ > peer.ticks_seen]
                peer.ticks_seen, peer.ticked_at_s = self._tick_round, self.now_s()
                if late:
                    self._give(peer, self._positions(late, now_ms))
            if peer.has_more or peer.cursor < self.seq:
                self.pump(peer)

    def _takes_ticks(self, peer: Peer, now_s: float) -> bool:
        rested = not peer.pace.is_slow or now_s - peer.ticked_at_s >= SLOW_TICK_S
        return rested and self._is_idle(peer) and peer.pace.has_room

    def forget_units(self, on_duty: Iterable[int]) -> None:
        """Drop positions of units that went off duty."""
        keep = set(on_duty)
        for unit in [unit for unit in self.fix_by_unit if unit not in keep]:
            del self.fix_by_unit[unit], self._round_by_unit[unit]

    def pump(self, peer: Peer) -> None:
        """Give the link what it has room for, in the order of the lanes."""
        if not self._pump_changes(peer):
            return
        while peer.snapshot is not None and peer.pace.has_room:
            frame = next(peer.snapshot, None)
            if frame is None:
                peer.snapshot = None
            else:
                self._give(peer, frame)
        self._pump_replies(peer)
        while (lane := peer.bulk or peer.map_bulk) and self._is_idle(peer) and peer.pace.has_room:
            frame = next(lane[0], None)
            if frame is None:
                lane.popleft()
            else:
                self._give(peer, frame)

    def _pump_changes(self, peer: Peer) -> bool:
        """Changes and the answers that wait for them. False when the link takes no more of these now."""
        while peer.backlog and peer.pace.has_room_for_changes:
            peer.cursor, frame = peer.backlog.popleft()
            self._give(peer, frame)
        if peer.cursor < self.seq and not peer.backlog:
            if peer.cursor < self.oldest_after:
                peer.outlet.close(CLOSE_RESUME, "too far behind: resume")
                return False
            for written in self._all_after(peer.cursor):
                if not peer.pace.has_room_for_changes:
                    break
                reads_known = peer.began_seq <= written.generation_after
                self._give(peer, written.known if reads_known else written.plain)
                peer.cursor = written.seq
        self._pump_replies(peer)
        return peer.cursor == self.seq and not peer.backlog

    def _pump_replies(self, peer: Peer) -> None:
        """Answers whose facts were sent; those of old wishes wait for the snapshot that holds their facts."""
        told_seq = peer.cursor
        for _ in range(len(peer.replies)):
            after_seq, frame = peer.replies.popleft()
            in_snapshot = peer.snapshot is not None and 0 < after_seq <= peer.began_seq
            if after_seq > told_seq or in_snapshot:
                peer.replies.append((after_seq, frame))
            else:
                self._give(peer, frame)

    def _is_idle(self, peer: Peer) -> bool:
        return peer.snapshot is None and peer.cursor == self.seq and not peer.backlog

    def _written_after(self, seq: int) -> Written | None:
        return next(iter(self._all_after(seq)), None)

    def _all_after(self, seq: int) -> list[Written]:
        """Recent changes above `seq`. Numbers have no holes here, so the place follows from the number."""
        if not self._recent:
            return []
        return list(islice(self._recent, max(0, seq - self._recent[0].after), None))

    def _positions(self, units: Iterable[int], now_ms: int) -> bytes:
        return encode(Positions(fixes=tuple(self.fix_by_unit[unit] for unit in units)), now_ms=now_ms)

    def _give(self, peer: Peer, frame: bytes) -> None:
        self._count(peer, len(frame), self.now_s())
        peer.outlet.send(frame)

    def _count(self, peer: Peer, size: int, now_s: float) -> None:
        peer.pace.sent(size, now_s)
        self.sent_bytes += size
        if not peer.is_chased and peer.pace.is_slow:
            peer.is_chased = True
            self._later(CHASER_AFTER_S, partial(self._chase, peer))

    def _chase(self, peer: Peer) -> None:
        """One small frame behind the last, so that its loss shows after one round trip."""
        if peer in self.peers:
            peer.pace.sent(len(_CHASER), self.now_s())
            self.sent_bytes += len(_CHASER)
            peer.outlet.send(_CHASER)
        peer.is_chased = False
