"""The streets of the training town before they lie anywhere: stretches between corners of a bent grid.

Drawn by dice: main roads and through roads, quays and bridges, side streets through blocks, paths through
parks, and one-way streets. Every corner can be reached from every other, by car too. Pure.
"""

import random
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from server.exercise.town.road import Cars, Road

ROWS, COLUMNS = 9, 9
"""Corners; the southmost row and the westmost column are 0."""

CANAL_AFTER_ROW = 3
"""The water runs between this row and the next; only bridges cross it."""

BRIDGES = (1, 4, 7)
"""Columns."""

FOOTBRIDGE = 2
"""The column of a bridge for bicycles and feet."""

MAIN_COLUMN, MAIN_ROW = 4, 6
THROUGH_COLUMNS = {1: "Westerlaan", 7: "Oosterlaan"}
THROUGH_ROW = 1

GAPS = 14
"""How many stretches are built over, so that it is a town and not a chessboard."""

PARKS, SIDE_STREETS, SHORT_CUTS = 2, 18, 4
"""How many blocks hold a park, a street through the middle, a path from corner to corner."""

ONE_WAY_LINES, ONE_WAY_SIDES = 3, 9
"""How many of the long streets and of the side streets are one-way."""

Key = tuple[int, int]
"""Row and column in half blocks: corners of the grid are even, what lies half-way is odd."""


@frozen(kw_only=True)
class Stretch:
    """From one key to another, northward or eastward."""

    a: Key
    b: Key
    street: str
    road: Road = Road.STREET
    cars: Cars = Cars.BOTH
    built: bool = True
    """Whether houses stand along it."""


@frozen(kw_only=True)
class Grid:
    """Stretches in the order of their streets, and the south-west corners of the blocks that are parks."""

    stretches: tuple[Stretch, ...]
    parks: tuple[Key, ...]


def draw_grid(dice: random.Random, names: Iterator[str]) -> Grid:
    """The streets of these dice; `names` gives names for those that have no fixed one."""
    stretches = _with_gaps(list(_lines(dice, names)), dice)
    blocks = [
        (row, column)
        for row in range(0, 2 * ROWS - 2, 2)
        for column in range(0, 2 * COLUMNS - 2, 2)
        if row != 2 * CANAL_AFTER_ROW
    ]
    dice.shuffle(blocks)
    parks, rest = blocks[:PARKS], blocks[PARKS:]
    sides: list[str] = []
    for row, column in rest:
        if len(sides) < SIDE_STREETS:
            split = _side_street(stretches, (row, column), names, upward=dice.random() < 0.5)
            if split is not None:
                stretches = split
                sides.append(stretches[-1].street)
    cut = [block for block in rest[SIDE_STREETS:] if _is_whole(stretches, block)][:SHORT_CUTS]
    for block in parks:
        stretches += _paths(block, next(names), both=True)
    for block in cut:
        stretches += _paths(block, next(names), both=False)
    stretches.append(_footbridge())
    return Grid(stretches=tuple(_with_one_ways(stretches, sides, dice)), parks=tuple(parks))


def _lines(dice: random.Random, names: Iterator[str]) -> Iterator[Stretch]:
    """Every stretch between neighbouring corners, with its street; long lines change name half-way."""
    quays = {CANAL_AFTER_ROW: "Zuiderkade", CANAL_AFTER_ROW + 1: "Noorderkade"}
    for row in range(ROWS):
        turn = dice.randint(3, COLUMNS - 3)
        road = {MAIN_ROW: Road.MAIN, THROUGH_ROW: Road.THROUGH}.get(row, Road.STREET)
        fixed = {**quays, MAIN_ROW: "Noorderring", THROUGH_ROW: "Zuiderdreef"}.get(row)
        west, east = (fixed, fixed) if fixed else (next(names), next(names))
        for column in range(COLUMNS - 1):
            street = west if column < turn else east
            yield Stretch(a=(2 * row, 2 * column), b=(2 * row, 2 * column + 2), street=street, road=road)
    for column in range(COLUMNS):
        road = Road.THROUGH if column in THROUGH_COLUMNS else Road.STREET
        south, north = next(names), next(names)
        if column in THROUGH_COLUMNS:
            south = north = THROUGH_COLUMNS[column]
        elif column == MAIN_COLUMN:
            road, south, north = Road.MAIN, "Stationsweg", "Stationsweg"
        for row in range(ROWS - 1):
            bridge = row == CANAL_AFTER_ROW
            if bridge and column not in BRIDGES:
                continue
            street = south if row <= CANAL_AFTER_ROW else north
            a, b = (2 * row, 2 * column), (2 * row + 2, 2 * column)
            yield Stretch(a=a, b=b, street=street, road=road, built=not bridge)


