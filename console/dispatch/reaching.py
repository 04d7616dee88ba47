"""What can be reached in time (A57): shown or not, within how many minutes, and with whom away.

Owned by the desk; `advising` does the asking, the map draws what came. The key goes through the steps and
then takes the picture away.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from protocol.errors import WrongShape
from protocol.map.reach import Reach, read_reach

if TYPE_CHECKING:
    from console.desk.desk import Desk

STEPS_MIN = (5, 8, 15)
EVERY = timedelta(seconds=30)
"""A picture costs the server a search over the whole town, and a thin link some kilobytes."""

ANOTHER_AFTER = timedelta(seconds=5)
"""Of the same minutes, when somebody else is thought away: the best of a list may change at every look."""


class Reaching:
    """The picture, while it is wanted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.minutes: int | None = None
        """Within which; None while no picture is wanted."""

        self.reach: Reach | None = None
        self.refused = ""
        self._named: tuple[int, ...] = ()
        self._asked: str | None = None
        self._asked_at: datetime | None = None
        self._under_way: str | None = None

    def step(self) -> None:
        """The key: from one step to the next, and after the last away."""
        later = [step for step in STEPS_MIN if self.minutes is None or step > self.minutes]
        if later:
            self.want(later[0])
        else:
            self.away()

    def want(self, minutes: int, sending: tuple[int, ...] = ()) -> None:
        """A picture of so many minutes, as if these units went."""
        if minutes != self.minutes:
            self._show(None)
        self.minutes, self._named, self.refused = minutes, sending, ""

    def away(self) -> None:
        """No picture."""
        self.minutes, self._named, self._asked, self.refused = None, (), None, ""
        self._show(None)

    @property
    def sending(self) -> tuple[int, ...]:
        """Who is thought away: who was named, else who is selected, else the best of the list shown."""
        if self._named:
            return self._named
        desk = self._desk
        best = desk.dispatch.recommending.first() if desk.dispatch.recommending.shown else None
        unit = desk.store.board.units.get(desk.unit if desk.unit is not None else best.unit if best else 0)
        return (unit.id,) if unit is not None and unit.can_be_called else ()

    def due(self) -> str | None:
        """The document to ask for now; None for none."""
        if self.minutes is None or self._under_way is not None or not self._desk.store.complete:
            return None
        sending = ",".join(map(str, self.sending))
        minutes = f"reach?minutes={self.minutes}"
        name = minutes + (f"&sending={sending}" if sending else "")
        if self._asked is None or self._asked_at is None or self._asked.partition("&")[0] != minutes:
            return name
        rest = EVERY if name == self._asked else ANOTHER_AFTER
        waited = self._desk.now - self._asked_at >= rest
        return name if waited and not (self.refused and name == self._asked) else None

    def asking(self, name: str) -> None:
        """It is being asked for."""
        self._asked, self._asked_at, self._under_way, self.refused = name, self._desk.now, name, ""

    def came(self, name: str, document: bytes) -> None:
        """The picture; one that nobody wants any more is dropped."""
        self._under_way = None
        if self.minutes is None or not name.startswith(f"reach?minutes={self.minutes}"):
            return
        try:
            self._show(read_reach(document))
        except WrongShape as error:
            self._show(None)
            self.refused = str(error)

    def refuse(self, why: str) -> None:
        """The server has none."""
        self._under_way, self.refused = None, why
        self._show(None)

    def _show(self, reach: Reach | None) -> None:
        self.reach = self._desk.chart.reach = reach
