"""A town of any size for benches, as what a source tells: nothing is read, one size gives one town.

A grid of streets with a bend in every stretch, a main road every tenth line and a through road every fifth,
some one-way streets and some paths, house numbers, neighbourhoods, a river and a park in each neighbourhood.
It lies in open sea and looks like no real place; its sizes are like those of one.
"""

import math
import random
from collections.abc import Iterator

from protocol.map.piece import StrokeKind
from server.geo.build.source import House, Node, Open, Outline, Quanta, Spot, Told, Way

SOUTH_WEST: Quanta = (5_400_000, 400_000)
BLOCK = (80, 130)
"""Quanta between two corners, north and east: about ninety metres."""

BEND = 18
"""How far a corner or a bend may lie from its place in the grid, in quanta."""

NEIGHBOURHOOD = 20
"""Blocks along its side."""

_CARLESS = Open.BICYCLE | Open.FOOT
_ALL = Open.CAR | _CARLESS


def big_town(corners: int, *, houses_a_block: int = 4) -> Iterator[Told]:
    """About so many corners (a square number of them, 4 at the least) and twice as many stretches."""
    side = max(2, math.isqrt(corners))
    dice = random.Random(f"big town {side}")
    at = [[_bent(row, column, dice) for column in range(side)] for row in range(side)]
    for line in range(side):
        name = f"{_rank(line)[1]} {line}"
        one_way = _one_way(line)
        yield from _line(f"{name} west-oost", line, [at[line][i] for i in range(side)], dice, one_way, 1)
        yield from _line(f"{name} zuid-noord", line, [at[i][line] for i in range(side)], dice, one_way, side)
        yield from _houses(f"{name} west-oost", [at[line][i] for i in range(side)], houses_a_block)
        yield from _houses(f"{name} zuid-noord", [at[i][line] for i in range(side)], houses_a_block)
    yield from _neighbourhoods(at)
    river = tuple(_moved(row[side // 2], (0, BLOCK[1] // 2)) for row in at)
    yield Outline(kind=StrokeKind.WATERWAY, name="Grote Vaart", points=river)


def _bent(row: int, column: int, dice: random.Random) -> Quanta:
    north, east = row * BLOCK[0] + dice.randint(-BEND, BEND), column * BLOCK[1] + dice.randint(-BEND, BEND)
    return _moved(SOUTH_WEST, (north, east))


def _moved(point: Quanta, step: Quanta) -> Quanta:
    return point[0] + step[0], point[1] + step[1]


def _rank(line: int) -> tuple[StrokeKind, str, int]:
    """Kind, first word of the name, and speed in km/h."""
    if line % 10 == 5:
        return StrokeKind.MAIN, "Hoofdweg", 70
    if line % 5 == 0:
        return StrokeKind.THROUGH, "Doorweg", 50
    if line % 13 == 7:
        return StrokeKind.PATH, "Fietspad", 0
    return StrokeKind.STREET, "Straat", 30


def _one_way(line: int) -> Open:
    """Neighbouring one-way streets go opposite ways; no main road or path is one."""
    kind = _rank(line)[0]
    if kind is StrokeKind.PATH:
        return _CARLESS
    if kind is not StrokeKind.STREET or line % 5 > 2:
        return _ALL
    return (Open.CAR_FORWARD if line % 2 else Open.CAR_BACK) | _CARLESS


def _line(
    name: str, line: int, corners: list[Quanta], dice: random.Random, who: Open, step: int
) -> Iterator[Way]:
    """A street through these corners, told in ways of up to ten stretches; ids grow by `step` from corner to
    corner, so that the lines of both directions meet in them.
    """
    side = len(corners)
    kind, _, kmh = _rank(line)
    first = 1 + line * (side if step == 1 else 1)
    bends = 1 + side * side * (2 if step == 1 else 3) + line * side
    for begin in range(0, side - 1, 10):
        end = min(begin + 10, side - 1)
        nodes = []
        for place in range(begin, end + 1):
            nodes.append(Node(id=first + place * step, at=corners[place]))
            if place < end:
                a, b = corners[place], corners[place + 1]
                middle = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
                bend = _moved(middle, (dice.randint(-4, 4), dice.randint(-4, 4)))
                nodes.append(Node(id=bends + place, at=bend))
        yield Way(kind=kind, name=name, nodes=tuple(nodes), open=who, car_kmh=kmh)


def _houses(street: str, corners: list[Quanta], houses_a_block: int) -> Iterator[House]:
    for block in range(len(corners) - 1):
        a, b = corners[block], corners[block + 1]
        for house in range(houses_a_block):
            part = (house + 0.5) / houses_a_block
            at = (round(a[0] + (b[0] - a[0]) * part), round(a[1] + (b[1] - a[1]) * part))
            yield House(street=street, number=1 + block * houses_a_block + house, at=at)


def _neighbourhoods(at: list[list[Quanta]]) -> Iterator[Told]:
    side = len(at)
    for south in range(0, side - 1, NEIGHBOURHOOD):
        for west in range(0, side - 1, NEIGHBOURHOOD):
            north, east = min(south + NEIGHBOURHOOD, side - 1), min(west + NEIGHBOURHOOD, side - 1)
            name = f"Wijk {south // NEIGHBOURHOOD}-{west // NEIGHBOURHOOD}"
            middle = at[(south + north) // 2][(west + east) // 2]
            ring = (at[south][west], at[south][east], at[north][east], at[north][west], at[south][west])
            yield Outline(kind=StrokeKind.AREA, name=name, points=ring)
            yield Spot(name=name, is_area=True, at=middle)
            steps = ((10, 10), (10, 60), (60, 60), (60, 10), (10, 10))
            park = tuple(_moved(middle, step) for step in steps)
            yield Outline(kind=StrokeKind.GREEN, name=f"Park {name}", points=park)
            yield Spot(name=f"Plein {name}", at=middle)
