"""The hub: the only one that sends. Changes first, then snapshots, positions, documents, pieces of maps.

Fed by the room (`publish`), by units (`moved`) and by the gateway (acknowledgements, answers). Encodes each
change once for all. A console whose link is full keeps its place in the run of recent changes and goes on
when it acknowledges; one that fell out of that run is closed and resumes. Nobody waits for a slow console.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial

from protocol.change import Change
from protocol.facts import EmergencyRaised
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.session.timing import DEAF_AFTER_S
from protocol.wire.deltas import Written
from protocol.wire.frames import encode
from protocol.wire.messages import Alarm, Alive, OnLine, OnLineRow, OnLines, Positions
from server.line_ticks import Line, LineTicks, members_of
from server.peer import Outlet, Peer
from server.run import RECENT_CHANGES, Run
from server.telling import Telling
from server.visibility import ROOM, STREET, Audience, View

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
        self._runs: dict[Audience, Run] = {audience: Run(audience, board) for audience in (ROOM, STREET)}
        self._telling = Telling()
        self._line_ticks = LineTicks()
        self._peers_by_name: dict[str, set[Peer]] = {}
        self._send_to_all = send_to_all
        self.now_s = now_s
        self._later = later
        self._tick_round = 0
        self._round_by_unit: dict[int, int] = {}

    @property
    def seq(self) -> int:
        """The newest change told."""
        return self._board.seq

    def run_of(self, audience: Audience) -> Run:
        """The run that this audience hears; a partner's begins when it first comes."""
        if audience not in self._runs:
            self._runs[audience] = Run(audience, self._board)
        return self._runs[audience]

    def publish(self, change: Change, board: Board) -> None:
        """Tell everyone of a durable change; `board` is the board with it."""
        before, self._board = self._board, board
        for fact in change.facts:
            if isinstance(fact, EmergencyRaised):
                self._alarm(fact)
        for run in self._runs.values():
            self._tell(run, change)
        for told in self._telling.of(change, before, board, list(self._runs)):
            frame_by_seq: dict[int, bytes] = {}
            for name in told.names:
                shown = told.shown(name)
                if shown.seq not in frame_by_seq:
                    frame_by_seq[shown.seq] = encode(shown)
                frame = frame_by_seq[shown.seq]
                for peer in self._peers_by_name.get(name, ()):
                    if peer.run.audience == told.audience:
                        self._show(peer, frame)

    def _alarm(self, fact: EmergencyRaised) -> None:
        """To everybody at once, before every lane and whatever else waits: it may come twice, never late."""
        unit = self._board.units.get(fact.unit)
        if unit is None:
            return
        alarm = Alarm(unit=unit.id, call_sign=unit.call_sign, incident=fact.incident, point=fact.point)
        frame = encode(alarm)
        heard = [peer for peer in self.peers if peer.run.audience.view is not View.PARTNER]
        for peer in heard:
            self._count(peer, len(frame), self.now_s())
        self._send_to_all([peer.outlet for peer in heard], frame)

    def _tell(self, run: Run, change: Change) -> None:
        written = run.take(change, self._board)
        if written is None:
            return
        now_s = self.now_s()
        known: list[Outlet] = []
        plain: list[Outlet] = []
        for peer in run.peers:
            if peer.cursor == written.after and not peer.waits and peer.pace.has_room_for_changes:
                if peer.bridge is not None:
                    self._give_written(peer, written)
                    continue
                reads_known = peer.began_seq <= written.generation_after
                (known if reads_known else plain).append(peer.outlet)
                self._count(peer, len(written.known if reads_known else written.plain), now_s)
                peer.cursor = written.seq
        if known:
            self._send_to_all(known, written.known)
        if plain:
            self._send_to_all(plain, written.plain)

    def _give_written(self, peer: Peer, written: Written) -> None:
        if peer.bridge is not None:
            frame = written.bridged(*peer.bridge)
            peer.bridge = None
            # A generation that begins with this change is not the peer's: it did not get that form.
            peer.began_seq = written.seq
        else:
            frame = written.known if peer.began_seq <= written.generation_after else written.plain
        self._give(peer, frame)
        peer.cursor = written.seq

    def _show(self, peer: Peer, frame: bytes) -> None:
        peer.words.append((peer.run.seq, frame))
        if len(peer.words) > RECENT_CHANGES:
            peer.outlet.close(CLOSE_RESUME, "too far behind: resume")
        self._pump_words(peer)

    def on_line(self, peer: Peer, tick: OnLine, now: datetime) -> None:
        """What a member has of a line and does there; told with the next tick."""
        self._line_ticks.take(peer.actor, tick, self._board, now)

    def join(self, peer: Peer, welcome: bytes, *, words_seq: int = 0) -> None:
        """A console comes in: welcome, then what it misses, at its link's pace.

        `words_seq` is the newest change whose words of lines it has; 0 for none.
        """
        self.peers.add(peer)
        peer.run.peers.add(peer)
        self._peers_by_name.setdefault(peer.actor.name.casefold(), set()).add(peer)
        self._give(peer, welcome)
        missed = self._telling.missed(peer.actor.name, peer.run.audience, words_seq, self._board)
        peer.words.extend((peer.run.seq, encode(shown)) for shown in missed)
        self.pump(peer)

    def leave(self, peer: Peer) -> None:
        """Its link is gone."""
        self.peers.discard(peer)
        peer.run.peers.discard(peer)
        name = peer.actor.name.casefold()
        others = self._peers_by_name.get(name, set())
        others.discard(peer)
        if not others:
            self._peers_by_name.pop(name, None)
            self._line_ticks.gone(peer.actor.name, datetime.now(UTC))
        audience = peer.run.audience
        if audience.view is View.PARTNER and not peer.run.peers:
            # Whoever returns begins with a snapshot, which is small.
            self._runs.pop(audience, None)

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
            if peer.has_more or peer.cursor < peer.run.seq:
                self.pump(peer)
        self._tell_lines()

    def _takes_ticks(self, peer: Peer, now_s: float) -> bool:
        if peer.run.audience.view is View.PARTNER:
            return False
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
        self._pump_words(peer)
        self._pump_replies(peer)
        while (lane := peer.bulk or peer.map_bulk) and self._is_idle(peer) and peer.pace.has_room:
            frame = next(lane[0], None)
            if frame is None:
                lane.popleft()
            else:
                self._give(peer, frame)

    def _pump_changes(self, peer: Peer) -> bool:
        """Changes and what waits for them. False when the link takes no more of these now."""
        while peer.backlog and peer.pace.has_room_for_changes:
            peer.cursor, frame = peer.backlog.popleft()
            self._give(peer, frame)
        run = peer.run
        if peer.cursor < run.seq and not peer.backlog:
            if peer.cursor < run.oldest_after:
                peer.outlet.close(CLOSE_RESUME, "too far behind: resume")
                return False
            for written in run.all_after(peer.cursor):
                if not self._pump_words(peer) or not peer.pace.has_room_for_changes:
                    break
                self._give_written(peer, written)
        self._pump_words(peer)
        self._pump_replies(peer)
        return peer.cursor == run.seq and not peer.backlog

    def _pump_words(self, peer: Peer) -> bool:
        """Words whose change was sent, before any later change. False while such words wait for room.

        Those behind a snapshot wait for its end; who is cut before has no whole board and begins anew.
        """
        if peer.snapshot is not None:
            return True
        while peer.words and peer.words[0][0] <= peer.cursor and not peer.backlog:
            if not peer.pace.has_room_for_changes:
                return False
            self._give(peer, peer.words.popleft()[1])
        return True

    def _pump_replies(self, peer: Peer) -> None:
        """Answers whose facts were sent; those of old wishes wait for the snapshot that holds their facts."""
        # What the run does not carry to this audience needs no waiting for.
        told_seq = self.seq if peer.cursor == peer.run.seq and not peer.words else peer.cursor
        for _ in range(len(peer.replies)):
            after_seq, frame = peer.replies.popleft()
            in_snapshot = peer.snapshot is not None and 0 < after_seq <= peer.began_seq
            if after_seq > told_seq or in_snapshot:
                peer.replies.append((after_seq, frame))
            else:
                self._give(peer, frame)

    def _is_idle(self, peer: Peer) -> bool:
        return peer.snapshot is None and peer.cursor == peer.run.seq and not peer.waits

    def _tell_lines(self) -> None:
        """What members of lines have and do, to the other members, each when its link has room."""
        for line in self._line_ticks.fresh(self._board, datetime.now(UTC)):
            incident = self._board.incidents.get(line[0])
            for name in () if incident is None else members_of(incident, line[1]):
                for peer in self._peers_by_name.get(name.casefold(), ()):
                    peer.lines_owed.add(line)
        for peer in self.peers:
            if peer.lines_owed and self._is_idle(peer) and peer.pace.has_room:
                lines, peer.lines_owed = sorted(peer.lines_owed), set()
                rows = tuple(row for line in lines for row in self._rows(peer, line))
                if rows:
                    self._give(peer, encode(OnLines(rows=rows)))

    def _rows(self, peer: Peer, line: Line) -> tuple[OnLineRow, ...]:
        incident = self._board.incidents.get(line[0])
        members = () if incident is None else members_of(incident, line[1])
        # It may have left since.
        return self._line_ticks.rows(line, members) if peer.actor.name in members else ()

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
