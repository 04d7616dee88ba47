"""The tags of a road in OpenStreetMap -> what it is, who may travel it, and how fast a car goes.

Pure. Restrictions by time, turn or weight are left aside: whoever drives sees the sign.
"""

import re
from collections.abc import Mapping

from attrs import frozen

from protocol.map.piece import StrokeKind
from server.geo.build.source import Open

Tags = Mapping[str, str]


@frozen(kw_only=True)
class Road:
    """A road by its tags."""

    kind: StrokeKind
    open: Open
    car_kmh: int
    is_roundabout: bool


@frozen
class _Usual:
    """What holds for a kind of road where no tag says otherwise."""

    kind: StrokeKind
    kmh: int
    car: bool
    bicycle: bool
    foot: bool


_K = StrokeKind
_ROADS = {
    "motorway": _Usual(_K.MOTORWAY, 100, True, False, False),
    "motorway_link": _Usual(_K.MOTORWAY, 70, True, False, False),
    "trunk": _Usual(_K.MAIN, 80, True, False, False),
    "trunk_link": _Usual(_K.MAIN, 60, True, False, False),
    "primary": _Usual(_K.MAIN, 60, True, True, True),
    "primary_link": _Usual(_K.MAIN, 50, True, True, True),
    "secondary": _Usual(_K.THROUGH, 50, True, True, True),
    "secondary_link": _Usual(_K.THROUGH, 50, True, True, True),
    "tertiary": _Usual(_K.THROUGH, 50, True, True, True),
    "tertiary_link": _Usual(_K.THROUGH, 40, True, True, True),
    "unclassified": _Usual(_K.STREET, 40, True, True, True),
    "residential": _Usual(_K.STREET, 30, True, True, True),
    "road": _Usual(_K.STREET, 30, True, True, True),
    "living_street": _Usual(_K.STREET, 15, True, True, True),
    "service": _Usual(_K.STREET, 15, True, True, True),
    "busway": _Usual(_K.STREET, 40, False, False, False),
    "pedestrian": _Usual(_K.STREET, 10, False, False, True),
    "track": _Usual(_K.PATH, 15, False, True, True),
    "cycleway": _Usual(_K.PATH, 15, False, True, True),
    "path": _Usual(_K.PATH, 15, False, True, True),
    "footway": _Usual(_K.PATH, 10, False, False, True),
    "bridleway": _Usual(_K.PATH, 10, False, False, True),
    "steps": _Usual(_K.PATH, 5, False, False, True),
}

_WELCOME = {"yes", "permissive", "designated", "destination", "customers", "delivery", "public", "official"}
_ALONG = {"yes", "1", "true"}
_AGAINST = {"-1", "reverse"}
MOST_KMH = 200
_WALK_KMH = 7
_KMH_A_MILE = 1.609344
_SPEED = re.compile(r"(\d{1,3})(?:\.\d+)?\s*(km/h|kmh|kph|mph)?")


def road_of(tags: Tags) -> Road | None:
    """The road, or None for what is no road, or none yet."""
    usual = _ROADS.get(tags.get("highway", ""))
    if usual is None:
        return None
    fast = usual.kind is StrokeKind.MOTORWAY or tags.get("motorroad") == "yes"
    car = _may(tags, usual.car, "access", "vehicle", "motor_vehicle", "motorcar")
    # Whoever comes to help may pass where a sign says so.
    car = car or tags.get("emergency") in _WELCOME
    bicycle = _may(tags, usual.bicycle and not fast, "access", "vehicle", "bicycle")
    foot = _may(tags, usual.foot and not fast, "access", "foot")
    open_ = Open.FOOT if foot else Open.NOBODY
    along, against = _ways(tags, fast)
    if car:
        open_ |= (Open.CAR_FORWARD if along else 0) | (Open.CAR_BACK if against else 0)
    if bicycle:
        along, against = _bicycle_ways(tags, along, against)
        open_ |= (Open.BICYCLE_FORWARD if along else 0) | (Open.BICYCLE_BACK if against else 0)
    kmh = _kmh(tags.get("maxspeed", ""), usual.kmh) if car else 0
    return Road(kind=usual.kind, open=open_, car_kmh=kmh, is_roundabout=_is_roundabout(tags))


def _may(tags: Tags, usual: bool, *keys: str) -> bool:
    """The last of the keys that is told decides: the later the key, the more it means this traveller."""
    told = [tags[key] for key in keys if key in tags]
    if not told:
        return usual
    # What opens a road for all does not open a footpath to cars: that needs a word about cars.
    if told[-1] in _WELCOME:
        return usual or any(key in tags for key in keys[1:])
    return usual and told[-1] == "unknown"


def _ways(tags: Tags, fast: bool) -> tuple[bool, bool]:
    """Whether it is travelled along its points, and against them."""
    oneway = tags.get("oneway", "")
    if oneway in _AGAINST:
        return False, True
    single = oneway in _ALONG or (
        oneway != "no" and (_is_roundabout(tags) or (fast and tags["highway"] == "motorway"))
    )
    return True, not single


def _is_roundabout(tags: Tags) -> bool:
    return tags.get("junction") in ("roundabout", "circular")


def _bicycle_ways(tags: Tags, along: bool, against: bool) -> tuple[bool, bool]:
    told = tags.get("oneway:bicycle", "")
    if told in _ALONG:
        return True, False
    if told in _AGAINST:
        return False, True
    sides = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
    if told == "no" or any(tags.get(key, "").startswith("opposite") for key in sides):
        return True, True
    return along, against


def _kmh(told: str, usual: int) -> int:
    """The slowest that the tag tells, 1 to MOST_KMH; the usual one where it tells no number."""
    if told == "walk":
        return _WALK_KMH
    speeds = []
    for part in told.split(";"):
        found = _SPEED.fullmatch(part.strip())
        if found:
            number = int(found[1])
            speeds.append(round(number * _KMH_A_MILE) if found[2] == "mph" else number)
    speeds = [speed for speed in speeds if speed > 0]
    return min(min(speeds), MOST_KMH) if speeds else usual
