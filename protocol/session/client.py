"""One console's conversation with the server, over as many links as it takes.

The driver feeds it frames and the time, sends what `next_frame` gives, one after the other, and hears of
everything through events.
Times are two kinds: `now_s`, monotonic seconds, for silences; `clock_ms`, the local wall clock, to learn how
far it is from the server's. It never sleeps, never opens anything, and forgets nothing that is unanswered.
"""

from datetime import datetime

from protocol.commands.command import Command
from protocol.errors import AnotherHistory, Reason
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.presence import HalfCall, Presence
from protocol.model.window import Window
from protocol.session import timing
from protocol.session.drift import DriftWatch, Stated
from protocol.session.events import (
    Alarmed,
    Answered,
    BoardArrived,
    Changed,
    Event,
    FetchRefused,
    LinesMoved,
    LinkState,
    Moved,
    Numbered,
    PieceCame,
    RoomMoved,
    SetAside,
    StateChanged,
    StillDrifted,
    Stranded,
    Welcomed,
    WordsCame,
)
from protocol.session.handshake import Hello
from protocol.session.knowledge import Knowledge
from protocol.session.origin import origin_of
from protocol.session.outbox import Outbox, Wish
from protocol.session.present import NOBODY_PRESENT
from protocol.session.provisional import opens
from protocol.session.upward import Upward
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import (
    Alarm,
    Alive,
    Delta,
    Done,
    DownMessage,
    Fetch,
    OnLine,
    OnLines,
    Piece,
    Positions,
    Refusal,
    SeatHalfCall,
    SeatPresence,
    Shown,
    SnapshotPart,
    Welcome,
)


