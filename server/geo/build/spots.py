"""The tags of a named thing in OpenStreetMap -> a spot or an area to find by its name. Pure."""

import re
from collections.abc import Mapping

from server.geo.build.source import Quanta, Spot
from server.geo.posts import post_name

TOWNS = {"city", "town", "village"}
AREAS = {"hamlet", "suburb", "borough", "quarter", "neighbourhood", "island"}
SPOT_KEYS = (
    "amenity",
    "shop",
    "tourism",
    "leisure",
    "historic",
    "healthcare",
    "office",
    "man_made",
    "public_transport",
    "emergency",
    "craft",
    "club",
)
_STATIONS = {"station", "halt", "tram_stop"}
MOST_NAME_CHARS = 80
_ROAD = re.compile(r"([A-Za-z]{1,3}) ?([0-9]{1,4}[a-z]?)")
_KM = re.compile(r"([0-9]{1,3})(?:[.,]([0-9])[0-9]*)?(?: ?km)?")


def spot_at(tags: Mapping[str, str], at: Quanta) -> Spot | None:
    """What is found here by its name; None without a name or when nobody would name it as a place."""
    name = _post(tags) or name_in(tags) or _exit(tags)
    if not name:
        return None
    place = tags.get("place", "")
    if place in TOWNS or place in AREAS:
        return Spot(name=name, is_area=True, is_town=place in TOWNS, at=at)
    told = (
        place in ("square", "farm", "isolated_dwelling", "locality")
        or tags.get("railway") in _STATIONS
        or tags.get("highway") in ("bus_stop", "milestone", "motorway_junction")
        or tags.get("landuse") in ("cemetery", "recreation_ground", "allotments")
        or any(key in tags for key in SPOT_KEYS)
    )
    return Spot(name=name, at=at) if told else None


def road_number(tags: Mapping[str, str]) -> str:
    """The number of the road that the tags name first, `A13`; empty for none."""
    ref = tags.get("ref", "").split(";")[0]
    found = _ROAD.fullmatch(ref.strip())
    return f"{found[1].upper()}{found[2]}" if found is not None else ""


def _post(tags: Mapping[str, str]) -> str:
    """The name of a hectometre post, `A13 8,3 Re`; empty for what is none, or says too little."""
    road, km = road_number(tags), _KM.fullmatch(tags.get("distance", tags.get("pk", "")).strip())
    if tags.get("highway") != "milestone" or not road or km is None:
        return ""
    side = tags.get("carriageway_ref", "").strip()[:2].casefold()
    return post_name(road, f"{int(km[1])},{km[2] or 0}", side if side in ("re", "li") else "")


def _exit(tags: Mapping[str, str]) -> str:
    """A junction of a motorway that has only a number."""
    ref = tags.get("ref", "").strip()
    return f"Afrit {ref}" if tags.get("highway") == "motorway_junction" and ref else ""


def name_in(tags: Mapping[str, str]) -> str:
    """The name, in one line of at most MOST_NAME_CHARS; empty for none."""
    return " ".join(tags.get("name", "").split())[:MOST_NAME_CHARS]
