"""Ways and outlines -> the strokes of each level: joined end to end, thinned, and cut to a length.

Reads the columns of `Gathered`; `pieces` packs what comes out. Each stroke stands in one level only.
"""

from collections import defaultdict
from collections.abc import Iterator

from protocol.map.piece import Stroke, StrokeKind
from server.geo.build.gathered import Gathered
from server.geo.build.measure import QUANTUM_M
from server.geo.build.simplify import simplified
from server.geo.build.source import Quanta

LEVELS = 4

LEVEL = {
    StrokeKind.MOTORWAY: 0,
    StrokeKind.MAIN: 0,
    StrokeKind.AREA: 0,
    StrokeKind.RAIL: 0,
    StrokeKind.THROUGH: 1,
    StrokeKind.WATERWAY: 1,
    StrokeKind.GREEN: 1,
    StrokeKind.STREET: 2,
    StrokeKind.PATH: 3,
}

TOLERANCE_M = {
    StrokeKind.MOTORWAY: 3.0,
    StrokeKind.MAIN: 3.0,
    StrokeKind.AREA: 10.0,
    StrokeKind.RAIL: 5.0,
    StrokeKind.WATER: 4.0,
    StrokeKind.GREEN: 8.0,
    StrokeKind.WATERWAY: 6.0,
    StrokeKind.THROUGH: 2.5,
    StrokeKind.STREET: 2.0,
    StrokeKind.PATH: 3.0,
}
"""How far a drawn line may be off. A braille dot of a whole street on screen is two metres or more."""

LARGE_WATER_M = 300.0
"""Water whose box is this long or longer is seen on the map of the whole town."""

SMALL_WATER_M = 60.0
MOST_M = (3_000.0, 4_000.0, 2_000.0, 2_000.0)
"""The longest stroke of each level, so that a piece covers little more than its tile."""


def strokes_by_level(gathered: Gathered, narrow: float) -> list[list[Stroke]]:
    """The strokes of levels 0 to 3. `narrow`: a quantum of longitude in quanta of latitude."""
    levels: list[list[Stroke]] = [[] for _ in range(LEVELS)]
    for kind, name, points in (*_joined_ways(gathered), *_outlines(gathered)):
        level = LEVEL[kind] if kind in LEVEL else _water_level(points, narrow)
        thin = simplified(points, TOLERANCE_M[kind] / QUANTUM_M, narrow)
        if len(thin) == 2 and thin[0] == thin[1]:
            continue
        for part in _cut(thin, MOST_M[level] / QUANTUM_M, narrow):
            levels[level].append(Stroke(kind=kind, name=name, points=tuple(part)))
    return levels


def _outlines(gathered: Gathered) -> Iterator[tuple[StrokeKind, str, list[Quanta]]]:
    for place in range(gathered.outlines):
        kind, name, points = gathered.outline(place)
        yield StrokeKind(kind), name, points


def _water_level(points: list[Quanta], narrow: float) -> int:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    size_m = max(max(lats) - min(lats), (max(lons) - min(lons)) * narrow) * QUANTUM_M
    return 0 if size_m >= LARGE_WATER_M else 1 if size_m >= SMALL_WATER_M else 2


def _joined_ways(gathered: Gathered) -> Iterator[tuple[StrokeKind, str, list[Quanta]]]:
    """The ways of one kind and name, end to end as long as they go on."""
    kinds, names = gathered.way("kind").tolist(), gathered.way("name").tolist()
    starts, ids = gathered.way_start().tolist(), gathered.node("id")
    lats, lons = gathered.node("lat"), gathered.node("lon")
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for way, key in enumerate(zip(kinds, names, strict=True)):
        groups[key].append(way)
    for (kind, name), ways in groups.items():
        ends = [(int(ids[starts[way]]), int(ids[starts[way + 1] - 1])) for way in ways]
        for chain in chains_of(ends):
            points: list[Quanta] = []
            for at, back in chain:
                span = slice(starts[ways[at]], starts[ways[at] + 1])
                run = list(zip(lats[span].tolist(), lons[span].tolist(), strict=True))
                run = run[::-1] if back else run
                points += run[1:] if points else run
            yield StrokeKind(kind), gathered.names[name], points


def chains_of(ends: list[tuple[int, int]]) -> Iterator[list[tuple[int, bool]]]:
    """Lines, each from one node to another, laid end to end: (which, whether turned round).

    Each line is used once; a chain begins where an odd number of lines meet while there is such a place.
    """
    at_node: dict[int, list[int]] = defaultdict(list)
    for line, (tail, head) in enumerate(ends):
        at_node[tail].append(line)
        at_node[head].append(line)
    used = bytearray(len(ends))
    odd = [node for node, lines in at_node.items() if len(lines) % 2]

    def walk(here: int) -> list[tuple[int, bool]]:
        chain: list[tuple[int, bool]] = []
        while True:
            lines = at_node[here]
            while lines and used[lines[-1]]:
                lines.pop()
            if not lines:
                return chain
            line = lines.pop()
            used[line] = True
            tail, head = ends[line]
            back = here != tail
            chain.append((line, back))
            here = tail if back else head

    for node in odd:
        if chain := walk(node):
            yield chain
    for node in at_node:
        while chain := walk(node):
            yield chain


def _cut(points: list[Quanta], most: float, narrow: float) -> Iterator[list[Quanta]]:
    """Parts whose box is at most `most` quanta long where their points allow."""
    part = [points[0]]
    south = north = points[0][0]
    west = east = points[0][1]
    for lat, lon in points[1:]:
        south, north, west, east = min(south, lat), max(north, lat), min(west, lon), max(east, lon)
        if len(part) > 1 and max(north - south, (east - west) * narrow) > most:
            yield part
            part = [part[-1]]
            south, north = min(part[0][0], lat), max(part[0][0], lat)
            west, east = min(part[0][1], lon), max(part[0][1], lon)
        part.append((lat, lon))
    if len(part) > 1:
        yield part