class ClientSession:
    """The state of the conversation. `first_id` begins the ids of this run's wishes.

    `attended` is False where nobody can be asked: what was wished before any welcome goes to the first, a
    welcome of another history is the end, and a wish that the server cannot read counts as refused.
    """

    def __init__(self, *, first_id: int, attended: bool = True) -> None:
        self.knowledge = Knowledge()
        self.outbox = Outbox(first_id, attended=attended)
        self._attended = attended
        self._upward = Upward(self.outbox)
        self.state = LinkState.CONNECTING
        self.welcome: Welcome | None = None
        self.heard_at_s: float | None = None
        """When the last frame came, on this link or an earlier one; None before the first."""

        self.round_trip_s: float | None = None
        self.clock_ahead_ms = 0
        """How far the server's clock is ahead of ours, from the welcome."""

        self.present_here = NOBODY_PRESENT
        """Who of the room is where, as far as this link was told."""

        self.received_bytes = 0
        """Payload of all frames ever received."""

        self._ticket = ""
        self._quiet_since_s: float | None = None
        """When this link last gave a sign of life, its handshake included; None without a link."""

        self._reader: DeltaReader | None = None
        """None until the welcome of this link."""

        self._drift = DriftWatch()

    def hello(self) -> Hello:
        """What to say when dialling now."""
        known = self.welcome
        return Hello(
            after=self.knowledge.seq,
            history=known.history if known else "",
            words=self.knowledge.words_seq,
            ticket=self._ticket,
        )

    def forget_ticket(self) -> None:
        """The server did not take it: the next hello needs the secret."""
        self._ticket = ""

    def distrust_board(self) -> None:
        """What is known here went wrong: the next hello asks for a snapshot, as a resume would repeat the
        mistake. What is known can be looked at until then, and wishes stay.
        """
        self.knowledge.distrust()

    @property
    def is_welcomed(self) -> bool:
        """True from the welcome of this link to its end."""
        return self._reader is not None

    def next_frame(self, now_s: float, clock_ms: int) -> bytes | None:
        """The next frame to send, once; None when there is nothing to say. Ask when the link can take one.

        A sign of life goes first, for the server's window depends on it; then wishes and fetches as they were
        made, then ticks.
        """
        message = self._upward.next(now_s)
        return None if message is None else encode(message, now_ms=clock_ms + self.clock_ahead_ms)

    def opened(self, now_s: float) -> list[Event]:
        """The handshake succeeded: a fresh link, nothing heard on it yet."""
        self._quiet_since_s = now_s
        self._reader = None
        self._upward.opened(now_s)
        return self._become(LinkState.CATCHING_UP)

    def closed(self, *, frame_was_bad: bool = False) -> list[Event]:
        """The link is gone; `frame_was_bad` when the server ended it because it could not read what came."""
        self._quiet_since_s = None
        self._reader = None
        events = self._hung_up_on() if frame_was_bad else []
        self._upward.closed()
        # The cut first: what it means for a wish is what one reads last.
        return [*self._become(LinkState.CONNECTING), *events]

    def wish(self, command: Command, made_at: datetime) -> int:
        """Send the command now, or when there is a link again. The id it goes under."""
        return self._upward.wish(command, made_at)

    def again(self, wish: Wish) -> None:
        """Send a wish that was withheld, or left by an earlier run, under its own id: it belongs here now."""
        self._upward.again(wish)

    def forget(self, id: int) -> None:
        """Never send this wish: it was withheld, or whoever made it took it back before any link had it."""
        self._upward.forget(id)

    def report(self, fixes: tuple[Fix, ...]) -> None:
        """Say where units are; dropped without a link, because only the newest counts."""
        self._upward.report(fixes)

    def on_line(self, tick: OnLine) -> None:
        """Say what we have of a line and do there; dropped without a link, because only the newest counts."""
        self._upward.on_line(tick)

    def present(self, tick: Presence | HalfCall) -> None:
        """Say where one is, or which call one is taking; dropped without a link, said anew on the next."""
        self._upward.present(tick)

    def looks_at(self, window: Window | None) -> None:
        """Say what the map here shows, None for no map; on a later link it is said again by itself."""
        self._upward.looks_at(window)

    def fetch(self, fetch: Fetch) -> bool:
        """Ask for a document. False without a link: ask again after the next welcome."""
        return self._upward.fetch(fetch)

    def tick(self, now_s: float) -> list[Event]:
        """Call about twice a second: heartbeats, and noticing silence."""
        if self._quiet_since_s is None:
            return []
        self._upward.tick(now_s)
        is_silent = now_s - self._quiet_since_s >= timing.SILENT_AFTER_S
        return self._become(LinkState.SILENT) if is_silent else []

    def should_redial(self, now_s: float) -> bool:
        """True when this link has been silent for so long that a new one is the better bet."""
        return self._quiet_since_s is not None and now_s - self._quiet_since_s >= timing.REDIAL_AFTER_S

    def received(self, frame: bytes, now_s: float, clock_ms: int) -> list[Event]:
        """A frame came. Raises BadMessage or OutOfStep: then close the link and dial again.

        After OutOfStep call `distrust_board` first: a resume would repeat the mistake.
        """
        self.heard_at_s = self._quiet_since_s = now_s
        self.received_bytes += len(frame)
        self._upward.received(len(frame))
        message = decode_down(frame, self._reader, now_ms=clock_ms + self.clock_ahead_ms)
        events = self._heard(message, now_s, clock_ms)
        if self.is_welcomed:
            events += self._become(
                LinkState.LIVE if self.knowledge.complete and self._caught_up else LinkState.CATCHING_UP
            )
        return events

    def _heard(self, message: DownMessage, now_s: float, clock_ms: int) -> list[Event]:
        match message:
            case Welcome():
                return self._welcomed(message, clock_ms)
            case Delta():
                self.knowledge.change(message.change)
                return [Changed(change=message.change)]
            case Positions():
                return [Moved(fixes=message.fixes)]
            case Alive():
                self.round_trip_s = self._upward.heard_back(now_s) or self.round_trip_s
                return self._compared(message, now_s)
            case SnapshotPart():
                self.knowledge.part(message)
                return [
                    BoardArrived(
                        complete=self.knowledge.complete,
                        parts=message.index + message.stretches,
                        of=message.count,
                    )
                ]
            case Piece():
                return [PieceCame(piece=message)]
            case Shown():
                self.knowledge.shown(message)
                return [WordsCame(shown=message)]
            case Alarm():
                return [Alarmed(alarm=message)]
            case OnLines():
                return [LinesMoved(rows=message.rows)]
            case SeatPresence() | SeatHalfCall():
                self.present_here = self.present_here.told(message)
                return [RoomMoved(tick=message)]
            case Done() | Refusal():
                return self._answered(message)

    @property
    def _caught_up(self) -> bool:
        return self.welcome is not None and self.knowledge.board.seq >= self.welcome.newest

    def _welcomed(self, welcome: Welcome, clock_ms: int) -> list[Event]:
        here = origin_of(welcome)
        if not self._attended and self.outbox.here not in (None, here):
            raise AnotherHistory(here.world, exercise=here.exercise)
        self._ticket = welcome.ticket
        # Seats are those of a link: on this one everybody is told anew.
        self.present_here = NOBODY_PRESENT
        if not welcome.snapshot:
            self.knowledge.check_resumed(welcome, known=self.welcome)
        # Only now: until it is accepted, the next hello must name the journal that our number is of.
        self.welcome = welcome
        self.clock_ahead_ms = to_ms(welcome.now) - clock_ms
        self.knowledge.welcomed(welcome)
        self._drift.welcomed(welcome.role, welcome.history)
        self._reader = DeltaReader(welcome.seq, to_ms(welcome.at))
        self._upward.welcomed(here)
        return [Welcomed(welcome=welcome)]

    def _compared(self, alive: Alive, now_s: float) -> list[Event]:
        """Our board against what the server states; beside a sign of life, where raising loses no news."""
        if alive.seq:
            self._drift.stated(Stated(seq=alive.seq, digest=alive.digest))
        if not self.knowledge.complete:
            return []
        left = self._drift.look(self.knowledge.board, now_s)
        return [] if left is None else [StillDrifted(seq=left.seq)]

    def _answered(self, answer: Done | Refusal) -> list[Event]:
        wish = self.outbox.wish(answer.id)
        if wish is None:
            return [FetchRefused(refusal=answer)] if isinstance(answer, Refusal) else []
        before = self._opened(wish, answer) if opens(wish.command) else []
        self._upward.answered(answer.id)
        return [*before, Answered(command=wish.command, answer=answer)]

    def _opened(self, wish: Wish, answer: Done | Refusal) -> list[Event]:
        """The wishes that waited for a number go with it, or come back to whoever made them."""
        if isinstance(answer, Refusal):
            stranded = self.outbox.stranded(wish.id)
            return [Stranded(opening=wish.command, wishes=stranded)] if stranded else []
        named = self._upward.numbered(wish.id, answer.number)
        return [Numbered(wishes=named)] if named else []

    def _hung_up_on(self) -> list[Event]:
        """Which wish it was, as far as that can be known. Where nobody can be asked it is refused at once."""
        wish = self._upward.hung_up_on()
        if wish is None:
            return []
        if self._attended:
            return [SetAside(command=wish.command)]
        self.outbox.take_out(wish.id)
        what = (("what", type(wish.command).__name__),)
        return [Answered(command=wish.command, answer=Refusal(id=wish.id, reason=Reason.FAULT, texts=what))]

    def _become(self, state: LinkState) -> list[Event]:
        if state is self.state:
            return []
        self.state = state
        return [StateChanged(state=state)]
