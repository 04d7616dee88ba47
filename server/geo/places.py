"""What typed words mean on the map: streets, house numbers, crossings, spots and areas, best first.

Asked by the document `places` at every few keys. `around_place` and `said_place` say how the words can be
read, `names` brings up the few that can be meant, `likeness` says how well each fits; the rest comes from the
map file. A street that was asked by its whole name comes before every other. It keeps nothing of what was
asked.
"""

import math
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen
from rapidfuzz import fuzz, process

from protocol.model.point import Point, from_grid, to_grid
from server.geo.areas import KnownAreas
from server.geo.around_place import Said, readings
from server.geo.house_numbers import NO_SUCH_HOUSE, fitting, written
from server.geo.likeness import likeness
from server.geo.names import Names, Spot
from server.geo.place_row import PlaceRow, marks, read_rows
from server.geo.postcodes import streets_of
from server.geo.posts import post_in, spots_of
from server.geo.said_place import SaidHouse, Words, crossings_in, houses_in, words_of
from server.geo.schema import PlaceKind, folded
from server.geo.spelling import spelled

MOST = 8
HOUSE = "house"
KINDS = {
    PlaceKind.STREET: "street",
    PlaceKind.CROSSING: "crossing",
    PlaceKind.SPOT: "spot",
    PlaceKind.AREA: "area",
}

SAME_PLACE_QUANTA = 1_000
"""Two of one name and one kind that lie nearer to each other than about a kilometre are one to a person."""

_STREETS_OF_A_HOUSE = 5
_STREETS_OF_A_CROSSING = 3
_CROSSINGS_OF_A_STREET = 16
_STREET_OF_A_CROSSING = 0.7
"""What one of two streets must fit by itself: half of the words is no street."""

_SURE = 0.95
"""A crossing that fits so well ends the search for other readings."""

_ELSEWHERE = 0.85
"""What a place is worth that does not lie in the area that was said behind it."""

_ALONG_THE_ROAD = 0.8
"""What a road is worth that was asked with a post that the map does not know."""


@frozen(kw_only=True)
class FoundPlace:
    """A place that may be meant."""

    name: str
    """With the part of town behind a comma where the name alone could be another."""

    kind: str
    """`street`, `house`, `crossing`, `spot` or `area`."""

    point: Point


@frozen(kw_only=True)
class _Hit:
    """A place and how well it fits."""

    fit: float
    away: float
    """Less comes first among equal fits."""

    row: PlaceRow
    """The place, or the street of the house."""

    kind: str
    name: str
    order: int = 0
    """House numbers of one street in their order."""

    at: Spot
    asked: bool = False
    """True for what has exactly the name that was asked, whatever is left of how well it fits."""

    lead: str = ""
    """What was said of how it lies there, `tegenover`."""

    @property
    def rank(self) -> tuple[bool, float, float, int, str]:
        """Best first."""
        return (not self.asked, -round(self.fit, 2), self.away, self.order, self.name)


