"""The documents of the map: its pieces, places by what is typed, who could go, and what can be reached.

Their shapes stand in `server.documents.documents`. Sums and reading are done in threads, the heavy ones one
at a time, so that changes and positions never wait for them.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime

from protocol.errors import Reason, Refused
from protocol.map.reach import write_reach
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.map_address import ADDRESS_BYTES
from protocol.model.number import MAX_NUMBER
from server.archive.asked import Asked
from server.documents.shelf import Wanted, lines
from server.geo import places
from server.geo.dispatch import MOST, as_lines
from server.geo.map_file import MapWrong
from server.geo.opened import Geo

log = logging.getLogger(__name__)

SUMS_AT_ONCE = 1
"""One core stays for the room."""

MOST_UNITS = 200
MOST_SENT = 50
MINUTES = 15
"""The clock of the target."""

MOST_MINUTES = 60


class GeoShelf:
    """`map`, `places`, `recommend` and `reach`."""

    kinds: tuple[str, ...] = ("map", "places", "recommend", "reach")

    def __init__(
        self,
        geo: Geo,
        *,
        board: Callable[[], Board],
        fixes: Callable[[], Mapping[int, Fix]],
        clock: Callable[[], datetime],
    ) -> None:
        """`board` gives everything durable, `fixes` the newest positions by unit, `clock` dates both."""
        self._geo = geo
        self._board = board
        self._fixes = fixes
        self._clock = clock
        self._sums = asyncio.Semaphore(SUMS_AT_ONCE)

    async def document(self, asked: Wanted) -> bytes | None:
        """The document, whole. Raises Refused; NO_MAP where it takes a map and there is no good one."""
        try:
            match asked.kind, asked.item:
                case "map", str():
                    return await self._content(asked)
                case "places", None:
                    return await self._places(asked.query)
                case "recommend", str():
                    return await self._recommend(asked.number(), asked.query)
                case "reach", None:
                    return await self._reach(asked.query)
        except (MapWrong, sqlite3.Error) as error:
            log.error("the map: %s", error)
            raise Refused(Reason.NO_MAP) from error
        return None

    async def _content(self, asked: Wanted) -> bytes:
        expected = f"map/ and {2 * ADDRESS_BYTES} hex digits of an address in this map"
        try:
            address = bytes.fromhex(asked.item or "")
        except ValueError as error:
            raise asked.wrong(expected) from error
        if asked.query or address.hex() != asked.item:
            raise asked.wrong(expected)
        if self._geo.map is None:
            raise Refused(Reason.NO_MAP)
        content = await asyncio.to_thread(self._geo.map.content, address)
        if content is None:
            raise asked.wrong(expected)
        return content

    async def _places(self, query: str) -> bytes:
        asked = Asked("places", query, ("text", "lat", "lon", "most"))
        text, near = asked.text("text"), asked.point()
        most = asked.whole("most", places.MOST, 1, places.MOST)
        if self._geo.places is None:
            raise Refused(Reason.NO_MAP)
        found = await asyncio.to_thread(self._geo.places.find, text, near, most)
        return lines([each.name, each.kind, each.point.lat_deg, each.point.lon_deg] for each in found)

    async def _recommend(self, number: int, query: str) -> bytes:
        most = Asked("recommend", query, ("most",)).whole("most", MOST, 1, MOST_UNITS)
        async with self._sums:
            board, fixes, now = self._board(), dict(self._fixes()), self._clock()
            advice = await asyncio.to_thread(
                self._geo.dispatch.recommend, board, fixes, number, now=now, most=most
            )
        return as_lines(advice)

    async def _reach(self, query: str) -> bytes:
        asked = Asked("reach", query, ("minutes", "sending"))
        minutes = asked.whole("minutes", MINUTES, 1, MOST_MINUTES)
        sending = _units(asked)
        async with self._sums:
            board, fixes, now = self._board(), dict(self._fixes()), self._clock()
            reach = await asyncio.to_thread(
                self._geo.dispatch.reach, board, fixes, minutes=minutes, sending=sending, now=now
            )
            return await asyncio.to_thread(write_reach, reach)


def _units(asked: Asked) -> tuple[int, ...]:
    """The ids of units, with commas between."""
    parts = [part.strip() for part in asked.text("sending", most=500).split(",") if part.strip()]
    fits = len(parts) <= MOST_SENT and all(
        part.isascii() and part.isdecimal() and len(part) <= 10 and int(part) <= MAX_NUMBER for part in parts
    )
    if not fits:
        raise asked.wrong("sending", f"at most {MOST_SENT} numbers of units with commas between")
    return tuple(map(int, parts))
