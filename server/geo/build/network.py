"""Ways -> the arrays of the network: split where ways meet, joined where nothing can be chosen.

Takes the columns of `Gathered` and the place of each way's street; `schema.ARRAYS` says what comes out. It
drops what nobody may travel, and nothing else: whether an island of streets is of use, the router decides.
"""

from array import array
from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from server.geo.build.gathered import Gathered, Ints
from server.geo.build.measure import lengths_m
from server.geo.build.source import Open

Arrays = dict[str, Ints]
_SAME_BOTH_WAYS = int(~(Open.CAR | Open.BICYCLE)) & 0xFF


def network_of(gathered: Gathered, street_of_way: Ints) -> Arrays:
    """The arrays of `schema.ARRAYS`, not yet in their widths. `street_of_way`: a place id or 0 for each."""
    pieces = _split(gathered, street_of_way)
    chains = _joined(pieces)
    return _arrays(gathered, pieces, chains)


@frozen(kw_only=True)
class _Split:
    """Stretches of one way between two nodes where something is to choose, or where the way ends."""

    first: Ints
    """Where in the columns of nodes a stretch begins."""

    last: Ints
    tail: Ints
    """The node it begins at, numbered from 0."""

    head: Ints
    open: Ints
    kmh: Ints
    street: Ints
    ids: Ints
    """Ids of the nodes, by their numbers."""


def _split(gathered: Gathered, street_of_way: Ints) -> _Split:
    start = gathered.way_start()
    way_of_node = np.repeat(np.arange(gathered.ways), np.diff(start))
    travelled = gathered.way("open") > 0
    ids, number = np.unique(gathered.node("id"), return_inverse=True)
    is_last = np.zeros(len(number), bool)
    is_last[start[1:] - 1] = True
    is_first = np.zeros(len(number), bool)
    is_first[start[:-1]] = True
    used = travelled[way_of_node]
    steps = np.flatnonzero(~is_last & used)
    degree = np.bincount(number[steps], minlength=len(ids)) + np.bincount(
        number[steps + 1], minlength=len(ids)
    )
    stops = np.flatnonzero(((degree[number] != 2) | is_first | is_last) & used)
    begins = ~is_last[stops]
    first, last = stops[begins], stops[np.flatnonzero(begins) + 1]
    way = way_of_node[first]
    return _Split(
        first=first,
        last=last,
        tail=number[first],
        head=number[last],
        open=gathered.way("open")[way],
        kmh=gathered.way("kmh")[way],
        street=street_of_way[way],
        ids=ids,
    )


def turned(bits: int) -> int:
    """Who may travel, seen from the other end."""
    ahead = bits & (Open.CAR_FORWARD | Open.BICYCLE_FORWARD)
    back = bits & (Open.CAR_BACK | Open.BICYCLE_BACK)
    return (bits & _SAME_BOTH_WAYS) | (ahead << 1) | (back >> 1)


_TURNED = np.array([turned(bits) for bits in range(256)], dtype=np.int64)


@frozen(kw_only=True)
class _Chains:
    """Stretches in a row, each row an edge to be."""

    stretch: Ints
    """All rows, one after the other."""

    is_back: NDArray[np.bool_]
    """Whether it is taken against its points."""

    start: Ints
    """Where row i begins; it ends before the next."""


def _joined(split: _Split) -> _Chains:
    """As long as each node between them has two stretches and both tell the same."""
    count = len(split.tail)
    mate = _mates(split)
    alone = (mate[:count] < 0) & (mate[count:] < 0)
    rows = array("q", np.flatnonzero(alone).tolist())
    backs = array("b", bytes(len(rows)))
    starts = array("q", range(len(rows) + 1))
    mates, taken = array("q", mate.tolist()), bytearray(alone.tobytes())

    def follow(end: int) -> Iterator[tuple[int, bool]]:
        while (into := mates[end]) >= 0 and not taken[into % count]:
            taken[into % count] = True
            yield into % count, into >= count
            end = into - count if into >= count else into + count

    for at in np.flatnonzero(~alone).tolist():
        if taken[at]:
            continue
        taken[at] = True
        after = [(at, False), *follow(at + count)]
        before = [(each, not back) for each, back in follow(at)]
        for each, back in (*reversed(before), *after):
            rows.append(each)
            backs.append(back)
        starts.append(len(rows))
    return _Chains(
        stretch=np.array(rows, np.int64), is_back=np.array(backs, bool), start=np.array(starts, np.int64)
    )


