"""What can be reached in time (A57): shown or not, within how many minutes, and with whom away.

`advising` does the asking, the map draws what came. The key goes through the steps and
then takes the picture away.
"""

from datetime import datetime, timedelta

from console.dispatch.recommending import Recommending
from console.part.context import Context
from protocol.errors import WrongShape
from protocol.map.reach import Reach, read_reach

STEPS_MIN = (5, 8, 15)
EVERY = timedelta(seconds=30)
"""A picture costs the server a search over the whole town, and a thin link some kilobytes."""

ANOTHER_AFTER = timedelta(seconds=5)
"""Of the same minutes, when somebody else is thought away: the best of a list may change at every look."""


class Reaching:
    """The picture, while it is wanted."""

    def __init__(self, list_: Recommending) -> None:
        """`list_` is the list of who could go: its best is thought away while it is shown."""
        self._list = list_
        self.minutes: int | None = None
        """Within which; None while no picture is wanted."""

        self.reach: Reach | None = None
        self.refused = ""
        self._named: tuple[int, ...] = ()
        self._asked: str | None = None
        self._asked_at: datetime | None = None
        self._under_way: str | None = None

    def forget(self) -> None:
        """Another history: its units stand elsewhere."""
        self.away()
        self._asked_at = self._under_way = None

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
            self.reach = None
        self.minutes, self._named, self.refused = minutes, sending, ""

    def away(self) -> None:
        """No picture."""
        self.minutes, self._named, self._asked, self.refused = None, (), None, ""
        self.reach = None

    def sending(self, context: Context) -> tuple[int, ...]:
        """Who is thought away: who was named, else who is selected, else the best of the list shown."""
        if self._named:
            return self._named
        best = self._list.first(context) if context.list_shown else None
        unit = context.board.units.get(context.unit if context.unit is not None else best.unit if best else 0)
        return (unit.id,) if unit is not None and unit.can_be_called else ()

    def due(self, context: Context) -> str | None:
        """The document to ask for now; None for none."""
        if self.minutes is None or self._under_way is not None or not context.complete:
            return None
        sending = ",".join(map(str, self.sending(context)))
        minutes = f"reach?minutes={self.minutes}"
        name = minutes + (f"&sending={sending}" if sending else "")
        if self._asked is None or self._asked_at is None or self._asked.partition("&")[0] != minutes:
            return name
        rest = EVERY if name == self._asked else ANOTHER_AFTER
        waited = context.now - self._asked_at >= rest
        return name if waited and not (self.refused and name == self._asked) else None

    def asking(self, context: Context, name: str) -> None:
        """It is being asked for."""
        self._asked, self._asked_at, self._under_way, self.refused = name, context.now, name, ""

    def came(self, name: str, document: bytes) -> None:
        """The picture; one that nobody wants any more is dropped."""
        self._under_way = None
        if self.minutes is None or not name.startswith(f"reach?minutes={self.minutes}"):
            return
        try:
            self.reach = read_reach(document)
        except WrongShape as error:
            self.reach = None
            self.refused = str(error)

    def refuse(self, why: str) -> None:
        """The server has none."""
        self._under_way, self.refused = None, why
        self.reach = None
