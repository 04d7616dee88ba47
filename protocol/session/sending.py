"""What a console still has to say on its present link, and which of it goes next. Pure.

Owned by the session and asked for one message at a time, whenever the link can take one: what is chosen late
is fresh. What is asked for (commands, documents) goes in the order in which it was asked; of ticks only the
newest is left. What is here dies with the link; the outbox keeps what must not.
"""

from collections import deque

from protocol.model.fix import Fix
from protocol.model.line_kind import LineKind
from protocol.model.presence import HalfCall, Presence
from protocol.wire.messages import Do, Fetch, LooksAt, OnLine, Positions

MOST_FIXES = 800
"""In one frame: at twenty bytes each, however far apart, they fit MAX_UP_FRAME_BYTES."""


class Sending:
    """The lanes upward."""

    def __init__(self) -> None:
        self._asked: deque[Do | Fetch] = deque()
        self._line_ticks: dict[tuple[int, LineKind], OnLine] = {}
        self._fix_by_unit: dict[int, Fix] = {}
        self._looks_at: LooksAt | None = None
        self._presence: Presence | None = None
        self._half_calls: dict[int, HalfCall] = {}

    def ask(self, message: Do | Fetch) -> None:
        """Behind everything that was asked before."""
        self._asked.append(message)

    def forget(self, id: int) -> None:
        """The wish of this id is not said, where it waits here."""
        self._asked = deque(each for each in self._asked if not (isinstance(each, Do) and each.id == id))

    def on_line(self, tick: OnLine) -> None:
        """In place of what was to be said of that line."""
        self._line_ticks[tick.incident, tick.line] = tick

    def report(self, fixes: tuple[Fix, ...]) -> None:
        """In place of where those units were; whoever waits longest goes first."""
        for fix in fixes:
            self._fix_by_unit[fix.unit] = fix

    def looks_at(self, tick: LooksAt) -> None:
        """In place of what was to be said of the map."""
        self._looks_at = tick

    def present(self, tick: Presence | HalfCall) -> None:
        """In place of what was to be said of where one is, or of that call."""
        if isinstance(tick, HalfCall):
            self._half_calls[tick.mark] = tick
        else:
            self._presence = tick

    def next(self) -> Do | Fetch | OnLine | LooksAt | Presence | HalfCall | Positions | None:
        """What goes now, taken out; None when there is nothing."""
        if self._asked:
            return self._asked.popleft()
        if self._line_ticks:
            return self._line_ticks.pop(next(iter(self._line_ticks)))
        if self._half_calls:
            return self._half_calls.pop(next(iter(self._half_calls)))
        if self._presence is not None:
            here, self._presence = self._presence, None
            return here
        if self._looks_at is not None:
            tick, self._looks_at = self._looks_at, None
            return tick
        if self._fix_by_unit:
            units = list(self._fix_by_unit)[:MOST_FIXES]
            return Positions(fixes=tuple(self._fix_by_unit.pop(unit) for unit in units))
        return None

    def clear(self) -> None:
        """The link is gone, and what was to be said on it."""
        self._asked.clear()
        self._line_ticks.clear()
        self._fix_by_unit.clear()
        self._looks_at = None
        self._presence = None
        self._half_calls.clear()
