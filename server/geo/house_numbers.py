"""Which houses of a street a typed number may mean, and how well each fits. Pure.

A part behind the number is the same for several ways to write it: `37-H`, `37 hs`, `37 huis`; `12 bis` and
`12bis`; `37-II`, `37 2 hoog`. Asked by `places` and `located` with all houses of a street.
"""

import re
from collections.abc import Sequence

from server.geo.said_place import SaidHouse
from server.geo.schema import folded

MOST = 8
_SAME_PART, _LONGER_SUFFIX, _OTHER_SUFFIX, _BEGINNING, NO_SUCH_HOUSE = 0.995, 0.98, 0.97, 0.96, 0.93
"""What a house is worth whose letter is written otherwise, that has more behind its letter, another letter or
a longer number, or is only the nearest that exists."""

House = tuple[int, str, int, int]
"""Number, suffix, latitude and longitude."""

_GROUND = frozenset({"h", "hs", "huis", "bg", "beg", "begane", "begane grond", "beganegrond", "parterre"})
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_FLOOR = re.compile(r"([1-9])(?:e|hoog|hg|etage|verdieping)+")


def plain_part(part: str) -> str:
    """What stands behind a number, without signs and blanks: `-2` as `2`, `1/2` as `12`."""
    return folded(part).replace(" ", "")


def same_part(part: str) -> str:
    """The plain part as it is compared: the ground floor is h, a floor its digit."""
    if part in _GROUND:
        return "h"
    floor = _FLOOR.fullmatch(part)
    return floor[1] if floor is not None else _ROMAN.get(part, part)


def written(number: int, part: str) -> str:
    """The number with its part as people write it: `12a`, `12-2`, and `226 1/2`, which is not 2261/2."""
    return f"{number} {part}" if part[:1].isdigit() else f"{number}{part}"


def fitting(houses: Sequence[House], said: SaidHouse) -> list[tuple[float, House]]:
    """The houses that the number may mean, each with its worth up to 1.0; the nearest when none does."""
    found = []
    for house in houses:
        part = plain_part(house[1])
        if house[0] == said.number:
            if part == said.suffix:
                worth = 1.0
            elif said.suffix and same_part(part) == same_part(said.suffix):
                worth = _SAME_PART
            else:
                worth = _LONGER_SUFFIX if part.startswith(said.suffix) else _OTHER_SUFFIX
            found.append((worth, house))
        elif not said.suffix and str(house[0]).startswith(str(said.number)):
            found.append((_BEGINNING, house))
    found.sort(key=lambda each: (-each[0], each[1]))
    if houses and not any(house[0] == said.number for _, house in found):
        nearest = min(
            houses, key=lambda house: (abs(house[0] - said.number), (house[0] - said.number) % 2, house)
        )
        found = [*found[: MOST - 1], (NO_SUCH_HOUSE, nearest)]
    return found[:MOST]
