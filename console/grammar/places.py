"""Places that the server found for what was typed. Pure.

Read from the document `places`, one JSON array [name, kind, latitude, longitude] a line, best first.
Filled by the desk as answers come; nothing here asks anybody. While it is empty a place is words alone.
"""

import json
from collections.abc import Mapping
from contextlib import suppress

from attrs import evolve, field, frozen

from protocol.model.point import Point
from protocol.model.text import MAX_NAME_CHARS

MOST = 8
"""Candidates for one text."""


@frozen(kw_only=True)
class KnownPlace:
    """A street, a house, a crossing, a spot or an area of the map."""

    name: str
    kind: str
    point: Point


def places_in(document: bytes) -> tuple[KnownPlace, ...]:
    """The places in the document, at most MOST; a line that is none is left out."""
    found: list[KnownPlace] = []
    for line in document.decode("utf-8", "replace").splitlines():
        with suppress(ValueError, TypeError):
            row = json.loads(line)
            # Asked first: what else JSON can be raises another error in each Python.
            if not isinstance(row, list):
                continue
            name, kind, lat_deg, lon_deg = row[:4]
            if isinstance(name, str) and isinstance(kind, str) and 0 < len(name.strip()) <= MAX_NAME_CHARS:
                point = Point(lat_deg=lat_deg, lon_deg=lon_deg).on_grid()
                found.append(KnownPlace(name=name.strip(), kind=kind, point=point))
    return tuple(found[:MOST])


def plain_words(text: str) -> str:
    """The same for every way to write the same words: in lower case, one space between them."""
    return " ".join(text.casefold().split())


@frozen(kw_only=True)
class KnownPlaces:
    """Every answer of this session, by the words that were asked about."""

    by_words: Mapping[str, tuple[KnownPlace, ...]] = field(factory=dict)
    by_name: Mapping[str, Point | None] = field(factory=dict)
    """None for a name that was found at two points: which one is meant nobody knows."""

    def having(self, words: str, found: tuple[KnownPlace, ...]) -> "KnownPlaces":
        """With one more answer."""
        points = dict(self.by_name)
        for place in found:
            name = plain_words(place.name)
            points[name] = place.point if points.get(name, place.point) == place.point else None
        return evolve(self, by_words={**self.by_words, plain_words(words): found}, by_name=points)

    def point_of(self, name: str) -> Point | None:
        """The point of exactly this name; None when there is none, or more than one."""
        return self.by_name.get(plain_words(name))

    def like(self, text: str) -> tuple[KnownPlace, ...]:
        """The answer for this text; until it has come, what fits it of the answer for its beginning."""
        words = plain_words(text)
        if words in self.by_words:
            return self.by_words[words][:MOST]
        for end in range(len(words) - 1, 0, -1):
            before = self.by_words.get(words[:end].rstrip())
            if before is not None:
                return tuple(place for place in before if _fits(plain_words(place.name), words))[:MOST]
        return ()

    def best(self, text: str) -> KnownPlace | None:
        """The likeliest for exactly these words; None for none, and until the answer has come."""
        found = self.by_words.get(plain_words(text), ())
        return found[0] if found else None

    def typed(self, place: KnownPlace) -> str:
        """What to type for the place: its name, and its coordinates where the name alone says too little."""
        if self.point_of(place.name) is not None:
            return place.name
        return f"{place.name} ({place.point.lat_deg:.5f},{place.point.lon_deg:.5f})"


def _fits(name: str, words: str) -> bool:
    return name.startswith(words) or f" {words}" in name


NO_PLACES = KnownPlaces()
