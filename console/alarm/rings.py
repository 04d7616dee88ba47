"""Which alarms of time have rung at this desk: each once, when it begins, and none while the bell is off.

Owned by the desk, asked once a second. Paints nothing: what presses is on the board whether it rings or not.
"""

from datetime import datetime

from console.board.pressing import TERMS, Press, presses
from protocol.model.board import Board
from protocol.model.terms import Terms


class Rings:
    """What has rung."""

    def __init__(self) -> None:
        self.silent = False
        """True while somebody keeps the bell quiet."""

        self._rung: dict[int, Press] = {}

    def forget(self) -> None:
        """Another history: what rang there says nothing here. Who wanted quiet keeps it."""
        self._rung = {}

    def look(self, board: Board, now: datetime, terms: Terms = TERMS) -> bool:
        """True when something began to press loudly since the last look, and the bell is on.

        What rang while it was silent does not ring afterwards. An incident in which another thing begins to
        press rings again.
        """
        pressing = {
            incident.number: press
            for incident in board.incidents.values()
            if (press := presses(incident, now, terms)) is not None and press.loud
        }
        new = any(self._rung.get(number) is not press for number, press in pressing.items())
        self._rung = pressing
        return new and not self.silent

    def toggle(self) -> bool:
        """Keep the bell quiet, or not any more. Whether it is quiet now."""
        self.silent = not self.silent
        return self.silent
