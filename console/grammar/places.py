"""Places that the server found for what was typed, and what of a line is a place. Pure.

Filled by the desk as answers come; nothing here asks anybody. While it is empty a place is words alone.
"""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from protocol.model.point import Point

MOST = 8
"""Candidates for one text."""


@frozen(kw_only=True)
class KnownPlace:
    """A street, a house, a crossing, a spot or an area of the map."""

    name: str
    kind: str
    point: Point


def plain_words(text: str) -> str:
    """The same for every way to write the same words: in lower case, one space between them."""
    return " ".join(text.casefold().split())


@frozen(kw_only=True)
class KnownPlaces:
    """Every answer of this session, by the words that were asked about."""

    by_words: Mapping[str, tuple[KnownPlace, ...]] = field(factory=dict)
    _points: Mapping[str, Point | None] = field(init=False, repr=False, eq=False)

    @_points.default
    def _index(self) -> Mapping[str, Point | None]:
        """None for a name that is found at two points: which one is meant nobody knows."""
        found: dict[str, Point | None] = {}
        for places in self.by_words.values():
            for place in places:
                name = plain_words(place.name)
                found[name] = place.point if found.get(name, place.point) == place.point else None
        return found

    def having(self, words: str, found: tuple[KnownPlace, ...]) -> "KnownPlaces":
        """With one more answer."""
        return evolve(self, by_words={**self.by_words, plain_words(words): found})

    def point_of(self, name: str) -> Point | None:
        """The point of exactly this name; None when there is none, or more than one."""
        return self._points.get(plain_words(name))

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

    def typed(self, place: KnownPlace) -> str:
        """What to type for the place: its name, and its coordinates where the name alone says too little."""
        if self.point_of(place.name) is not None:
            return place.name
        return f"{place.name} ({place.point.lat_deg:.5f},{place.point.lon_deg:.5f})"


def _fits(name: str, words: str) -> bool:
    return name.startswith(words) or f" {words}" in name


NO_PLACES = KnownPlaces()