def _footbridge() -> Stretch:
    a, b = (2 * CANAL_AFTER_ROW, 2 * FOOTBRIDGE), (2 * CANAL_AFTER_ROW + 2, 2 * FOOTBRIDGE)
    return Stretch(a=a, b=b, street="Fietsbrug", road=Road.PATH, cars=Cars.NONE, built=False)


def _with_gaps(stretches: list[Stretch], dice: random.Random) -> list[Stretch]:
    """Some streets fewer; never one without which a part of the town is cut off."""
    gaps = 0
    for stretch in dice.sample(stretches, len(stretches)):
        if gaps == GAPS:
            break
        if not stretch.built or stretch.road is not Road.STREET:
            continue
        rest = [other for other in stretches if other is not stretch]
        if _keys(rest) == _keys(stretches) and is_joined(rest):
            stretches, gaps = rest, gaps + 1
    return stretches


def _is_whole(stretches: list[Stretch], block: Key) -> bool:
    """Whether no street runs through the block yet."""
    middle = (block[0] + 1, block[1] + 1)
    return not any(((s.a[0] + s.b[0]) // 2, (s.a[1] + s.b[1]) // 2) == middle for s in stretches)


def _side_street(
    stretches: list[Stretch], block: Key, names: Iterator[str], *, upward: bool
) -> list[Stretch] | None:
    """All stretches, with one more through the middle of the block; None where a side of it is a gap."""
    row, column = block
    a, b = (
        ((row, column + 1), (row + 2, column + 1)) if upward else ((row + 1, column), (row + 1, column + 2))
    )
    for middle in (a, b):
        halved = _split(stretches, middle)
        if halved is None:
            return None
        stretches = halved
    return [*stretches, Stretch(a=a, b=b, street=next(names))]


def _split(stretches: list[Stretch], middle: Key) -> list[Stretch] | None:
    """All stretches, the one across this middle in two; None where there is none."""
    if middle in _keys(stretches):
        return stretches
    for place, one in enumerate(stretches):
        if ((one.a[0] + one.b[0]) / 2, (one.a[1] + one.b[1]) / 2) == middle:
            halves = [evolve(one, b=middle), evolve(one, a=middle)]
            return [*stretches[:place], *halves, *stretches[place + 1 :]]
    return None


def _paths(block: Key, name: str, *, both: bool) -> list[Stretch]:
    """From corner to corner of a block, in one direction or both, meeting in its middle."""
    row, column = block
    middle = (row + 1, column + 1)
    ways = [((row, column), middle), (middle, (row + 2, column + 2))]
    if both:
        ways += [((row + 2, column), middle), (middle, (row, column + 2))]
    street = f"{name.removesuffix('pad')}pad"
    path = Stretch(a=middle, b=middle, street=street, road=Road.PATH, cars=Cars.NONE, built=False)
    return [evolve(path, a=a, b=b) for a, b in ways]


def _with_one_ways(stretches: list[Stretch], sides: list[str], dice: random.Random) -> list[Stretch]:
    """Some streets one way; never so that a car cannot come from everywhere to everywhere."""
    long = [one.street for one in stretches if one.road is Road.STREET and one.street not in sides]
    long = [name for name in dict.fromkeys(long) if not name.endswith("kade")]
    for among, wanted in ((long, ONE_WAY_LINES), (sides, ONE_WAY_SIDES)):
        for name in dice.sample(among, len(among)):
            cars = dice.choice((Cars.FORWARD, Cars.BACK))
            turned = [evolve(one, cars=cars) if one.street == name else one for one in stretches]
            if wanted and is_joined(turned):
                stretches, wanted = turned, wanted - 1
    return stretches


def is_joined(stretches: Iterable[Stretch]) -> bool:
    """True when a car comes from every key that it can reach to every other."""
    onward: dict[Key, list[Key]] = {}
    back: dict[Key, list[Key]] = {}
    for one in stretches:
        for may, start, end in ((one.cars.forward, one.a, one.b), (one.cars.back, one.b, one.a)):
            if may:
                onward.setdefault(start, []).append(end)
                back.setdefault(end, []).append(start)
    keys = onward.keys() | back.keys()
    return all(_reached(min(keys), links) == keys for links in (onward, back))


def _reached(start: Key, links: dict[Key, list[Key]]) -> set[Key]:
    reached, ahead = {start}, [start]
    while ahead:
        for neighbour in links.get(ahead.pop(), []):
            if neighbour not in reached:
                reached.add(neighbour)
                ahead.append(neighbour)
    return reached


def _keys(stretches: Iterable[Stretch]) -> set[Key]:
    return {key for one in stretches for key in (one.a, one.b)}
