"""The hub: the only one that sends. It knows who listens, and turns each change into frames for them, once.

Fed by the room (`publish`), by units (`moved`) and by the gateway (acknowledgements, answers). What a link
is given when is the `lanes`' business, how it leaves the `sender`'s; words of lines are `word_frames`', who
reads and types `line_frames`', who is at which desk `presence_frames`', where units are `fix_ticks`'. A
console whose link is full keeps its place in the run of recent changes and goes on when it acknowledges; one
that fell out of that run is closed and resumes. Nobody waits for a slow console.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from protocol.change import Change
from protocol.facts.pairs import EmergencyRaised
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.presence import HalfCall, Presence
from protocol.model.window import Window
from protocol.session.close_codes import CloseCode
from protocol.session.timing import DEAF_AFTER_S
from protocol.wire.frames import encode
from protocol.wire.messages import Alarm, OnLine
from server.faults.faults import Faults, Part
from server.hub.fix_ticks import FixTicks
from server.hub.lanes import give_written, let_go, pump, resume
from server.hub.line_frames import LineFrames
from server.hub.peer import Outlet, Peer
from server.hub.presence_frames import PresenceFrames
from server.hub.run import RECENT_CHANGES, Run
from server.hub.sender import Sender
from server.hub.signs_of_life import sign_of_life
from server.hub.snapshot_frames import Snapshot
from server.hub.snapshots import Snapshots
from server.hub.word_frames import WordFrames
from server.sight.audience import ROOM, STREET, Audience, View


class Hub:
    """Everybody who listens, and what they listen to."""

    def __init__(
        self,
        board: Board,
        *,
        send_to_all: Callable[[Sequence[Outlet], bytes], None],
        now_s: Callable[[], float],
        faults: Faults,
        later: Callable[[float, Callable[[], None]], object] = lambda _delay_s, _act: None,
    ) -> None:
        """`board` is where the run of changes begins; `send_to_all` gives one frame to many links.

        `later` calls something after so many seconds; without it slow links get no chasers.
        """
        self.peers: set[Peer] = set()
        self.now_s = now_s
        self._faults = faults
        self._sender = Sender(send_to_all=send_to_all, now_s=now_s, later=later)
        self._snapshots = Snapshots()
        self._begin(board)
        self._lines = LineFrames(self._sender)
        self._presence = PresenceFrames(self._sender)
        self._fix_ticks = FixTicks(self._sender)

    def _begin(self, board: Board) -> None:
        """Nobody has been told anything yet."""
        self._board = board
        self._runs: dict[Audience, Run] = {audience: Run(audience, board) for audience in (ROOM, STREET)}
        self._words = WordFrames(self._sender)
        self._peers_by_name: dict[str, set[Peer]] = {}

    @property
    def sent_bytes(self) -> int:
        """Payload given to links since the start."""
        return self._sender.sent_bytes

    @property
    def fix_by_unit(self) -> Mapping[int, Fix]:
        """Where each unit was last seen."""
        return self._fix_ticks.fix_by_unit

    @property
    def seq(self) -> int:
        """The newest change told."""
        return self._board.seq

    def run_of(self, audience: Audience) -> Run:
        """The run that this audience hears; a partner's begins when it first comes."""
        if audience not in self._runs:
            self._runs[audience] = Run(audience, self._board)
        return self._runs[audience]

    async def snapshot(self, audience: Audience) -> tuple[Run, Snapshot]:
        """What a console of this audience begins with, and the run by which it goes on from there."""
        while True:
            run = self.run_of(audience)
            snapshot = await self._snapshots.snapshot_of(run)
            # Meanwhile the run may have ended, a partner's with its last link, or forgotten what follows.
            if self._runs.get(audience) is run and run.oldest_after <= snapshot.seq:
                return run, snapshot

    def publish(self, change: Change, board: Board) -> None:
        """Tell everyone of a durable change; `board` is the board with it."""
        before, self._board = self._board, board
        # A colleague in need is known before anything else of the change is even encoded.
        for fact in change.facts:
            if isinstance(fact, EmergencyRaised):
                self._alarm(fact)
        for run in self._runs.values():
            self._tell(run, change)
        # Behind the runs: words are shown once the change that brought them was told.
        self._words.show(change, before, board, list(self._runs), self._peers_by_name)

    def begin_anew(self, board: Board) -> None:
        """After `publish` failed: who was told what of that change is unknown, so everybody resumes.

        The runs begin at `board`; what a console misses it gets from the journal, or as a snapshot.
        """
        peers, self.peers = self.peers, set()
        self._begin(board)
        for peer in peers:
            let_go(peer)

    def _alarm(self, fact: EmergencyRaised) -> None:
        """To everybody at once, before every lane and whatever else waits: it may come twice, never late."""
        unit = self._board.units.get(fact.unit)
        if unit is None:
            return
        alarm = Alarm(unit=unit.id, call_sign=unit.call_sign, incident=fact.incident, point=fact.point)
        frame = encode(alarm)
        heard = [peer for peer in self.peers if peer.run.audience.view is not View.PARTNER]
        self._sender.give_all(heard, frame)

    def _tell(self, run: Run, change: Change) -> None:
        """The change to everybody who is right behind the one before it; the others get it from the run."""
        written = run.add(change, self._board)
        if written is None:
            return
        # Two lists and not a frame for each: the same bytes go to everybody in one call.
        known: list[Peer] = []
        plain: list[Peer] = []
        for peer in run.peers:
            # Who lags, or whose link is full, is passed over: the run holds the change, and the lanes give it
            # in its order when there is room. So a slow console costs a number and not a queue.
            if peer.cursor == written.after and not peer.waits and peer.pace.has_room_for_changes:
                if peer.bridge is not None:
                    # To it the change follows another one than to the rest, so its frame is its own.
                    give_written(peer, written, self._sender)
                    continue
                (known if peer.began_seq <= written.generation_after else plain).append(peer)
                peer.cursor = written.seq
        self._sender.give_all(known, written.known)
        # The plain form is made when somebody needs it, which between two generations is nobody.
        if plain:
            self._sender.give_all(plain, written.plain)

    def on_line(self, peer: Peer, tick: OnLine, now: datetime) -> None:
        """What a member has of a line and does there; told with the next tick."""
        self._lines.hear(peer.actor, tick, self._board, now)

    def present(self, peer: Peer, tick: Presence | HalfCall) -> None:
        """Where somebody of the room is, or which call is being taken there; told with the next tick."""
        self._presence.take(peer, tick)

    def join(self, peer: Peer, welcome: bytes, *, words_seq: int = 0) -> None:
        """A console comes in: welcome, then what it misses, at its link's pace.

        `words_seq` is the newest change whose words of lines it has; 0 for none.
        """
        if self._runs.get(peer.run.audience) is not peer.run:
            # The runs began anew while it was on its way in; nothing is told in the old one any more.
            let_go(peer)
            return
        self.peers.add(peer)
        peer.run.peers.add(peer)
        self._peers_by_name.setdefault(peer.actor.name.casefold(), set()).add(peer)
        self._lines.came()
        self._sender.give(peer, welcome)
        self._words.show_missed(peer, words_seq, self._board)
        self._presence.joined(peer)
        self.pump(peer)

    def leave(self, peer: Peer) -> None:
        """Its link is gone."""
        peer.is_gone = True
        self.peers.discard(peer)
        peer.run.peers.discard(peer)
        self._presence.gone(peer)
        name = peer.actor.name.casefold()
        others = self._peers_by_name.get(name, set())
        others.discard(peer)
        if not others:
            # One account may have several links; as long as one is left, its person is still there.
            self._peers_by_name.pop(name, None)
            self._lines.gone(peer.actor.name, datetime.now(UTC))
        audience = peer.run.audience
        if audience.view is View.PARTNER and not peer.run.peers and self._runs.get(audience) is peer.run:
            # Whoever returns begins with a snapshot, which is small.
            del self._runs[audience]

    def acknowledged(self, peer: Peer, size: int) -> None:
        """It says it received `size` more bytes: answer the sign of life, and go on."""
        peer.pace.acked(size, self.now_s())
        # Before what waits for room: the console measures its round trip, and a cut, by this answer.
        self._sender.give(peer, sign_of_life(peer, self.now_s()))
        self.pump(peer)

    def reply(self, peer: Peer, frame: bytes, *, after_seq: int = 0) -> None:
        """An answer, to be sent once the change `after_seq` was."""
        peer.replies.append((after_seq, frame))
        if len(peer.replies) > RECENT_CHANGES:
            # It asks and does not take the answers; asking again after it resumed gets the same ones.
            resume(peer)
        self.pump(peer)

    def moved(self, fixes: Iterable[Fix]) -> None:
        """Units were seen; told with the next tick. An older position than the known one is dropped."""
        self._fix_ticks.hear(fixes, self._board.units)

    def looks_at(self, peer: Peer, window: Window | None) -> None:
        """What its map shows now: units in there are told first, where its link cannot carry all."""
        peer.fixes.window = window

    def forget_units(self, on_duty: Iterable[int]) -> None:
        """Drop positions of units that went off duty."""
        self._fix_ticks.forget(on_duty)

    def tick(self, now_ms: int) -> None:
        """The beat: what counts only in its newest form goes out, and who is not heard any more is let go."""
        self._fix_ticks.tick(self.peers, now_ms)
        for peer in tuple(self.peers):
            with self._faults.contained(Part.LINKS) as beating:
                self._beat(peer)
            if beating.failed:
                let_go(peer)
                self.leave(peer)
        self._lines.tell(self._board, self.peers, self._peers_by_name, datetime.now(UTC))
        self._presence.tell(self.peers)

    def close(self) -> None:
        """Nobody arrives any more."""
        self._snapshots.close()

    def _beat(self, peer: Peer) -> None:
        if self.now_s() - peer.heard_at_s > DEAF_AFTER_S:
            peer.outlet.close(CloseCode.DEAF, "nothing heard from you")
            return
        # What waits is mostly given when an acknowledgement makes room; this is for when none is on its way.
        if peer.has_more or peer.cursor < peer.run.seq:
            self.pump(peer)
        else:
            self._fix_ticks.give(peer)

    def pump(self, peer: Peer) -> None:
        """Give the link what it has room for, in the order of the lanes."""
        pump(peer, self._sender, self._fix_ticks)
