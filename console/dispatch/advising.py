"""Asks the server for rankings and pictures of reach when they are wanted. Does the I/O of this room.

It has a fetcher of its own, so that no long document stands before the question who can go.
"""

from collections.abc import Callable

from console.dispatch.dispatching import Dispatching
from console.dispatch.ranked import MOST
from console.net.document_fetch import Document
from console.net.document_queue import Fetching
from console.part.context import Context
from console.store import Store
from protocol.model.role import Role
from protocol.permissions import may_fetch
from protocol.session.events import LinkState
from protocol.wire.messages import Fetch

RANKINGS_FROM, PICTURES_FROM = 400_000, 600_000
"""The first ids of its fetches: away from those of other documents and from those of the map."""

QUICK_S = 0.15
"""A round trip; on a slower link nothing is fetched that nobody asked for."""

SENDERS = frozenset({Role.CENTRALIST, Role.OPCO, Role.EXERCISE_LEADER})
"""Who sends others: for them who could go is fetched before they ask."""


class Advising:
    """At most one answer of each kind under way."""

    def __init__(
        self,
        dispatch: Dispatching,
        context: Callable[[], Context],
        store: Store,
        fetch: Callable[[Fetch], object],
        shown: Callable[[], None],
    ) -> None:
        """`context` gives that of the moment; `shown` is called when something came."""
        self._dispatch = dispatch
        self._context = context
        self._store = store
        self._rankings = Fetching(store, fetch, first_id=RANKINGS_FROM)
        self._pictures = Fetching(store, fetch, first_id=PICTURES_FROM)
        self._shown = shown

    def stop(self) -> None:
        """Nobody reads any more."""
        self._rankings.stop()
        self._pictures.stop()

    def look(self, *, state: LinkState, round_trip_s: float | None) -> None:
        """Ask for what is wanted now; after every key and event, and once a second."""
        context = self._context()
        role = context.role
        if role is None or state is not LinkState.LIVE:
            return
        quick = role in SENDERS and round_trip_s is not None and round_trip_s < QUICK_S
        if may_fetch(role, "recommend"):
            self._ranking(context, quick)
        if may_fetch(role, "reach"):
            self._picture(context)

    def _ranking(self, context: Context, quick: bool) -> None:
        list_ = self._dispatch.recommending
        number = list_.due(context, quick=quick)
        if number is None:
            return
        list_.asking(context, number)

        def came(document: Document) -> None:
            now = self._context()
            if document.refusal is not None:
                list_.refuse(now, number, now.texts.refusal(document.refusal))
            else:
                list_.came(now, number, bytes(document.content))
            self._shown()

        self._rankings.ask(f"recommend/{number}?most={MOST}", came)

    def _picture(self, context: Context) -> None:
        reaching = self._dispatch.reaching
        name = reaching.due(context)
        if name is None:
            return
        reaching.asking(context, name)

        def came(document: Document) -> None:
            if document.refusal is not None:
                reaching.refuse(self._context().texts.refusal(document.refusal))
            else:
                reaching.came(name, bytes(document.content))
            self._shown()

        self._pictures.ask(name, came)
