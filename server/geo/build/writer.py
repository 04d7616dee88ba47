"""From what a source tells to a map file, whole or not at all.

Takes `source.Told` in any order from a reader, gives each kind to its maker, and writes one file beside the
target that is renamed when it is whole. It knows no source and reads no file.
"""

import os
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen

from protocol.map.index import Box, MapIndex, write_index
from protocol.model.map_address import address_of
from server.geo.build.core import core_of
from server.geo.build.errors import BuildWrong
from server.geo.build.gathered import Gathered
from server.geo.build.gazetteer import houses_of, places_of, postcodes_of
from server.geo.build.measure import narrowing
from server.geo.build.network import Arrays, network_of
from server.geo.build.pieces import Piece, pieces_of
from server.geo.build.source import Told
from server.geo.build.streets import Streets, streets_of
from server.geo.build.strokes import LEVELS, strokes_by_level
from server.geo.schema import ARRAYS, POSTCODES, SEARCH, TABLES

Watch = Callable[[str, float], None]
"""Told which stage is under way (`network`, `pieces`, `places`) and how much of it is done, 0.0 to 1.0."""


@frozen(kw_only=True)
class Built:
    """What came of it."""

    nodes: int
    edges: int
    houses: int
    places: int
    pieces: int
    piece_bytes_by_level: tuple[int, ...]
    index_bytes: int
    file_bytes: int
    box: Box
    """The town's."""

    whole: Box
    """Around every way, also those of stray corridors outside the town."""


def write_map(
    told: Iterable[Told],
    path: Path,
    *,
    name: str,
    attribution: str,
    box: Box | None = None,
    watch: Watch | None = None,
) -> Built:
    """Write the map of what is told to `path`, over what was there; the same telling gives the same pieces.

    `box` is the town's, which consoles show first; without one it is where the streets are dense. Nothing is
    left out for it. Raises BuildWrong when nothing can be travelled or the file cannot be written; then
    nothing is left behind.
    """
    watch = watch or (lambda _stage, _part: None)
    with _beside(path) as (part, link):
        gathered = Gathered()
        gathered.gather(told)
        watch("network", 0.0)
        streets = streets_of(gathered)
        arrays = network_of(gathered, streets.of_way) if gathered.ways else {}
        if not arrays or not len(arrays["edge_from"]):
            raise BuildWrong(path, "nothing told can be travelled", "give a source with streets in it")
        _write_arrays(link, arrays)
        town = core_of(gathered) if box is None else box
        watch("pieces", 0.0)
        levels = strokes_by_level(gathered, narrowing((town.south + town.north) / 2))
        watch("pieces", 0.4)
        pieces = list(pieces_of(levels))
        index = MapIndex(
            name=name, attribution=attribution, box=town, pieces=tuple(piece.ref for piece in pieces)
        )
        content = write_index(index)
        _write_pieces(link, pieces, content)
        watch("places", 0.0)
        houses, places = _write_names(link, gathered, streets)
        watch("places", 0.8)
        _write_meta(link, index, address_of(content))
        link.commit()
        built = Built(
            nodes=len(arrays["node_lat"]),
            edges=len(arrays["edge_from"]),
            houses=houses,
            places=places,
            pieces=len(pieces),
            piece_bytes_by_level=tuple(
                sum(piece.ref.size for piece in pieces if piece.ref.level == level) for level in range(LEVELS)
            ),
            index_bytes=len(content),
            file_bytes=part.stat().st_size,
            box=town,
            whole=_whole(arrays),
        )
    watch("places", 1.0)
    return built


@contextmanager
def _beside(path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """A database beside the target, which takes its name when the block ends well and is gone when not."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(part, isolation_level="DEFERRED")) as link:
            # An interrupted build is thrown away, so nothing needs a journal; the rename makes it whole.
            link.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
            yield part, link
        _take_name(part, path)
    except sqlite3.OperationalError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _take_name(part: Path, path: Path) -> None:
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: Exception) -> BuildWrong:
    return BuildWrong(
        path, f"the map cannot be written here ({error})", "choose a place with room that you may write to"
    )


def _write_arrays(link: sqlite3.Connection, arrays: Arrays) -> None:
    rows = (
        (name, dtype, zlib.compress(arrays[name].astype(np.dtype(dtype)).tobytes(), 6))
        for name, dtype in ARRAYS.items()
    )
    link.executemany("INSERT INTO array VALUES (?, ?, ?)", rows)


def _write_pieces(link: sqlite3.Connection, pieces: list[Piece], index: bytes) -> None:
    rows = [(address_of(index), index), *((piece.ref.address, piece.content) for piece in pieces)]
    # Two stretches that look the same to the last point are one piece.
    link.executemany("INSERT OR IGNORE INTO piece VALUES (?, ?)", rows)


def _write_names(link: sqlite3.Connection, gathered: Gathered, streets: Streets) -> tuple[int, int]:
    """How many houses and places were written."""
    boxes = array("q")
    count = 0

    def rows() -> Iterator[tuple[Any, ...]]:
        nonlocal count
        for place in places_of(gathered, streets):
            count += 1
            boxes.extend(place.box)
            yield (count, *place.row)

    link.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows())
    # The first to tell of a number is believed.
    link.executemany("INSERT OR IGNORE INTO house VALUES (?, ?, ?, ?, ?)", houses_of(gathered, streets))
    link.executescript(POSTCODES)
    link.executemany("INSERT INTO postcode VALUES (?, ?)", postcodes_of(gathered, streets))
    [(houses,)] = link.execute("SELECT count(*) FROM house")
    link.executescript(SEARCH)
    link.executemany(
        "INSERT INTO place_box (id, south, west, north, east) VALUES (?, ?, ?, ?, ?)",
        ((id_, *boxes[4 * id_ - 4 : 4 * id_]) for id_ in range(1, count + 1)),
    )
    return int(houses), count


def _write_meta(link: sqlite3.Connection, index: MapIndex, address: bytes) -> None:
    told = {
        "index": address,
        "name": index.name,
        "attribution": index.attribution,
        "south": index.box.south,
        "west": index.box.west,
        "north": index.box.north,
        "east": index.box.east,
    }
    link.executemany("INSERT INTO meta VALUES (?, ?)", told.items())


def _whole(arrays: Arrays) -> Box:
    lat, lon = arrays["shape_lat"], arrays["shape_lon"]
    return Box(south=int(lat.min()), west=int(lon.min()), north=int(lat.max()), east=int(lon.max()))
