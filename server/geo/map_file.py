"""An open map file: the pieces that consoles fetch, the network to route on, and a link to the names.

Opened from the path in the settings; read by the documents, the network and the places. It only reads, and a
file that is renamed over while open stays readable as it was.
"""

import sqlite3
import threading
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from protocol.errors import OpenlijnError
from protocol.model.map_address import ADDRESS_BYTES, address_of
from server.geo.schema import APPLICATION_ID, ARRAYS, VERSION

BUILD_AGAIN = "build it again with: openlijn-server map build EXTRACT.osm.pbf -o"


class MapWrong(OpenlijnError):
    """A map file cannot be used: which, what is wrong, and what to do."""

    def __init__(self, path: Path, what: str, to_do: str) -> None:
        super().__init__(f"{path}: {what}; {to_do}")
        self.path = path
        self.what = what
        self.to_do = to_do


class MapFile:
    """See `open_map`."""

    def __init__(self, path: Path, link: sqlite3.Connection) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._links = [link]
        told = dict(link.execute("SELECT key, value FROM meta"))
        self.name = str(told.get("name", ""))
        self.attribution = str(told.get("attribution", ""))
        address = told.get("index")
        if not isinstance(address, bytes) or len(address) != ADDRESS_BYTES or self.content(address) is None:
            raise self._wrong("it holds no index of pieces")
        self.index_address: bytes = address

    def content(self, address: bytes) -> bytes | None:
        """The index or piece of this address; None when the map has none such. Raises MapWrong when damaged.

        May be called from any thread.
        """
        with self._lock:
            try:
                row = (
                    self._links[0]
                    .execute("SELECT content FROM piece WHERE address = ?", (address,))
                    .fetchone()
                )
            except sqlite3.DatabaseError as error:
                raise self._wrong(f"a piece cannot be read ({error})") from error
        if row is None:
            return None
        content: bytes = row[0]
        if address_of(content) != address:
            raise self._wrong(f"piece {address.hex()} is damaged")
        return content

    def arrays(self) -> Mapping[str, NDArray[np.generic]]:
        """The network by the names of `schema.ARRAYS`, read-only. Raises MapWrong when one is lacking."""
        with self._lock:
            try:
                rows = self._links[0].execute("SELECT name, dtype, data FROM array").fetchall()
            except sqlite3.DatabaseError as error:
                raise self._wrong(f"the network cannot be read ({error})") from error
        arrays: dict[str, NDArray[np.generic]] = {}
        for name, dtype, data in rows:
            try:
                arrays[name] = np.frombuffer(zlib.decompress(data), dtype=dtype)
            except (zlib.error, TypeError, ValueError) as error:
                raise self._wrong(f"array {name} is damaged ({error})") from error
        lacking = [name for name in ARRAYS if name not in arrays]
        if lacking:
            raise self._wrong(f"it lacks {', '.join(lacking)}")
        return arrays

    def link(self) -> sqlite3.Connection:
        """A read-only link of its own to the names; whoever asked uses it in one thread at a time.

        It may be closed by whoever asked, and is closed with the map.
        """
        link = _link(self.path)
        with self._lock:
            self._links.append(link)
        return link

    def close(self) -> None:
        """Let the file go; pieces and links can no longer be read."""
        with self._lock:
            for link in self._links:
                link.close()

    def _wrong(self, what: str) -> MapWrong:
        return MapWrong(self.path, what, f"{BUILD_AGAIN} {self.path}")


def open_map(path: Path) -> MapFile:
    """The map in this file. Raises MapWrong."""
    if not path.is_file():
        raise MapWrong(path, "there is no such map file", f"{BUILD_AGAIN} {path}")
    link = _link(path)
    try:
        _check(path, link)
        return MapFile(path, link)
    except sqlite3.DatabaseError as error:
        link.close()
        raise MapWrong(path, f"this is not a map file ({error})", f"{BUILD_AGAIN} {path}") from error
    except MapWrong:
        link.close()
        raise


def _link(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise MapWrong(path, f"it cannot be opened ({error})", "check who may read it") from error


def _check(path: Path, link: sqlite3.Connection) -> None:
    [(whose,)] = link.execute("PRAGMA application_id")
    [(version,)] = link.execute("PRAGMA user_version")
    if whose != APPLICATION_ID:
        raise MapWrong(path, "this is a database, but not a map", f"{BUILD_AGAIN} {path}")
    if version != VERSION:
        raise MapWrong(
            path, f"it is a map of version {version}, and {VERSION} is read", f"{BUILD_AGAIN} {path}"
        )
