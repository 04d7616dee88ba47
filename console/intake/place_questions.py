"""Asks the server for places like the words under the hand, when the typing pauses. This room's I/O.

The same words are asked once in a session. While an answer is under way nothing else is asked, so that words
that were typed on meanwhile cost nothing; what comes late is kept for its own words and shown for no others.
"""

from collections.abc import Callable
from time import monotonic
from urllib.parse import urlencode

from console.grammar.places import places_in
from console.intake.place_typed import PlacesAtHand
from console.net.document_fetch import Document
from console.net.document_queue import Fetching
from console.part.context import Context
from console.store import Store
from protocol.errors import Reason
from protocol.permissions import may_fetch
from protocol.session.events import Event, Welcomed
from protocol.wire.messages import Fetch

PAUSE_S = 0.25
LEAST_CHARS = 2
MOST_CHARS = 120
FIRST_ID = 500_000
"""The first id of its fetches, away from those of all other documents."""

_FOR_GOOD = (Reason.NO_MAP, Reason.NOT_ALLOWED)
"""What a server refuses once it refuses until the next welcome."""


class AskingPlaces:
    """At most one question under way."""

    def __init__(
        self,
        hand: PlacesAtHand,
        context: Callable[[], Context],
        store: Store,
        fetch: Callable[[Fetch], object],
        *,
        later: Callable[[float, Callable[[], None]], object],
        shown: Callable[[], None],
    ) -> None:
        """`context` gives that of the moment; `later` calls back after so many seconds; `shown` is called
        when something came."""
        self._hand = hand
        self._context = context
        self._store = store
        self._fetching = Fetching(store, fetch, first_id=FIRST_ID)
        self._later = later
        self._shown = shown
        self._words: str | None = None
        self._since_s = 0.0
        self._under_way = False
        self._refused = False
        self._waiting = False
        self._stop_listening = store.listen(self._hear)

    def stop(self) -> None:
        """Nobody types any more."""
        self._stop_listening()
        self._fetching.stop()

    def look(self, now_s: float) -> None:
        """After every key: ask, or look again when the typing may have paused."""
        words = self._wanted()
        if words != self._words:
            self._words, self._since_s = words, now_s
        if words is None or self._under_way:
            return
        left_s = self._since_s + PAUSE_S - now_s
        if left_s <= 0:
            self._ask(words)
        elif not self._waiting:
            self._waiting = True
            self._later(left_s, self._again)

    def _again(self) -> None:
        self._waiting = False
        self.look(monotonic())

    def _wanted(self) -> str | None:
        """The words that nobody asked about yet; None for none, and where nobody would answer."""
        context = self._context()
        words, role = self._hand.words(context), context.role
        if self._refused or words is None or role is None or not may_fetch(role, "places"):
            return None
        known = words in self._hand.known.by_words
        return None if known or not LEAST_CHARS <= len(words) <= MOST_CHARS else words

    def _ask(self, words: str) -> None:
        near = self._hand.near(self._context())
        asked = {"text": words}
        if near is not None:
            asked |= {"lat": f"{near.lat_deg:.3f}", "lon": f"{near.lon_deg:.3f}"}
        self._under_way = True

        def came(document: Document) -> None:
            self._under_way = False
            refusal = document.refusal
            if refusal is not None and refusal.reason in _FOR_GOOD:
                self._refused = True
                return
            # A refusal of these words is their answer: asking once more would not better it.
            found = () if refusal is not None else places_in(bytes(document.content))
            self._hand.known = self._hand.known.having(words, found)
            self._shown()
            self.look(monotonic())

        self._fetching.ask(f"places?{urlencode(asked)}", came)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Welcomed):
            self._refused = False
