"""House numbers between two that are told, along a line of `addr:interpolation`. Pure.

A real house of such a number is believed before these.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from server.geo.build.source import House, Quanta

MOST = 500
"""Numbers on one stretch; more is a slip in the data."""

_STEPS = {"odd": 2, "even": 2, "all": 1}


@frozen(kw_only=True)
class Told:
    """A number that is told at a point of the line."""

    place: int
    """Which point of the line, from 0."""

    street: str
    number: int


def houses_between(points: Sequence[Quanta], told: Sequence[Told], kind: str) -> Iterator[House]:
    """The houses between each two neighbours of one street, evenly along the line; none for another kind."""
    step = int(kind) if kind.isdecimal() and int(kind) else _STEPS.get(kind, 0)
    for first, last in pairwise(sorted(told, key=lambda each: each.place)):
        count = abs(last.number - first.number) // step if step else 0
        if first.street != last.street or not 1 < count <= MOST:
            continue
        line = points[first.place : last.place + 1]
        way = 1 if last.number > first.number else -1
        for at in range(1, count):
            number = first.number + way * step * at
            yield House(street=first.street, number=number, at=_along(line, at / count))


def _along(line: Sequence[Quanta], part: float) -> Quanta:
    """The point at this part of the line's length."""
    wide = math.cos(math.radians(line[0][0] / 100_000))
    lengths = [math.hypot(b[0] - a[0], (b[1] - a[1]) * wide) for a, b in pairwise(line)]
    left = part * sum(lengths)
    for (a, b), length in zip(pairwise(line), lengths, strict=True):
        if left <= length and length:
            share = left / length
            return round(a[0] + share * (b[0] - a[0])), round(a[1] + share * (b[1] - a[1]))
        left -= length
    return line[-1]
