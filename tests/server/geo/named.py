"""A small map of names, written by hand into the tables of a map file, for the tests of what finds them."""

import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import numpy as np

from protocol.map.index import Box, MapIndex, PieceRef, write_index
from protocol.map.piece import Stroke, StrokeKind, write_piece
from protocol.model.map_address import address_of
from protocol.model.point import Point, from_grid
from server.geo.build.source import Open
from server.geo.schema import ARRAYS, SEARCH, TABLES, PlaceKind, folded

Row = tuple[PlaceKind, str, str, int, int, int]
"""Kind, name, within, metres north and east of the corner (roughly), and weight."""

STREET, CROSSING, SPOT, AREA = PlaceKind

CORNER = (5_200_000, 435_000)


def spot(north: int, east: int) -> Point:
    """So many quanta from the corner."""
    return from_grid(CORNER[0] + north, CORNER[1] + east)


TOWN: tuple[Row, ...] = (
    (STREET, "Markt", "Centrum", 100, 100, 200),
    (STREET, "Oude Delft", "Centrum", 120, 60, 900),
    (STREET, "Oude Langendijk", "Centrum", 90, 110, 300),
    (STREET, "Noorderkerkstraat", "Noord", 900, 100, 250),
    (STREET, "Nieuwe Kerkstraat", "Centrum", 130, 130, 150),
    (STREET, "Phœnixstraat", "Centrum", 140, 20, 500),
    (STREET, "Curaçaoplein", "Zuid", 20, 400, 120),
    (STREET, "Plein 1944", "Zuid", 30, 420, 90),
    (STREET, "Dorpsstraat", "Noord", 1_500, 100, 400),
    (STREET, "Dorpsstraat", "Zuid", -1_500, 100, 300),
    (STREET, "Professor Evertslaan", "Zuid", -300, 500, 350),
    (STREET, "Rijksweg", "", 3_000, 0, 9_000),
    (CROSSING, "Markt / Oude Delft", "Centrum", 110, 80, 0),
    (CROSSING, "Markt / Oude Langendijk", "Centrum", 95, 105, 0),
    (CROSSING, "Noorderkerkstraat / Oude Delft", "Noord", 800, 70, 0),
    (CROSSING, "Dorpsstraat / Rijksweg", "Noord", 1_510, 90, 0),
    (CROSSING, "Dorpsstraat / Rijksweg", "Zuid", -1_490, 90, 0),
    (SPOT, "Station", "Centrum", 60, 10, 0),
    (SPOT, "De Buurtwinkel", "Noord", 1_000, 100, 0),
    (SPOT, "De Buurtwinkel", "Zuid", -1_000, 100, 0),
    (AREA, "Noord", "", 1_000, 0, 0),
)
HOUSES: tuple[tuple[int, int, str, int, int], ...] = (
    (1, 1, "", 101, 101),
    (1, 12, "", 102, 102),
    (1, 12, "a", 103, 103),
    (1, 12, "-2", 104, 104),
    (1, 85, "", 105, 105),
    (1, 87, "", 106, 106),
    (8, 12, "", 31, 421),
    (9, 5, "", 1_501, 101),
    (10, 5, "", -1_501, 101),
    (10, 7, "", -1_502, 101),
)
"""Street as its place in TOWN from 1, number, suffix, and where."""


def index_of(piece: bytes) -> bytes:
    """An index with this one piece."""
    lat, lon = CORNER
    box = Box(south=lat - 2_000, west=lon, north=lat + 3_000, east=lon + 1_000)
    ref = PieceRef(address=address_of(piece), level=0, size=len(piece), box=box)
    return write_index(MapIndex(name="stad", attribution="niemand", box=box, pieces=(ref,)))


PIECE = write_piece((Stroke(kind=StrokeKind.MAIN, name="Rijksweg", points=(CORNER, (5_203_000, 435_000))),))
INDEX = index_of(PIECE)


def written(path: Path, rows: Iterable[Row] = TOWN) -> Path:
    """A file with an index, a piece and these names, and no network."""
    with closing(sqlite3.connect(path)) as link, link:
        link.executescript(TABLES)
        for content in (PIECE, INDEX):
            link.execute("INSERT INTO piece VALUES (?, ?)", (address_of(content), content))
        link.executemany("INSERT INTO meta VALUES (?, ?)", [("index", address_of(INDEX)), ("name", "stad")])
        for kind, name, within, north, east, weight in rows:
            at = (CORNER[0] + north, CORNER[1] + east)
            link.execute(
                "INSERT INTO place (kind, name, folded, within, lat, lon, weight)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (kind, name, folded(name), within, *at, weight),
            )
        link.executemany(
            "INSERT INTO house VALUES (?, ?, ?, ?, ?)",
            [(street, n, suffix, CORNER[0] + a, CORNER[1] + b) for street, n, suffix, a, b in HOUSES],
        )
        link.executescript(SEARCH)
    link.close()
    return path


def with_network(path: Path, **other: list[int]) -> Path:
    """The file with one street of a kilometre between two nodes, northwards from the corner.

    `other` replaces arrays by their names.
    """
    lat, lon = CORNER
    arrays = {
        "node_lat": [lat, lat + 900],
        "node_lon": [lon, lon],
        "edge_from": [0],
        "edge_to": [1],
        "edge_dm": [10_007],
        "edge_open": [int(Open.CAR | Open.BICYCLE | Open.FOOT)],
        "edge_kmh": [36],
        "edge_shape": [0, 2],
        "shape_lat": [lat, lat + 900],
        "shape_lon": [lon, lon],
        "edge_name": [0],
        **other,
    }
    with closing(sqlite3.connect(path)) as link, link:
        for name, dtype in ARRAYS.items():
            data = zlib.compress(np.array(arrays[name], dtype=dtype).tobytes())
            link.execute("INSERT INTO array VALUES (?, ?, ?)", (name, dtype, data))
    return path
