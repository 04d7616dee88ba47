"""The tags of a named thing in OpenStreetMap -> a spot or an area to find by its name. Pure."""

from collections.abc import Mapping

from server.geo.build.source import Quanta, Spot

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


def spot_at(tags: Mapping[str, str], at: Quanta) -> Spot | None:
    """What is found here by its name; None without a name or when nobody would name it as a place."""
    name = name_in(tags)
    if not name:
        return None
    place = tags.get("place", "")
    if place in TOWNS or place in AREAS:
        return Spot(name=name, is_area=True, is_town=place in TOWNS, at=at)
    told = (
        place in ("square", "farm", "isolated_dwelling", "locality")
        or tags.get("railway") in _STATIONS
        or tags.get("highway") == "bus_stop"
        or tags.get("landuse") in ("cemetery", "recreation_ground", "allotments")
        or any(key in tags for key in SPOT_KEYS)
    )
    return Spot(name=name, at=at) if told else None


def name_in(tags: Mapping[str, str]) -> str:
    """The name, in one line of at most MOST_NAME_CHARS; empty for none."""
    return " ".join(tags.get("name", "").split())[:MOST_NAME_CHARS]
