"""Hectometre posts along roads: `A13 7,2 Re` as typed, and where that is between the posts of a map.

The posts are spots of the map, named after road, kilometre and carriageway. What lies between two of them is
as far along as its kilometres say. Used by `places` and `located`.
"""

import re
import sqlite3

from attrs import frozen

from server.geo.schema import PlaceKind

_SIDE = r"(re|li|rechts|links|r|l)?"
_SAID = re.compile(
    rf"(?<!\w)([AN])[ -]?(\d{{1,3}})\s*,?\s*{_SIDE}\s*"
    r"(?:hectometer(?:paal|paaltje)?|hmp|hm|km|paal|bij)?\.?\s*"
    rf"(\d{{1,3}})[.,](\d)\s*{_SIDE}(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_NAMED = re.compile(r"(\d{1,3}) (\d)(?: (\w+))?")
_FAR_HM = 10
"""Between posts farther apart than this nobody knows how the road runs."""

Spot = tuple[int, int]


@frozen(kw_only=True)
class SaidPost:
    """A place along a road."""

    road: str
    """As written on the signs, `A13`."""

    hm: int
    """Hectometres, 72 for 7,2."""

    side: str = ""
    """`re` or `li`; empty where nobody said."""

    @property
    def name(self) -> str:
        """As it is written: `A13 7,2 Re`."""
        return post_name(self.road, f"{self.hm // 10},{self.hm % 10}", self.side)


def post_name(road: str, km: str, side: str) -> str:
    """The name of a post."""
    return f"{road} {km} {side.capitalize()}".rstrip()


def post_in(text: str) -> SaidPost | None:
    """The post that the text names; None for none."""
    found = _SAID.search(text)
    if found is None:
        return None
    letter, number, before, km, tenth, behind = found.groups()
    side = (behind or before or "").lower()[:1]
    return SaidPost(
        road=f"{letter.upper()}{int(number)}",
        hm=10 * int(km) + int(tenth),
        side={"r": "re", "l": "li"}.get(side, ""),
    )


def spots_of(link: sqlite3.Connection, said: SaidPost) -> list[Spot]:
    """Where that is: the posts of this very place, else a point between two; empty where the map knows none.

    A carriageway that has no such post gives way to those that have. Raises sqlite3.DatabaseError.
    """
    begins = f"{said.road.lower()} "
    rows = link.execute(
        "SELECT folded, lat, lon FROM place WHERE kind = ? AND folded >= ? AND folded < ?",
        (PlaceKind.SPOT, begins, f"{begins[:-1]}!"),
    )
    posts: dict[str, dict[int, Spot]] = {}
    for name, lat, lon in rows:
        found = _NAMED.fullmatch(name[len(begins) :])
        if found is not None:
            side = {"r": "re", "l": "li"}.get((found[3] or "")[:1], "")
            posts.setdefault(side, {})[10 * int(found[1]) + int(found[2])] = (lat, lon)
    ours = [posts[said.side]] if said.side in posts and said.side else []
    for sides in (ours, list(posts.values())):
        exact = [along[said.hm] for along in sides if said.hm in along]
        between = [spot for along in sides if (spot := _between(along, said.hm)) is not None]
        if exact or between:
            return exact or between
    return []


def _between(along: dict[int, Spot], hm: int) -> Spot | None:
    lower = max((each for each in along if each < hm), default=None)
    upper = min((each for each in along if each > hm), default=None)
    if lower is None or upper is None or upper - lower > _FAR_HM:
        return None
    part = (hm - lower) / (upper - lower)
    (lat, lon), (lat_up, lon_up) = along[lower], along[upper]
    return round(lat + part * (lat_up - lat)), round(lon + part * (lon_up - lon))
