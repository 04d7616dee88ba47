"""Which houses of a street a number may mean: the very house, its other letters, longer numbers, the nearest.

Pure; asked by `places` with all houses of a street.
"""

from collections.abc import Sequence

from server.geo.said_place import SaidHouse
from server.geo.schema import folded

MOST = 8
_LONGER_SUFFIX, _OTHER_SUFFIX, _BEGINNING, NO_SUCH_HOUSE = 0.98, 0.97, 0.96, 0.93
"""What a house is worth that has more behind its letter, another letter or a longer number, or is only the
nearest that exists."""

House = tuple[int, str, int, int]
"""Number, suffix, latitude and longitude."""


def fitting(houses: Sequence[House], said: SaidHouse) -> list[tuple[float, House]]:
    """The houses that the number may mean, each with its worth up to 1.0; the nearest when none does."""
    found = []
    for house in houses:
        suffix = folded(house[1]).replace(" ", "")
        if house[0] == said.number:
            begun = _LONGER_SUFFIX if suffix.startswith(said.suffix) else _OTHER_SUFFIX
            found.append((1.0 if suffix == said.suffix else begun, house))
        elif not said.suffix and str(house[0]).startswith(str(said.number)):
            found.append((_BEGINNING, house))
    found.sort(key=lambda each: (-each[0], each[1]))
    if houses and not any(house[0] == said.number for _, house in found):
        nearest = min(
            houses, key=lambda house: (abs(house[0] - said.number), (house[0] - said.number) % 2, house)
        )
        found = [*found[: MOST - 1], (NO_SUCH_HOUSE, nearest)]
    return found[:MOST]
