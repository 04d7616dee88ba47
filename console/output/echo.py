"""Bounds what is on its way to a terminal at the far end of a line. Pure: no clock, no I/O.

A descriptor takes bytes while ssh and the network have room, on a thin line a minute of output and more. So
after some output we ask the terminal something that it answers, and stop while too many questions are open.
A terminal that never answered is not waited for.
"""

from __future__ import annotations

QUESTION = "\x1b[?2026$p"
"""Whether it knows synchronized output. Textual asks this at the start, so its parser knows the answer."""

QUESTION_EVERY_CHARS = 1024
MAX_OPEN = 2


class EchoWindow:
    """Counts questions and answers. `answered` is for the input thread, all else for the event loop."""

    def __init__(self) -> None:
        self._asked = 0
        self._answered = 0
        self._since = 0
        self._answers = False

    @property
    def open(self) -> int:
        """Questions that are not answered yet."""
        return max(0, self._asked - self._answered)

    @property
    def full(self) -> bool:
        """Whether nothing more should be sent until the terminal answers."""
        return self._answers and self.open >= MAX_OPEN

    @property
    def answers_so_far(self) -> int:
        """How many answers there have been."""
        return self._answered

    def question_after(self, chars: int) -> str:
        """The question to add to so many characters of output; empty when it is not time to ask."""
        self._since += chars
        if not self._answers or self._since < QUESTION_EVERY_CHARS:
            return ""
        self._since = 0
        self._asked += 1
        return QUESTION

    def unasked(self) -> None:
        """The last question was not sent after all."""
        self._asked -= 1

    def answered(self) -> None:
        """The terminal answered; the first time that tells that it does."""
        if self._answers and self._answered < self._asked:
            self._answered += 1
        self._answers = True

    def stop_waiting(self) -> None:
        """No answer comes any more: send without waiting, until the terminal answers again."""
        self._asked = self._answered
        self._answers = False
