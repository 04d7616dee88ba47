"""Ways and houses of one name -> streets: one for each stretch that hangs together.

Two ways of a name belong to one street when they come within some hundred metres of each other: a street
goes on beyond a bridge or a square, and the Dorpsstraat of the next village is another one.
"""

import numpy as np
from attrs import frozen
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from server.geo.build.abbreviated import long_names
from server.geo.build.gathered import Gathered, Ints
from server.geo.build.measure import QUANTUM_M, lengths_m, narrowing

CELL_M = 250.0
"""Points of a name in the same or a neighbouring cell hang together."""

HOUSE_CELL_M = 500.0
"""The same for houses, which may stand away from the ways of their street."""


@frozen(kw_only=True)
class Streets:
    """Streets, numbered from 1 in order of name; 0 stands for none."""

    name: list[int]
    """The number of its name, a street; the first entry stands for none."""

    of_way: Ints
    of_house: Ints
    lat: Ints
    lon: Ints
    """A point on the street near its middle, a street."""

    box: Ints
    """Rows of south, west, north, east."""

    metres: Ints
    """The length of its ways; 0 for a street that only its houses tell of."""


def streets_of(gathered: Gathered) -> Streets:
    """Every street with a way or a house."""
    start = gathered.way_start()
    counts = np.diff(start)
    name = np.concatenate([np.repeat(gathered.way("name"), counts), _street_names(gathered)])
    lat = np.concatenate([gathered.node("lat"), gathered.house("lat")])
    lon = np.concatenate([gathered.node("lon"), gathered.house("lon")])
    on_way = len(lat) - gathered.houses
    # Nodes of one way follow each other, and hang together however far apart they are.
    follows = np.ones(max(0, on_way - 1), bool)
    follows[start[1:-1] - 1] = False
    number = _clusters(name, lat, lon, np.flatnonzero(follows), on_way, _narrow(lat))
    of_way = number[start[:-1]] if gathered.ways else np.zeros(0, np.int64)
    metres = np.zeros(int(number.max(initial=0)) + 1)
    np.add.at(metres, of_way, lengths_m(gathered.node("lat"), gathered.node("lon"), start))
    metres[0] = 0
    return _measured(number, name, lat, lon, of_way, on_way, np.rint(metres).astype(np.int64))


def _street_names(gathered: Gathered) -> Ints:
    """The number of the name of each house's street, as its way tells it where the house shortens it."""
    told, ways = gathered.house("street"), np.unique(gathered.way("name"))
    numbers = {gathered.names[number]: number for number in ways.tolist() if number}
    lone = np.setdiff1d(told, ways)
    found = long_names((gathered.names[number] for number in lone.tolist()), numbers)
    renamed = np.arange(len(gathered.names))
    for number in lone.tolist():
        if (name := gathered.names[number]) in found:
            renamed[number] = numbers[found[name]]
    street: Ints = renamed[told]
    return street


def _narrow(lat: Ints) -> float:
    return narrowing(float(np.median(lat))) if len(lat) else 1.0


