"""What goes up: wishes until they are answered, questions, ticks, and signs of life. Pure.

Owned by the session, which tells it how the link is doing; asked for one message at a time. A wish that was
cut off goes again, under its own id and in its order; one at which the server hung up before goes alone, so
that the next time it is certain. Ticks and questions die with the link.
"""

from collections import deque
from datetime import datetime

from protocol.commands.command import Command
from protocol.model.fix import Fix
from protocol.model.presence import HalfCall, Presence
from protocol.model.window import Window
from protocol.session import timing
from protocol.session.origin import Origin
from protocol.session.outbox import Outbox, Wish
from protocol.session.sending import Sending
from protocol.session.sent import Sent
from protocol.wire.messages import Alive, Do, Fetch, LooksAt, OnLine, UpMessage


class Upward:
    """One console's way up, over as many links as it takes."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self._is_welcomed = False
        self._sending = Sending()
        self._sent = Sent()
        self._alone: int | None = None
        """The wish behind which nothing goes until its answer: the server hung up at it before."""

        self._window: Window | None = None
        self._beat_is_due = False
        self._next_beat_s = 0.0
        self._unacked_bytes = 0
        self._asked_at_s: deque[float] = deque()

    def opened(self, now_s: float) -> None:
        """A fresh link: until the welcome only signs of life go."""
        self.closed()
        self._unacked_bytes = 0
        self._asked_at_s.clear()
        self._next_beat_s = now_s + timing.HEARTBEAT_S

    def welcomed(self, here: Origin) -> None:
        """In this history: its wishes go again."""
        self._is_welcomed = True
        self.outbox.enter(here)
        self._resend_all()
        if self._window is not None:
            # The server keeps it with the link, and this is another one.
            self._sending.looks_at(LooksAt(window=self._window))

    def closed(self) -> None:
        """No link: what had not gone yet is dropped, but the wishes."""
        self._is_welcomed = False
        self._sending.clear()
        self._sent.clear()
        self._alone = None
        self._beat_is_due = False

    def hung_up_on(self) -> Wish | None:
        """The server ended the link at a frame that it could not read: the wish that is set aside by that.

        None when it was none, or not for certain, or the first time. Ask before `closed`.
        """
        id = self._sent.suspect
        return None if id is None else self.outbox.hung_up_on(id, certain=self._sent.certain)

    def wish(self, command: Command, made_at: datetime) -> int:
        """Now, or when there is a link again. The id it goes under."""
        wish = self.outbox.put(command, made_at)
        if self._is_welcomed and self._alone is None:
            self._resend(wish)
        return wish.id

    def again(self, wish: Wish) -> None:
        """A wish that was withheld, or left by an earlier run, under its own id: it belongs here now."""
        here = self.outbox.restore(wish)
        if self._is_welcomed and self._alone is None:
            self._resend(here)

    def forget(self, id: int) -> None:
        """Never: it was withheld, or whoever made it took it back before any link had it."""
        self._sending.forget(id)
        self.outbox.take_out(id)

    def answered(self, id: int) -> Wish | None:
        """An answer came: the wish that it is of; None when it is of none."""
        wish = self.outbox.take_out(id)
        self._sent.answered(id)
        if self._alone == id:
            self._resend_all()
        return wish

    def numbered(self, opening: int, number: int) -> tuple[Wish, ...]:
        """What this wish opens has a number: the wishes that waited for it go now, with it."""
        named = self.outbox.numbered(opening, number)
        if self._alone is None:
            for wish in named:
                self._resend(wish)
        return named

    def fetch(self, fetch: Fetch) -> bool:
        """A question; False before the welcome, when it is dropped."""
        if self._is_welcomed:
            self._sending.ask(fetch)
        return self._is_welcomed

    def report(self, fixes: tuple[Fix, ...]) -> None:
        """Where units are; dropped before the welcome."""
        if self._is_welcomed:
            self._sending.report(fixes)

    def on_line(self, tick: OnLine) -> None:
        """What we have of a line and do there; dropped before the welcome."""
        if self._is_welcomed:
            self._sending.on_line(tick)

    def present(self, tick: Presence | HalfCall) -> None:
        """Where one is, or which call one is taking; dropped before the welcome."""
        if self._is_welcomed:
            self._sending.present(tick)

    def looks_at(self, window: Window | None) -> None:
        """What the map here shows; said anew on every link."""
        self._window = window
        if self._is_welcomed:
            self._sending.looks_at(LooksAt(window=window))

    def tick(self, now_s: float) -> None:
        """Time passes on a link."""
        if now_s >= self._next_beat_s:
            self._beat_is_due = True

    def received(self, size: int) -> None:
        """A frame of so many bytes came; after ACK_EVERY_BYTES that is said at once."""
        self._unacked_bytes += size
        if self._unacked_bytes >= timing.ACK_EVERY_BYTES:
            self._beat_is_due = True

    def heard_back(self, now_s: float) -> float | None:
        """The server answered a sign of life: after how many seconds; None for one that was not asked."""
        return now_s - self._asked_at_s.popleft() if self._asked_at_s else None

    def next(self, now_s: float) -> UpMessage | None:
        """What goes now, once; None when there is nothing.

        A sign of life goes first, for the server's window depends on it; then wishes and questions as they
        were made, then ticks.
        """
        if self._beat_is_due:
            return self._beat(now_s)
        message = self._sending.next()
        if isinstance(message, Do):
            self._sent.wish(message.id)
            self.outbox.given(message.id)
        elif message is not None:
            self._sent.other()
        return message

    def _beat(self, now_s: float) -> Alive:
        beat = Alive(received_bytes=self._unacked_bytes)
        self._unacked_bytes = 0
        self._asked_at_s.append(now_s)
        self._next_beat_s = now_s + timing.HEARTBEAT_S
        self._beat_is_due = False
        return beat

    def _resend_all(self) -> None:
        """In their order; up to one at which the server hung up before, behind which nothing goes."""
        self._alone = None
        for wish in self.outbox.wishes:
            self._resend(wish)
            if self.outbox.is_suspect(wish.id):
                self._alone = wish.id
                return

    def _resend(self, wish: Wish) -> None:
        """On its way, unless it names what another wish has still to open."""
        if not self.outbox.awaits(wish):
            self._sending.ask(Do(id=wish.id, command=wish.command))
