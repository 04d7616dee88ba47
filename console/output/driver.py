"""Textual's Linux driver with our way out: input, modes and signals stay Textual's, writing goes through
Outflow and Outlet.

Where no descriptor of our own can be had, `outlet` stays None and the driver is the stock one in every
respect.
"""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from typing import Any, Protocol, runtime_checkable

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from console.output.escapes import Escapes
from console.output.frame import Frame
from console.output.outflow import Outflow
from console.output.outlet import Outlet, has_hung_up, open_terminal
from console.output.terminfo import erases_with_colour

ALONE_S = 0.1
"""An Esc behind which nothing came for so long is one by itself."""

READ_BYTES = 4_096

ANSWERS_WAIT_S = 2.0
"""How long leaving waits for the terminal's last answers; they are seldom open."""


@runtime_checkable
class LeavesWithTerminal(Protocol):
    """An application that is told when its terminal has hung up."""

    def terminal_gone(self) -> None:
        """Nobody looks any more, and no key will come."""


class CellDiffDriver(LinuxDriver):
    """Writes frames as differences and never blocks the event loop on the terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal = -1 if self._file is None else self._file.fileno()
        self.outflow = Outflow(erases_with_colour=erases_with_colour(self._terminal))
        self.outlet: Outlet | None = None
        self._has_terminal = False
        # Through the loop, so that any of these signals wakes it: one that the system hands to another thread
        # would otherwise wait for the next key or timer.
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def show(self, frame: Frame) -> None:
        """Want this frame on the terminal; written as far and as soon as the terminal takes it."""
        self.outflow.show(frame)
        self._wake()

    def resized(self, width: int, height: int) -> None:
        """The terminal has this size now: all of it is painted, once there is a frame that fits."""
        self.outflow.resized(width, height)
        self._wake()

    def write(self, data: str) -> None:
        """Queue a sequence that is not a frame; it goes out in order, before any later part of a frame."""
        if self.outlet is None:
            super().write(data)
            return
        self.outflow.control(data)
        self._wake()

    def start_application_mode(self) -> None:
        """Take the terminal, and paint all of the screen on it."""
        fileno = open_terminal(self._terminal)
        self.outlet = (
            None if fileno is None else Outlet(fileno, self.outflow, self._loop, gone=self._terminal_gone)
        )
        self.outflow.begin()
        self._has_terminal = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._wake()

    def stop_application_mode(self) -> None:
        """Give the terminal back; what is not on the screen yet stays unwritten."""
        self.outflow.hold()
        if self.outlet is not None:
            self.outlet.settle(ANSWERS_WAIT_S)
        super().stop_application_mode()
        self._has_terminal = False

    def close(self) -> None:
        """Finish writing, for a bounded time."""
        if self.outlet is not None:
            self.outlet.close()
        super().close()

    def run_input_thread(self) -> None:
        """What comes from the terminal, as Textual reads it, but that an Esc before a key stays one."""
        parser, escapes = XTermParser(), Escapes()
        decode = getincrementaldecoder("utf-8")("replace").decode
        selector = selectors.SelectSelector()
        selector.register(self.fileno, selectors.EVENT_READ)
        try:
            while not self.exit_event.is_set():
                if selector.select(ALONE_S):
                    data = decode(os.read(self.fileno, READ_BYTES))
                    pieces = escapes.cut(data)
                else:
                    pieces = [None] if escapes.rest() else []
                for piece in pieces:
                    messages = [Key("escape", None)] if piece is None else parser.feed(piece)
                    for message in messages:
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        finally:
            selector.close()

    def process_message(self, message: Message) -> None:
        """Note what the terminal says of itself. Called in the input thread."""
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            self.outflow.echo.answered()
            self._wake()
            if self.outflow.synchronizes:
                return
            self.outflow.synchronizes = True
        super().process_message(message)

    def _terminal_gone(self) -> None:
        if isinstance(self._app, LeavesWithTerminal):
            self._app.terminal_gone()

    def _wake(self) -> None:
        if self.outlet is not None:
            self.outlet.wake()

    def _sigtstp_application(self, *_: object) -> None:
        # In the middle of whatever the loop was doing the outflow may be half changed, so the loop does it
        # itself. While the application suspended itself the loop may be waiting for another program, and
        # nothing of ours is in use.
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop_process)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _stop_process(self) -> None:
        self.suspend_application_mode()
        self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        if has_hung_up(self._terminal):
            # The kernel sends this signal behind the one of a terminal that is gone.
            self._terminal_gone()
        elif self._auto_restart:
            if self._has_terminal:
                # Stopped from outside without warning: leave the terminal in order before taking it again.
                self.suspend_application_mode()
            self.resume_application_mode()
