"""Ways -> the arrays of the network: split where ways meet, joined where nothing can be chosen.

Takes the columns of `Gathered` and the place of each way's street; `schema.ARRAYS` says what comes out. It
drops what nobody may travel, and nothing else: whether an island of streets is of use, the router decides.
"""

from collections import defaultdict

import numpy as np
from attrs import frozen

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


Link = tuple[int, bool]
"""A stretch, and whether it is taken against its points."""


def turned(bits: int) -> int:
    """Who may travel, seen from the other end."""
    ahead = bits & (Open.CAR_FORWARD | Open.BICYCLE_FORWARD)
    back = bits & (Open.CAR_BACK | Open.BICYCLE_BACK)
    return (bits & _SAME_BOTH_WAYS) | (ahead << 1) | (back >> 1)


def _joined(split: _Split) -> list[list[Link]]:
    """Stretches in a row, as long as each node between them has two and both tell the same."""
    ends: dict[int, list[int]] = defaultdict(list)
    tails, heads = split.tail.tolist(), split.head.tolist()
    told = list(zip(split.open.tolist(), split.kmh.tolist(), split.street.tolist(), strict=True))
    for at, (tail, head) in enumerate(zip(tails, heads, strict=True)):
        ends[tail].append(at)
        ends[head].append(at)

    def after(link: Link) -> Link | None:
        at, is_back = link
        node = tails[at] if is_back else heads[at]
        both = ends[node]
        if len(both) != 2 or both[0] == both[1]:
            return None
        other = both[1] if both[0] == at else both[0]
        back = tails[other] != node
        mine = turned(told[at][0]) if is_back else told[at][0]
        others = turned(told[other][0]) if back else told[other][0]
        return (other, back) if mine == others and told[at][1:] == told[other][1:] else None

    taken = bytearray(len(tails))
    chains = []
    for at in range(len(tails)):
        if taken[at]:
            continue
        taken[at] = True
        chain: list[Link] = [(at, False)]
        while (link := after(chain[-1])) and not taken[link[0]]:
            taken[link[0]] = True
            chain.append(link)
        before: list[Link] = [(at, True)]
        while (link := after(before[-1])) and not taken[link[0]]:
            taken[link[0]] = True
            before.append(link)
        chains.append([(each, not back) for each, back in reversed(before[1:])] + chain)
    return chains


def _arrays(gathered: Gathered, split: _Split, chains: list[list[Link]]) -> Arrays:
    leads = [chain[0] for chain in chains]
    lead = np.array([at for at, _ in leads], dtype=np.int64)
    is_back = np.array([back for _, back in leads], dtype=bool)
    trails = [chain[-1] for chain in chains]
    tail = np.where(is_back, split.head[lead], split.tail[lead])
    head = np.array(
        [split.tail[at] if back else split.head[at] for at, back in trails],
        dtype=np.int64,
    )
    open_ = split.open[lead]
    open_ = np.where(is_back, _TURNED[open_], open_)
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
        "edge_from": numbers[: len(chains)],
        "edge_to": numbers[len(chains) :],
        "edge_dm": np.maximum(1, np.rint(lengths_m(lat, lon, starts) * 10)).astype(np.int64),
        "edge_open": open_,
        "edge_kmh": split.kmh[lead],
        "edge_shape": starts,
        "shape_lat": lat,
        "shape_lon": lon,
        "edge_name": split.street[lead],
    }


_TURNED = np.array([turned(bits) for bits in range(256)], dtype=np.int64)


def _shapes(split: _Split, chains: list[list[Link]]) -> tuple[Ints, Ints]:
    """Where the points of each chain stand in the columns of nodes, and where each chain begins in that."""
    runs: list[Ints] = []
    starts = np.zeros(len(chains) + 1, np.int64)
    firsts, lasts = split.first.tolist(), split.last.tolist()
    for place, chain in enumerate(chains):
        count = 0
        for at, back in chain:
            first, last = firsts[at], lasts[at]
            run = np.arange(last, first - 1, -1) if back else np.arange(first, last + 1)
            run = run[1:] if count else run
            runs.append(run)
            count += len(run)
        starts[place + 1] = starts[place] + count
    return (np.concatenate(runs) if runs else np.zeros(0, np.int64)), starts
