"""The tags of water, parks, rails and neighbourhoods in OpenStreetMap -> what to draw. Pure."""

from collections.abc import Mapping

from protocol.map.piece import StrokeKind
from server.geo.build.spots import AREAS

_RAILS = {"rail", "light_rail", "subway"}


def outline_kind(tags: Mapping[str, str]) -> StrokeKind | None:
    """What to draw it as; None for what is not drawn, as rails under ground or in a yard."""
    if tags.get("railway") in _RAILS:
        hidden = tags.get("tunnel", "no") != "no" or tags.get("service") is not None
        return None if hidden else StrokeKind.RAIL
    if tags.get("natural") in ("water", "coastline", "bay") or tags.get("waterway") == "riverbank":
        return StrokeKind.WATER
    if tags.get("landuse") in ("reservoir", "basin"):
        return StrokeKind.WATER
    if tags.get("waterway") in ("river", "canal"):
        return None if tags.get("tunnel", "no") != "no" else StrokeKind.WATERWAY
    if tags.get("leisure") in ("park", "nature_reserve") or tags.get("natural") == "wood":
        return StrokeKind.GREEN
    if tags.get("landuse") in ("forest", "cemetery"):
        return StrokeKind.GREEN
    return StrokeKind.AREA if tags.get("place") in AREAS else None
