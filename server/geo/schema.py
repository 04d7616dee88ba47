"""The tables of a map file: one SQLite file with pieces to draw, arrays to route on and names to find.

Created by the builder, read by `map_file` and `places`; both sides fold names with `folded`, so that letters
with and without accents meet. It opens no file.
"""

import re
from enum import IntEnum

from protocol.model.letters import plain_letters

APPLICATION_ID = 0x4F4C4D50
"""`OLMP` in the head of the file: this is a map of ours and not somebody's other database."""

VERSION = 1

TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE array (name TEXT PRIMARY KEY, dtype TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE piece (address BLOB PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    within TEXT NOT NULL,
    lat INTEGER NOT NULL,
    lon INTEGER NOT NULL,
    weight INTEGER NOT NULL
);
CREATE TABLE house (
    street INTEGER NOT NULL,
    number INTEGER NOT NULL,
    suffix TEXT NOT NULL,
    lat INTEGER NOT NULL,
    lon INTEGER NOT NULL,
    PRIMARY KEY (street, number, suffix)
) WITHOUT ROWID;
"""
"""meta: `index` the address of the index of pieces; `name`, `attribution`; `south`, `west`, `north`, `east`
in quanta. array: `data` is a zlib stream of little-endian numbers, see `ARRAYS`. place: `folded` is
`folded(name)` in the one spelling of `spelling`, `within` the area or town it lies in or empty, `weight`
grows with what is sooner meant (the metres of a street). A street is one place for each stretch that hangs
together; `house.street` is its id. Latitudes and longitudes are whole quanta of the wire."""

POSTCODES = """
CREATE TABLE postcode (code TEXT NOT NULL, street INTEGER NOT NULL, PRIMARY KEY (code, street)) WITHOUT ROWID;
"""
"""In capitals without a space, with each street that has a house of it. A map of before has no such table."""

SEARCH = """
CREATE INDEX place_folded ON place (folded);
CREATE VIRTUAL TABLE place_text USING fts5(
    folded, content = 'place', content_rowid = 'id', tokenize = 'trigram'
);
INSERT INTO place_text (place_text) VALUES ('rebuild');
INSERT INTO place_text (place_text) VALUES ('optimize');
CREATE VIRTUAL TABLE place_box USING rtree_i32(id, south, north, west, east);
"""
"""Made after the places are in. `place_text` matches trigrams of `folded`; `place_box` holds the box of each
place (of a street all of it), which the builder fills."""

ARRAYS = {
    "node_lat": "<i4",
    "node_lon": "<i4",
    "edge_from": "<i4",
    "edge_to": "<i4",
    "edge_dm": "<i4",
    "edge_open": "|u1",
    "edge_kmh": "|u1",
    "edge_shape": "<i4",
    "shape_lat": "<i4",
    "shape_lon": "<i4",
    "edge_name": "<i4",
}
"""The network, after nodes between two edges are contracted. `edge_dm`: decimetres. `edge_open`: the bits of
`source.Open` from `edge_from` to `edge_to`. `edge_kmh`: of a car, 0 where none may go. `edge_shape`: where
the points of edge i begin in `shape_*`, they end before `edge_shape[i + 1]`, both ends of the edge included.
`edge_name`: the place of its street, 0 for none."""


class PlaceKind(IntEnum):
    """What a place is."""

    STREET = 1
    CROSSING = 2
    """Named `A / B`."""

    SPOT = 3
    AREA = 4


def folded(name: str) -> str:
    """The name as it is compared: small letters without accents, every run of other signs one space."""
    return _BETWEEN.sub(" ", _SILENT.sub("", plain_letters(name))).strip()


_SILENT = re.compile("['’`ʼ]")
_BETWEEN = re.compile(r"[\W_]+")