class Places:
    """The search in one map. May be asked from any thread; questions wait for each other."""

    def __init__(self, link: sqlite3.Connection) -> None:
        """`link` is this search's own."""
        self._link = link
        self._lock = threading.Lock()
        self._names: Names | None = None
        self._areas: KnownAreas | None = None
        self._hits_by_words: dict[tuple[Words, bool], list[_Hit]] = {}
        """Of the question under way: its readings share their streets."""

    def warm(self) -> None:
        """Read the names now, so that the first question need not. Raises sqlite3.DatabaseError."""
        # A question wakes up all that is loaded when it is first used.
        self.find("x / y 1")

    def close(self) -> None:
        """Let the link go, after a question under way."""
        with self._lock:
            self._link.close()

    def find(self, text: str, near: Point | None = None, most: int = MOST) -> tuple[FoundPlace, ...]:
        """What the text may mean, at most `most`; among equals the nearest to `near` first.

        Empty when nothing is like it. A house number that does not exist gives the nearest that does, under
        its own number. Raises sqlite3.DatabaseError when the map cannot be read.
        """
        words = words_of(text)
        if not words:
            return ()
        here = to_grid(near) if near is not None else None
        with self._lock:
            self._hits_by_words.clear()
            if self._areas is None:
                self._areas = KnownAreas(self._link)
            hits = list(self._posts(text, here))
            for said in readings(text, self._areas.known):
                hits += self._read(said, here, self._areas)
            return tuple(self._shown(hit) for hit in _distinct(sorted(hits, key=lambda hit: hit.rank), most))

    def _read(self, said: Said, here: Spot | None, areas: KnownAreas) -> Iterator[_Hit]:
        """What one reading means; what lies elsewhere than was said is worth less."""
        words = words_of(said.text)
        by_code = self._by_postcode(said, here) if said.postcode else ()
        found: Iterable[_Hit] = by_code
        if words:
            found = (
                *by_code, *self._named(words, here), *self._houses(words, here),
                *self._crossings(said.text, here),
            )  # fmt: skip
        for hit in found:
            there = all(areas.holds(area, hit.at, hit.row.within) for area in said.areas)
            yield evolve(hit, fit=hit.fit * said.worth * (1.0 if there else _ELSEWHERE), lead=said.lead)

    def _by_postcode(self, said: Said, here: Spot | None) -> Iterator[_Hit]:
        """The streets of the code, or the house in them whose number stands beside it."""
        rows = read_rows(self._link, streets_of(self._link, said.postcode))
        number = next(houses_in(("x", *words_of(said.text))), None)
        for row in rows:
            at = (row.lat, row.lon)
            street = _Hit(
                fit=1.0, away=_away(here, at, row.weight), row=row, kind="street", name=row.name, at=at
            )
            if number is None or number.street != ("x",):
                yield evolve(street, fit=_ALONG_THE_ROAD if words_of(said.text) else 1.0)
            else:
                yield from (evolve(hit, asked=True) for hit in self._in_street([street], number))

    def _posts(self, text: str, here: Spot | None) -> Iterator[_Hit]:
        """A place along a road by its kilometres; the road itself where the map has no posts there."""
        said = post_in(text)
        if said is None:
            return
        spots = spots_of(self._link, said)
        for hit in self._streets((said.road.lower(),), here):
            if not spots:
                yield evolve(hit, fit=hit.fit * _ALONG_THE_ROAD)
        for at in spots:
            row = PlaceRow(
                id=0,
                kind=PlaceKind.SPOT,
                name=said.name,
                folded="",
                within="",
                lat=at[0],
                lon=at[1],
                weight=0,
            )
            away = _away(here, at, 0)
            yield _Hit(fit=1.0, away=away, row=row, kind="spot", name=said.name, at=at, asked=True)

    def _known(self) -> Names:
        if self._names is None:
            self._names = Names(self._link)
        return self._names

    def _named(self, words: Words, here: Spot | None, *, typing: bool = True) -> list[_Hit]:
        """Streets, spots and areas of this name, best first."""
        known = self._hits_by_words.get((words, typing))
        if known is not None:
            return known
        hits = []
        whole = tuple(spelled(" ".join(words)).split())
        ways = (words,) if whole == words else (words, whole)
        for row in read_rows(self._link, self._known().like(words, here)):
            fit = max(_fit(way, row, typing=typing) for way in ways)
            if fit:
                kind = KINDS[PlaceKind(row.kind)]
                at = (row.lat, row.lon)
                away = _away(here, at, row.weight)
                asked = row.spelled == " ".join(whole)
                hits.append(_Hit(fit=fit, away=away, row=row, kind=kind, name=row.name, at=at, asked=asked))
        hits.sort(key=lambda hit: hit.rank)
        self._hits_by_words[words, typing] = hits
        return hits

    def _streets(self, words: Words, here: Spot | None, *, typing: bool = False) -> list[_Hit]:
        hits = self._named(words, here, typing=typing)
        return [hit for hit in hits if hit.row.kind == PlaceKind.STREET]

    def _houses(self, words: Words, here: Spot | None) -> Iterator[_Hit]:
        for said in houses_in(words):
            stretches: dict[tuple[str, str], list[_Hit]] = {}
            for hit in self._streets(said.street, here):
                stretches.setdefault((hit.row.name, hit.row.within), []).append(hit)
            for hits in list(stretches.values())[:_STREETS_OF_A_HOUSE]:
                yield from self._in_street(hits, said)

    def _in_street(self, stretches: Sequence[_Hit], said: SaidHouse) -> Iterator[_Hit]:
        ids = [hit.row.id for hit in stretches]
        houses = self._link.execute(
            f"SELECT number, suffix, lat, lon FROM house WHERE street IN ({marks(ids)})", ids
        ).fetchall()
        best = stretches[0]
        if not houses:
            # Better the right street without the house than the house in another street.
            yield evolve(best, fit=best.fit * NO_SUCH_HOUSE)
        for worth, (number, suffix, lat, lon) in fitting(houses, said):
            name = f"{best.name} {written(number, suffix)}"
            at = (lat, lon)
            yield evolve(best, fit=best.fit * worth, kind=HOUSE, name=name, order=number, at=at)

    def _crossings(self, text: str, here: Spot | None) -> list[_Hit]:
        hits: list[_Hit] = []
        for said in crossings_in(text):
            hits += self._crossing(said.one, said.other, here, typing=True)
            if any(hit.fit > _SURE for hit in hits):
                break
            # From the other side as well: `ou / markt` begins too many names, but few that cross the Markt.
            hits += self._crossing(said.other, said.one, here, typing=False)
            if any(hit.fit > _SURE for hit in hits):
                break
        return hits

    def _crossing(self, street: Words, other: Words, here: Spot | None, *, typing: bool) -> Iterator[_Hit]:
        by_name = {hit.row.name: hit for hit in reversed(self._streets(street, here, typing=not typing))}
        for one in list(reversed(by_name.values()))[:_STREETS_OF_A_CROSSING]:
            if one.fit < _STREET_OF_A_CROSSING:
                break
            rows = read_rows(self._link, self._known().crossings_of(one.row.name))
            rests = [_without(row.folded, one.row.folded) for row in rows]
            few = process.extract(" ".join(other), rests, scorer=fuzz.WRatio, limit=_CROSSINGS_OF_A_STREET)
            for rest, _, place in few:
                fit = likeness(tuple(spelled(" ".join(other)).split()), spelled(rest), typing=typing)
                fit = max(fit, likeness(other, rest, typing=typing))
                if fit:
                    row = rows[place]
                    at = (row.lat, row.lon)
                    yield _Hit(
                        fit=one.fit * fit,
                        away=_away(here, at, row.weight),
                        row=row,
                        kind=KINDS[PlaceKind.CROSSING],
                        name=row.name,
                        at=at,
                    )

    def _shown(self, hit: _Hit) -> FoundPlace:
        """With the part of town where the map has this name in several."""
        row = hit.row
        several = self._link.execute(
            "SELECT count(DISTINCT within) > 1 FROM place WHERE folded = ? AND kind = ?",
            (row.folded, row.kind),
        ).fetchone()[0]
        name = f"{hit.name}, {row.within}" if several and row.within else hit.name
        name = f"{hit.lead} {name}" if hit.lead else name
        return FoundPlace(name=name, kind=hit.kind, point=from_grid(*hit.at))


def _distinct(hits: Iterable[_Hit], most: int) -> list[_Hit]:
    """The first of each that a person would call the same."""
    kept: list[_Hit] = []
    for hit in hits:
        if len(kept) == most:
            break
        if not any(
            (hit.kind, hit.name, hit.row.within) == (each.kind, each.name, each.row.within)
            and math.dist(hit.at, each.at) < SAME_PLACE_QUANTA
            for each in kept
        ):
            kept.append(hit)
    return kept


def _fit(words: Words, row: PlaceRow, *, typing: bool) -> float:
    within = spelled(folded(row.within)) if row.within else ""
    shortened = frozenset(folded(word) for word in row.name.split() if word.endswith("."))
    return likeness(words, row.spelled, within, typing=typing, shortened=shortened)


def _away(here: Spot | None, at: Spot, weight: int) -> float:
    if here is None:
        return -weight
    return math.hypot(at[0] - here[0], (at[1] - here[1]) * math.cos(math.radians(here[0] / 100_000)))


def _without(crossing: str, street: str) -> str:
    """The other street of a crossing."""
    return (
        crossing.removeprefix(f"{street} ")
        if crossing.startswith(f"{street} ")
        else crossing.removesuffix(f" {street}")
    )
