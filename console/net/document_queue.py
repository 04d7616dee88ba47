"""Fetches documents over the running link, one after the other: each counts its ids from the same first.

Fed by the store's events; hands over each document once it is whole or refused. A newer history takes the
place of an older one.
"""

from collections import deque
from collections.abc import Callable
from itertools import count

from console.net.document_fetch import Document
from console.store import Store
from protocol.session.events import Event
from protocol.wire.messages import Fetch

Ended = Callable[[Document], None]
_HISTORY = "history/"


class Fetching:
    """At most one document under way, others behind it."""

    def __init__(self, store: Store, fetch: Callable[[Fetch], object], *, first_id: int = 1) -> None:
        """`first_id` keeps the ids of several that fetch at once apart."""
        self._ids = count(first_id) if first_id > 1 else None
        self._store = store
        self._fetch = fetch
        self._stop: Callable[[], None] | None = None
        self._name = ""
        self._behind: deque[tuple[str, Ended]] = deque()

    def history(self, number: int, ended: Ended) -> None:
        """Everything that happened with an incident, before whatever else waits."""
        self._behind = deque(each for each in self._behind if not each[0].startswith(_HISTORY))
        if self._name.startswith(_HISTORY):
            self._end()
        self._behind.appendleft((f"{_HISTORY}{number}", ended))
        self._next()

    def ask(self, name: str, ended: Ended) -> None:
        """Ask for it; `ended` gets the document when it is whole or refused. Once, however often asked."""
        if name != self._name and all(name != waiting for waiting, _ in self._behind):
            self._behind.append((name, ended))
            self._next()

    def stop(self) -> None:
        """Wait no longer for anything."""
        self._behind.clear()
        self._end()

    def _next(self) -> None:
        if self._stop is not None or not self._behind:
            return
        self._name, ended = self._behind.popleft()
        document = Document(self._fetch, self._name, ids=self._ids)

        def hear(event: Event) -> None:
            document.hear(event)
            if document.whole or document.refusal is not None:
                self._end()
                ended(document)
                self._next()

        self._stop = self._store.listen(hear)
        document.ask()

    def _end(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
        self._name = ""
