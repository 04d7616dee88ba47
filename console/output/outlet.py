"""Carries the outflow's bytes to the terminal without ever waiting for it, on a descriptor of its own.

The event loop calls when the terminal can take bytes; one bounded part is made and written per call. The
descriptor is opened anew from the terminal's name, so that its non-blocking mode is not shared with the shell
or with a program run while the console is suspended. Only `close` waits, and for a bounded time.
"""

from __future__ import annotations

import asyncio
import os
import select
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from logging import getLogger

from console.output.outflow import Outflow

CLOSE_WAIT_S = 1.5
"""How long leaving waits for a slow terminal before what it has not shown yet is thrown away."""

ANSWER_WAIT_S = 15.0
"""How long a terminal that answered before may keep us waiting for its next answer."""

LOOK_EVERY_S = 1.0
"""Between two looks whether the terminal is still there."""

_ABORT = b"\x1b\\"
"""Ends whatever sequence was cut off in the middle."""

_log = getLogger(__name__)


def open_terminal(fileno: int) -> int | None:
    """A new non-blocking descriptor on the terminal behind `fileno`; None where that is no terminal that
    we can open."""
    try:
        return os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        # Not a warning: without it everything works, only dearer, and a person is told in his own words.
        _log.info("no descriptor of our own on the terminal: %s", error)
        return None


def can_be_opened(fileno: int) -> bool:
    """Whether the terminal there lets us write to it by a descriptor of our own; it may be another user's."""
    found = open_terminal(fileno)
    if found is None:
        return False
    os.close(found)
    return True


def has_hung_up(fileno: int) -> bool:
    """Whether the other end of the terminal there is gone."""
    poll = select.poll()
    poll.register(fileno, 0)
    return bool(poll.poll(0))


class Outlet:
    """One open way to the terminal: made when the console takes the screen, closed when it gives it back."""

    def __init__(
        self,
        fileno: int,
        outflow: Outflow,
        loop: asyncio.AbstractEventLoop,
        *,
        gone: Callable[[], None] = lambda: None,
    ) -> None:
        """`gone` is called once, when the terminal has hung up: also where nobody is told by a signal."""
        self._fileno = fileno
        self._gone = gone
        self._outflow = outflow
        self._loop = loop
        self._armed = False
        self._closed = False
        self._waiting: asyncio.TimerHandle | None = None
        self._looking = loop.call_later(LOOK_EVERY_S, self._look)

    def wake(self) -> None:
        """There is something to write. May be called from any thread and from a signal handler."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._arm)

    def settle(self, wait_s: float) -> None:
        """Wait so long at most until what is begun is written and the terminal has answered every question.

        For leaving the terminal, with the outflow held: a later answer would be read by somebody else.
        """
        end = time.monotonic() + wait_s
        with suppress(OSError):
            while not self._closed and self._drain(end - time.monotonic()) and self._outflow.echo.open:
                if time.monotonic() > end:
                    return
                time.sleep(0.01)

    def close(self) -> None:
        """Write what is queued, waiting CLOSE_WAIT_S at most, and close.

        Past that time the terminal's unread output is dropped to make room, and the queued sequences (which
        restore the terminal) are written into it.
        """
        if self._closed:
            return
        self._disarm()
        self._stop_timer()
        self._looking.cancel()
        self._closed = True
        try:
            if not self._drain(CLOSE_WAIT_S):
                _log.warning("the terminal took nothing for %s s; its unread output is dropped", CLOSE_WAIT_S)
                termios.tcflush(self._fileno, termios.TCOFLUSH)
                self._outflow.drop_started()
                os.write(self._fileno, _ABORT)
                self._drain(CLOSE_WAIT_S / 5)
        except (OSError, termios.error) as error:
            _log.warning("the terminal is gone: %s", error)
        finally:
            os.close(self._fileno)

    def _arm(self) -> None:
        if not self._armed and not self._closed:
            self._armed = True
            self._loop.add_writer(self._fileno, self._write_once)

    def _disarm(self) -> None:
        if self._armed:
            self._armed = False
            self._loop.remove_writer(self._fileno)

    def _write_once(self) -> None:
        data = self._outflow.next_bytes()
        if not data:
            self._disarm()
            self._watch_answers()
            return
        try:
            self._outflow.wrote(os.write(self._fileno, data))
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._hung_up(error)

    def _look(self) -> None:
        """Whether the other end is still there: who has nothing to write would never learn it."""
        if has_hung_up(self._fileno):
            self._hung_up("hung up")
        else:
            self._looking = self._loop.call_later(LOOK_EVERY_S, self._look)

    def _hung_up(self, why: object) -> None:
        _log.warning("the terminal is gone: %s", why)
        self._disarm()
        self._stop_timer()
        self._looking.cancel()
        self._closed = True
        with suppress(OSError):
            os.close(self._fileno)
        self._gone()

    def _watch_answers(self) -> None:
        echo = self._outflow.echo
        if echo.full and self._waiting is None:
            self._waiting = self._loop.call_later(ANSWER_WAIT_S, self._answer_is_late, echo.answers_so_far)

    def _answer_is_late(self, answers_then: int) -> None:
        self._waiting = None
        if self._outflow.echo.answers_so_far == answers_then:
            self._outflow.echo.stop_waiting()
        self._arm()

    def _stop_timer(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _drain(self, wait_s: float) -> bool:
        """Write until nothing is left; False when the time is over first."""
        poll = select.poll()
        poll.register(self._fileno, select.POLLOUT)
        end = time.monotonic() + wait_s
        while data := self._outflow.next_bytes():
            left_s = end - time.monotonic()
            if left_s <= 0:
                return False
            if poll.poll(left_s * 1000):
                with suppress(BlockingIOError):
                    self._outflow.wrote(os.write(self._fileno, data))
        return True