def _mates(split: _Split) -> Ints:
    """For each end (tails, then heads) the one end of another stretch that goes on there; -1 for none."""
    count = len(split.tail)
    node = np.concatenate([split.tail, split.head])
    order = np.argsort(node, kind="stable")
    _, first, many = np.unique(node[order], return_index=True, return_counts=True)
    a, b = order[first[many == 2]], order[first[many == 2] + 1]
    here, there = a % count, b % count
    # Two heads or two tails meet where the one is drawn against the other.
    against = (a < count) == (b < count)
    open_there = np.where(against, _TURNED[split.open[there]], split.open[there])
    same = (here != there) & (split.open[here] == open_there)
    same &= (split.kmh[here] == split.kmh[there]) & (split.street[here] == split.street[there])
    mate = np.full(2 * count, -1, np.int64)
    mate[a[same]], mate[b[same]] = b[same], a[same]
    return mate


def _arrays(gathered: Gathered, split: _Split, chains: _Chains) -> Arrays:
    lead, trail = chains.stretch[chains.start[:-1]], chains.stretch[chains.start[1:] - 1]
    lead_back, trail_back = chains.is_back[chains.start[:-1]], chains.is_back[chains.start[1:] - 1]
    tail = np.where(lead_back, split.head[lead], split.tail[lead])
    head = np.where(trail_back, split.tail[trail], split.head[trail])
    where, starts = _shapes(split, chains)
    lat, lon = gathered.node("lat")[where], gathered.node("lon")[where]
    # A node's place is that of its first appearance; a source tells one place for one id.
    kept, numbers = np.unique(np.concatenate([tail, head]), return_inverse=True)
    node_lat, node_lon = np.zeros(len(kept), np.int64), np.zeros(len(kept), np.int64)
    node_lat[numbers] = np.concatenate([lat[starts[:-1]], lat[starts[1:] - 1]])
    node_lon[numbers] = np.concatenate([lon[starts[:-1]], lon[starts[1:] - 1]])
    return {
        "node_lat": node_lat,
        "node_lon": node_lon,
        "edge_from": numbers[: len(lead)],
        "edge_to": numbers[len(lead) :],
        "edge_dm": np.maximum(1, np.rint(lengths_m(lat, lon, starts) * 10)).astype(np.int64),
        "edge_open": np.where(lead_back, _TURNED[split.open[lead]], split.open[lead]),
        "edge_kmh": split.kmh[lead],
        "edge_shape": starts,
        "shape_lat": lat,
        "shape_lon": lon,
        "edge_name": split.street[lead],
    }


def _shapes(split: _Split, chains: _Chains) -> tuple[Ints, Ints]:
    """Where the points of each row stand in the columns of nodes, and where each row begins in that."""
    first, last = split.first[chains.stretch], split.last[chains.stretch]
    begin, step = np.where(chains.is_back, last, first), np.where(chains.is_back, -1, 1)
    # A stretch that goes on from another begins with the point that was told already.
    goes_on = np.ones(len(first), bool)
    goes_on[chains.start[:-1]] = False
    begin = np.where(goes_on, begin + step, begin)
    length = last - first + ~goes_on
    offset = np.concatenate([[0], np.cumsum(length)])
    within = np.arange(offset[-1]) - np.repeat(offset[:-1], length)
    return np.repeat(begin, length) + np.repeat(step, length) * within, offset[chains.start]