def _clusters(name: Ints, lat: Ints, lon: Ints, follows: Ints, on_way: int, narrow: float) -> Ints:
    """The number of the street of each point; 0 without a name."""
    named = np.flatnonzero(name > 0)
    keys, cell_of = np.unique(_cells(name, lat, lon, CELL_M, narrow)[named], return_inverse=True)
    place = np.full(len(name), -1, np.int64)
    place[named] = cell_of
    links = [_meet(keys, np.arange(len(keys)), keys, ((0, 1), (1, -1), (1, 0), (1, 1)))]
    links.append(np.stack([place[follows], place[follows + 1]], axis=1))
    lone = _lone_houses(place, on_way, len(keys))
    if len(lone):
        # Houses that stand away from the ways of their name look for company in a wider grid.
        wide = np.zeros(len(keys), np.int64)
        wide[cell_of] = _cells(name, lat, lon, HOUSE_CELL_M, narrow)[named]
        order = np.argsort(wide, kind="stable")
        around = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))
        found = _meet(wide[lone], lone, wide[order], around)
        links.append(np.stack([found[:, 0], order[found[:, 1]]], axis=1))
    pairs = np.concatenate(links)
    pairs = pairs[(pairs >= 0).all(axis=1)]
    graph = coo_array((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(len(keys),) * 2)
    _, component = connected_components(graph, directed=False)
    # Numbered by where they first stand in the sorted cells, so by name and then from the south.
    _, first, inverse = np.unique(component, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(1, len(first) + 1)
    number = np.zeros(len(name), np.int64)
    number[named] = rank[inverse][cell_of]
    return number


_ROW, _NAME = 20, 40
"""Bits: the key of a cell is its name, its row and its column in one number."""


def _cells(name: Ints, lat: Ints, lon: Ints, cell_m: float, narrow: float) -> Ints:
    middle = 1 << (_ROW - 1)
    rows = np.floor(lat * (QUANTUM_M / cell_m)).astype(np.int64) + middle
    columns = np.floor(lon * (QUANTUM_M * narrow / cell_m)).astype(np.int64) + middle
    keys: Ints = (name << _NAME) | (rows << _ROW) | columns
    return keys


def _meet(keys: Ints, whose: Ints, among: Ints, steps: tuple[tuple[int, int], ...]) -> Ints:
    """Pairs of `whose` and the first place in `among` (sorted) that holds the key one such step away."""
    found = []
    for down, right in steps:
        wanted = keys + (down << _ROW) + right
        at = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
        hits = np.flatnonzero(among[at] == wanted) if len(among) else np.zeros(0, np.int64)
        found.append(np.stack([whose[hits], at[hits]], axis=1))
    return np.concatenate(found)


def _lone_houses(place: Ints, on_way: int, cells: int) -> Ints:
    """The cells with houses of a name and no way of it."""
    kinds = np.zeros((2, cells), bool)
    for kind, places in enumerate((place[:on_way], place[on_way:])):
        kinds[kind, places[places >= 0]] = True
    return np.flatnonzero(kinds[1] & ~kinds[0])


def _measured(
    number: Ints, name: Ints, lat: Ints, lon: Ints, of_way: Ints, on_way: int, metres: Ints
) -> Streets:
    count = len(metres)
    box = np.empty((count, 4), np.int64)
    box[:, :2], box[:, 2:] = np.iinfo(np.int32).max, np.iinfo(np.int32).min
    for column, values, lower in ((0, lat, True), (1, lon, True), (2, lat, False), (3, lon, False)):
        (np.minimum if lower else np.maximum).at(box[:, column], number, values)
    street_name = np.zeros(count, np.int64)
    street_name[number] = name
    # On the street itself: of its way's nodes (of its houses without any) the one nearest to their middle.
    order = np.arange(len(number))
    has_way = np.zeros(count, bool)
    has_way[number[:on_way]] = True
    counted = (order < on_way) | ~has_way[number]
    many = np.maximum(1, np.bincount(number[counted], minlength=count))
    middle_lat = np.bincount(number[counted], lat[counted], count) / many
    middle_lon = np.bincount(number[counted], lon[counted], count) / many
    off = np.hypot(lat - middle_lat[number], (lon - middle_lon[number]) * _narrow(lat))
    off[~counted] = np.inf
    nearest = np.lexsort((off, number))
    streets, first = np.unique(number[nearest], return_index=True)
    at = np.zeros(count, np.int64)
    at[streets] = nearest[first]
    return Streets(
        name=[int(each) if place else 0 for place, each in enumerate(street_name)],
        of_way=of_way,
        of_house=number[on_way:],
        lat=lat[at] if len(lat) else np.zeros(count, np.int64),
        lon=lon[at] if len(lon) else np.zeros(count, np.int64),
        box=box,
        metres=metres,
    )
