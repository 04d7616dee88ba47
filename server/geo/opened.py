"""The map of a running server, opened: pieces, places, points of meldingen, and who is near.

Opened once at the start from the path in the settings; without a path there is no map, and who is near goes
by straight lines. Closed at the end.
"""

import asyncio
import logging
import sqlite3
from pathlib import Path

from attrs import frozen

from protocol.errors import WrongShape
from protocol.map.index import Box, read_index
from protocol.model.terms import Terms
from server.geo.dispatch import Dispatch
from server.geo.located import Locator
from server.geo.map_file import BUILD_AGAIN, MapFile, MapWrong, open_map
from server.geo.network import Network, NetworkWrong
from server.geo.places import Places
from server.geo.teams import Teams
from server.geo.weights import Weights

log = logging.getLogger(__name__)


@frozen(kw_only=True, eq=False)
class Geo:
    """What this server knows of its town."""

    dispatch: Dispatch
    map: MapFile | None = None
    places: Places | None = None
    locator: Locator | None = None

    @property
    def index_address(self) -> bytes:
        """For the welcome; empty without a map."""
        return b"" if self.map is None else self.map.index_address

    async def warm(self) -> None:
        """Read the names, so that the first who types need not wait for them."""
        if self.places is not None:
            try:
                await asyncio.to_thread(self.places.warm)
            except sqlite3.Error as error:
                log.error("the names of the map cannot be read: %s", error)

    def close(self) -> None:
        """Let the file go, after whoever reads in it."""
        if self.locator is not None:
            self.locator.close()
        if self.places is not None:
            self.places.close()
        if self.map is not None:
            self.map.close()


def open_geo(path: Path | None, *, weights: Weights, teams: Teams, terms: Terms) -> Geo:
    """What this file gives; without a path what can be done without a map. Raises MapWrong."""
    if path is None:
        return Geo(dispatch=Dispatch(None, weights, teams, terms))
    map_file = open_map(path)
    try:
        network = Network.from_arrays(map_file.arrays())
        return Geo(
            dispatch=Dispatch(network, weights, teams, terms, box=_box(map_file)),
            map=map_file,
            places=Places(map_file.link()),
            locator=Locator(map_file.link()),
        )
    except NetworkWrong as wrong:
        map_file.close()
        raise MapWrong(path, f"array {wrong.array} is damaged ({wrong})", f"{BUILD_AGAIN} {path}") from wrong
    except MapWrong:
        map_file.close()
        raise


def _box(map_file: MapFile) -> Box:
    """Around the town, as the consoles show it. Raises MapWrong."""
    try:
        return read_index(map_file.content(map_file.index_address) or b"").box
    except WrongShape as error:
        told = f"its index of pieces is damaged ({error})"
        raise MapWrong(map_file.path, told, f"{BUILD_AGAIN} {map_file.path}") from error
