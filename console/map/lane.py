"""The map lane of the console: gets the index, then one piece after another, from disk or over the link.

Fed by the store's events and by `step`, which the screen calls when there is time; gives an atlas that grows.
It asks for nothing before the board is whole, for one document at a time, and for nothing that it has or that
lies on disk: a second session fetches no byte. Its documents' ids begin at FIRST_ID, so that they never meet
those of documents that a person asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count

from console.map.atlas import Atlas
from console.map.cache import PieceCache
from console.map.wanted import Looking, in_order
from console.net.document_fetch import Document
from console.store import Store
from protocol.errors import WrongShape
from protocol.map.index import MapIndex, PieceRef, read_index
from protocol.map.piece import read_piece
from protocol.model.map_address import address_of, document_name
from protocol.session.events import Event, FetchRefused, PieceCame, Welcomed
from protocol.wire.messages import Fetch

log = logging.getLogger(__name__)

FIRST_ID = 1_000_000
MOST_TRIES = 2
"""Content that is not what its address says is fetched once more, then left alone until the next link."""


class MapLane:
    """One console's map. `grew` is called whenever there is another atlas, or none any more.

    Without a `cache` nothing outlives the run.
    """

    def __init__(
        self,
        store: Store,
        fetch: Callable[[Fetch], object],
        cache: PieceCache | None,
        *,
        looking: Callable[[], Looking | None],
        grew: Callable[[Atlas | None], object],
    ) -> None:
        self._store = store
        self._fetch = fetch
        self._cache = cache
        self._looking = looking
        self._grew = grew
        self._ids = count(FIRST_ID)
        self._address = b""
        """Of the index of this world's map; empty where there is none."""

        self._under_way: tuple[bytes, PieceRef | None, Document] | None = None
        """What is being fetched; without a piece it is the index."""

        self._had: set[bytes] = set()
        """Pieces on the atlas, and those that are not to be had."""

        self._order: tuple[Looking | None, list[PieceRef]] | None = None
        """What is wanted, the next one last, for what was looked at."""

        self._tries: dict[bytes, int] = {}
        self._lacking: set[bytes] = set()
        """Of those had, what did not come on this link; the next one is asked again."""

        self.atlas: Atlas | None = None
        self.fetched_bytes = 0
        """What came over the link for the map, in this run."""

        self._stop = store.listen(self.hear)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._stop()

    def hear(self, event: Event) -> None:
        """An event of the link."""
        match event:
            case Welcomed(welcome=welcome):
                self._begin(welcome.map)
            case PieceCame() | FetchRefused():
                pass
            case _:
                return
        if self._under_way is not None:
            address, piece, document = self._under_way
            document.hear(event)
            if document.whole or document.refusal is not None:
                self._under_way = None
                self._came(address, piece, document)

    @property
    def is_whole(self) -> bool:
        """True when nothing is missing: there is no map, or all of it is here."""
        if not self._address:
            return True
        atlas = self.atlas
        return atlas is not None and all(piece.address in self._had for piece in atlas.index.pieces)

    def step(self) -> bool:
        """Do a bit of work: take a piece from disk, or ask for one. False when there is none to do now."""
        if not self._address or self._under_way is not None or not self._store.complete:
            return False
        if self.atlas is None:
            return self._tries.get(self._address, 0) < MOST_TRIES and self._get(self._address, None)
        looking = self._looking()
        if self._order is None or self._order[0] != looking:
            self._order = (looking, in_order(self.atlas.index, self._had, looking))
        wanted = self._order[1]
        while wanted:
            piece = wanted.pop()
            if piece.address not in self._had:
                return self._get(piece.address, piece)
        return False

    def _begin(self, address: bytes) -> None:
        """A welcome: the same map goes on where it was, another one begins anew."""
        self._tries.clear()
        self._had -= self._lacking
        self._lacking.clear()
        self._order = None
        if address != self._address:
            self._address, self.atlas, self._under_way = address, None, None
            self._had.clear()
            self._grew(None)

    def _get(self, address: bytes, piece: PieceRef | None) -> bool:
        """From disk, or asked of the server. True: work was done."""
        content = None if self._cache is None else self._cache.read(address)
        if content is not None and self._take(address, piece, content):
            return True
        document = Document(self._fetch, document_name(address), ids=self._ids)
        self._under_way = (address, piece, document)
        document.ask()
        return True

    def _came(self, address: bytes, piece: PieceRef | None, document: Document) -> None:
        content = bytes(document.content)
        self.fetched_bytes += len(content)
        self._order = None
        right = document.refusal is None and address_of(content) == address
        # Taken first: what cannot be read is not kept.
        if right and self._take(address, piece, content):
            if self._cache is not None:
                self._cache.keep(content)
            return
        tries = self._tries[address] = self._tries.get(address, 0) + 1
        if right or document.refusal is not None or tries >= MOST_TRIES:
            log.warning("no content for %s on this link", document_name(address))
            self._tries[address] = MOST_TRIES
            self._lacking.add(address)
            self._had.add(address)

    def _take(self, address: bytes, piece: PieceRef | None, content: bytes) -> bool:
        """Put it on the atlas. False when it cannot be read."""
        try:
            if piece is None:
                self._open(read_index(content))
            else:
                self._add(piece, content)
        except WrongShape as error:
            log.warning("%s is not what it should be: %s", document_name(address), error)
            return False
        return True

    def _open(self, index: MapIndex) -> None:
        self.atlas = Atlas(index=index)
        self._grew(self.atlas)

    def _add(self, piece: PieceRef, content: bytes) -> None:
        """Numpy comes in here, with the first piece of a map."""
        from console.map.sheet import sheet_of

        assert self.atlas is not None, "a piece is asked for by the index"
        strokes = read_piece(content)
        self._had.add(piece.address)
        names = self.atlas.names
        sheet = sheet_of(strokes, level=piece.level, box=piece.box, names=names) if strokes else None
        self.atlas = self.atlas.with_sheet(sheet)
        self._grew(self.atlas)
