"""The dialler: one console's end of link after link, without the links. Pure.

When to dial and with which headers, which frame goes next, when the other end counts as dead, what a close
code means, and whether dialling again can help: decided here, once, for the console and for simulated people.
A shell owns the socket and the clock and does as it is told:

    wait until `dial_at_s`; `dial` gives the headers
        no link came of it:   `turned_away` or `failed`
        a link:               `opened`, then until it ends or `hang_up` is set:
                              `received` for each frame, `tick` about twice a second, and one writer that
                              sends what `next_frame` gives, the next when the link has taken the last
        the link is over:     `closed`, and say `hang_up` where there is somebody to say it to
    and again, until `ending` is final

Conversation and board are the ClientSession's; this asks it and never looks into a frame.
"""

import math
from collections.abc import Callable, Mapping

from protocol.errors import AnotherHistory, BadMessage, Drifted, OutOfStep, UnknownTag
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.close_codes import FRAME_WAS_BAD, CloseCode
from protocol.session.ending import MAX_SAID_CHARS, Ending, Why, closed_with, other_version, turned_away
from protocol.session.events import Event
from protocol.session.handshake import Hello, headers
from protocol.session.redial import rests_s
from protocol.wire import SUBPROTOCOL, VERSION


class Dialler:
    """Keeps one session linked. `dice` gives numbers from 0 to 1, so that not all dial in one instant."""

    def __init__(self, session: ClientSession, *, name: str, secret: str, dice: Callable[[], float]) -> None:
        self.session = session
        self.ending: Ending | None = None
        """Why there is no link now, or why the last one ended; None once the server welcomes us."""

        self.hang_up: CloseCode | None = None
        """Set when this end has to end the present link: the code to say; nothing more is sent on it."""

        self.dials = 0
        """How often it was dialled."""

        self.dial_at_s = -math.inf
        """When to dial next, on the monotonic clock."""

        self._name = name
        self._secret = secret
        self._dice = dice
        self._rests_s = rests_s(dice)
        self._hello: Hello | None = None
        self._welcomed_at_s: float | None = None
        """When this link was welcomed; None before that, and without a link."""

        self._could_not_read = False
        """True from a frame that could not be read until a link lasts without one."""

    def dial(self) -> Mapping[str, str]:
        """A dial begins: the headers to say."""
        self.dials += 1
        self._hello = self.session.hello()
        return headers(self._hello, self._name, self._secret)

    def turned_away(self, status: int, body: bytes, now_s: float) -> None:
        """The server answered with an HTTP status instead of a link.

        A ticket that it does not take is forgotten, and the secret given at once.
        """
        ending = turned_away(status, body, self._name)
        if ending.why is Why.WRONG_SECRET and self._hello is not None and self._hello.ticket:
            self.session.forget_ticket()
            self.dial_at_s = now_s
        else:
            self.failed(ending, now_s)

    def failed(self, ending: Ending, now_s: float) -> None:
        """No link came of it."""
        self.ending = ending
        self._rest(now_s)

    def opened(self, subprotocol: str | None, now_s: float) -> list[Event]:
        """The handshake succeeded. `subprotocol` is the one that the server chose: another is not ours."""
        self.hang_up = None
        self._welcomed_at_s = None
        events = self.session.opened(now_s)
        if subprotocol != SUBPROTOCOL:
            self._end(CloseCode.NORMALLY, other_version(subprotocol or "–"))
        return events

    def received(self, frame: bytes | str, now_s: float, clock_ms: int) -> list[Event]:
        """A frame came. What cannot be read or does not follow sets `hang_up`, and is no event.

        The board is asked for anew then, once; a word that we do not have, or a board that we cannot read
        either, is the end: to go on would be another board than the server's, or the same frame for ever.
        """
        if self.hang_up is not None:
            return []
        try:
            if isinstance(frame, str):
                raise BadMessage("a text frame, and all of ours are binary")
            events = self.session.received(frame, now_s, clock_ms)
        except BadMessage as error:
            self._cannot_read(error, now_s)
            return []
        except OutOfStep as error:
            self.session.distrust_board()
            why_out = Why.DRIFTED if isinstance(error, Drifted) else Why.OUT_OF_STEP
            self._end(CloseCode.NORMALLY, Ending(why=why_out, args={"why": str(error)}))
            return []
        except AnotherHistory as error:
            where: dict[str, str | int] = {"world": error.world, "exercise": int(error.exercise)}
            self._end(CloseCode.NORMALLY, Ending(why=Why.ANOTHER_HISTORY, args=where))
            return []
        if self._welcomed_at_s is None and self.session.is_welcomed:
            self._welcomed_at_s = now_s
            self.ending = None
        return events

    def tick(self, now_s: float) -> list[Event]:
        """Time passes on a link. A silence of REDIAL_AFTER_S sets `hang_up`: nobody is there to hear it."""
        events = self.session.tick(now_s)
        if self.hang_up is None and self.session.should_redial(now_s):
            seconds = int(timing.REDIAL_AFTER_S)
            self._end(CloseCode.NORMALLY, Ending(why=Why.SILENT, args={"seconds": seconds}))
        return events

    def next_frame(self, now_s: float, clock_ms: int) -> bytes | None:
        """The frame to send now; None when there is nothing to say. Ask when the link has taken the last."""
        return None if self.hang_up is not None else self.session.next_frame(now_s, clock_ms)

    def closed(self, code: int | None, now_s: float) -> list[Event]:
        """The link is gone. `code` is what the other end said; None when it said nothing.

        Rests grow from link to link until one lasts RETRY_MOST_S beyond its welcome. A wish at which the
        other end hangs up twice because it cannot read it is set aside, and ends no more links.
        """
        frame_was_bad = self.hang_up is None and code in FRAME_WAS_BAD
        if self.hang_up is None:
            self.ending = closed_with(code)
        if self._lasted(now_s):
            self._rests_s = rests_s(self._dice)
            self._could_not_read = self.hang_up is CloseCode.BAD_MESSAGE
        self._welcomed_at_s = None
        self._rest(now_s)
        return self.session.closed(frame_was_bad=frame_was_bad)

    def _cannot_read(self, error: BadMessage, now_s: float) -> None:
        if isinstance(error, UnknownTag):
            why = Why.UNKNOWN_WORD
        elif self._could_not_read and not self._lasted(now_s):
            why = Why.UNREADABLE
        else:
            why = Why.BAD_MESSAGE
        self._could_not_read = True
        self.session.distrust_board()
        said = f"{type(error).__name__}: {error}"[:MAX_SAID_CHARS]
        self._end(CloseCode.BAD_MESSAGE, Ending(why=why, args={"why": said, "own": VERSION}))

    def _lasted(self, now_s: float) -> bool:
        """True when this link held for so long that what ended the one before is over."""
        return self._welcomed_at_s is not None and now_s - self._welcomed_at_s >= timing.RETRY_MOST_S

    def _end(self, code: CloseCode, ending: Ending) -> None:
        self.hang_up = code
        self.ending = ending

    def _rest(self, now_s: float) -> None:
        self.dial_at_s = now_s + next(self._rests_s)
