"""Fetches the history of one incident over the running link, a new request in place of an older one.

Fed by the store's events; hands over the document once it is whole or refused.
"""

from collections.abc import Callable

from console.past_of import Document
from console.store import Store
from protocol.session.events import Event
from protocol.wire.messages import Fetch


class Fetching:
    """At most one document under way."""

    def __init__(self, store: Store, fetch: Callable[[Fetch], object]) -> None:
        self._store = store
        self._fetch = fetch
        self._stop: Callable[[], None] | None = None

    def history(self, number: int, ended: Callable[[Document], None]) -> None:
        """Ask for it; `ended` gets the document when it is whole or refused."""
        self.stop()
        document = Document(self._fetch, f"history/{number}")

        def hear(event: Event) -> None:
            document.hear(event)
            if document.whole or document.refusal is not None:
                self.stop()
                ended(document)

        self._stop = self._store.listen(hear)
        document.ask()

    def stop(self) -> None:
        """Wait no longer for what is under way."""
        if self._stop is not None:
            self._stop()
            self._stop = None
