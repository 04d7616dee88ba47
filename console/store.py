"""What this console knows: the board, where units are, how the link is doing, what is still under way.

Fed by the link, one event at a time; read by screens and by `do` and `watch`. Only this class changes what
the console knows. It imports no Textual and does no I/O.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from attrs import frozen
from immutables import Map

from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.session.client import ClientSession
from protocol.session.events import Event, LinkState, Moved, Welcomed
from protocol.session.origin import Origin, origin_of
from protocol.session.outbox import Wish
from protocol.session.present import Present
from protocol.wire.messages import Welcome

RATE_OVER_S = 5.0
"""The span over which bytes per second are averaged."""


@frozen(kw_only=True)
class LinkHealth:
    """How the link is doing at one moment."""

    state: LinkState
    silent_s: float
    """Since anything was heard: the age of the data, in seconds."""

    round_trip_s: float | None
    """None until measured."""

    bytes_per_s: float
    """Payload received, averaged over the last RATE_OVER_S."""

    waiting: int
    """Wishes without an answer."""


class Store:
    """Everything known, and who wants to hear of it."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session
        self._fixes: Map[int, Fix] = Map()
        self._here: Origin | None = None
        self._listeners: list[Callable[[Event], None]] = []
        self._samples: list[tuple[float, int]] = []

    @property
    def board(self) -> Board:
        """The board as far as it has arrived; `complete` says whether that is all."""
        return self._session.knowledge.board

    @property
    def complete(self) -> bool:
        """False until the first whole board."""
        return self._session.knowledge.complete

    @property
    def welcome(self) -> Welcome | None:
        """Who we are here and which world it is; None before the first welcome."""
        return self._session.welcome

    @property
    def link_state(self) -> LinkState:
        """How the link is doing at this moment."""
        return self._session.state

    @property
    def fixes(self) -> Mapping[int, Fix]:
        """The last position of each unit that was ever seen, by unit id; another object when any changed."""
        return self._fixes

    @property
    def present(self) -> Present:
        """Who else of the room is where."""
        return self._session.present_here

    @property
    def waiting(self) -> tuple[Wish, ...]:
        """Wishes without an answer that belong to this history, oldest first."""
        return self._session.outbox.wishes

    @property
    def withheld(self) -> tuple[Wish, ...]:
        """Wishes of another history, or made before any welcome: they wait for a person's word."""
        return self._session.outbox.withheld

    @property
    def unsent(self) -> frozenset[int]:
        """Of those that wait, the ids of which no link was ever given."""
        return self._session.outbox.unsent

    def now(self, clock: datetime) -> datetime:
        """The server's time, when ours reads `clock`: ages are counted by one clock."""
        return clock + timedelta(milliseconds=self._session.clock_ahead_ms)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` after every event. Returns the way to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def take(self, event: Event) -> None:
        """An event of the link: learn from it and tell the listeners."""
        if isinstance(event, Welcomed):
            here = origin_of(event.welcome)
            if self._here not in (None, here):
                # Positions of another history are those of other units.
                self._fixes = Map()
            self._here = here
        if isinstance(event, Moved):
            for fix in event.fixes:
                known = self._fixes.get(fix.unit)
                if known is None or fix.at >= known.at:
                    self._fixes = self._fixes.set(fix.unit, fix)
        for listener in tuple(self._listeners):
            listener(event)

    def health(self, now_s: float) -> LinkHealth:
        """How the link is doing at `now_s` on the monotonic clock. Call it about once a second."""
        session = self._session
        self._samples.append((now_s, session.received_bytes))
        while len(self._samples) > 2 and self._samples[1][0] <= now_s - RATE_OVER_S:
            self._samples.pop(0)
        (first_s, first_bytes), (last_s, last_bytes) = self._samples[0], self._samples[-1]
        span_s = last_s - first_s
        return LinkHealth(
            state=session.state,
            silent_s=max(0.0, now_s - session.heard_at_s) if session.heard_at_s is not None else 0.0,
            round_trip_s=session.round_trip_s,
            bytes_per_s=(last_bytes - first_bytes) / span_s if span_s > 0 else 0.0,
            waiting=len(session.outbox),
        )
