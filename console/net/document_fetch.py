"""A document of the server, fetched piece by piece over the bulk lane and resumed by offset after a cut.

The history of an incident is one: UTF-8, one JSON object a line, oldest first.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from typing import Any

from console.net.await_server import reach, wait_until
from console.net.link import Link
from console.texts.trouble import CannotGoOn, Trouble
from protocol.errors import Refused
from protocol.session.events import Event, FetchRefused, PieceCame, Welcomed
from protocol.wire.messages import Fetch, Refusal

MAX_BYTES = 64 * 1024 * 1024


class Document:
    """The pieces so far, in order; asks again where a cut left off. `fetch` asks, as the link's own does."""

    def __init__(
        self, fetch: Callable[[Fetch], object], name: str, *, ids: Iterator[int] | None = None
    ) -> None:
        """`ids` where several fetch at once over one link: no answer is then taken for that to another."""
        self._fetch = fetch
        self._name = name
        self._ids = count(1) if ids is None else ids
        self._id = 0
        self.content = bytearray()
        self.whole = False
        self.refusal: Refusal | None = None

    def ask(self) -> None:
        """Ask for what is missing; without a link it is asked again at the next welcome."""
        self._id = next(self._ids)
        self._fetch(Fetch(id=self._id, document=self._name, offset=len(self.content)))

    def hear(self, event: Event) -> None:
        """An event of the link."""
        match event:
            case Welcomed():
                self.ask()
            case PieceCame(piece=piece) if piece.id == self._id and piece.offset == len(self.content):
                self.content += piece.data
                self.whole = len(self.content) >= min(piece.total, MAX_BYTES)
            case FetchRefused(refusal=refusal) if refusal.id == self._id:
                self.refusal = refusal


async def fetched(link: Link, name: str, *, within_s: float = 120.0) -> bytes:
    """The document of that name, over a link that runs.

    Raises Refused, and CannotGoOn when it does not come in that time.
    """
    document = Document(link.fetch, name)
    stop = link.store.listen(document.hear)
    try:
        document.ask()
        ended = await wait_until(link, lambda: document.whole or document.refusal, within_s)
    finally:
        stop()
    if document.refusal is not None:
        raise Refused(document.refusal.reason, **document.refusal.args_by_name())
    if not ended:
        raise CannotGoOn(link.trouble or Trouble(key="trouble-cut"))
    return bytes(document.content)


async def past_of(link: Link, number: int, *, reach_s: float = 10.0, within_s: float = 120.0) -> bytes:
    """The document `history/NUMBER`. Raises Refused, and CannotGoOn when it does not come in that time."""
    async with link.running():
        await reach(link, reach_s)
        return await fetched(link, f"history/{number}", within_s=within_s)


def rows_of(document: bytes) -> list[dict[str, Any]]:
    """The rows of a history document; a line that is none is left out."""
    rows = []
    for line in document.decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            row = json.loads(line)
            if isinstance(row, dict) and "at" in row:
                rows.append(row)
    return rows
