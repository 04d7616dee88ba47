"""What typed words mean on the map: streets, house numbers, crossings, spots and areas, best first.

Asked by the document `places` at every few keys. `names` brings up the few that can be meant, `likeness`
says how well each fits, `said_place` how the words can be read; the rest comes from the map file. It keeps
nothing of what was asked.
"""

import math
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen
from rapidfuzz import fuzz, process

from protocol.model.point import Point, from_grid, to_grid
from server.geo.house_numbers import NO_SUCH_HOUSE, fitting
from server.geo.likeness import likeness
from server.geo.names import Names, Spot
from server.geo.place_row import PlaceRow, marks, read_rows
from server.geo.said_place import SaidHouse, Words, crossings_in, houses_in, words_of
from server.geo.schema import PlaceKind, folded

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

    @property
    def rank(self) -> tuple[float, float, int, str]:
        """Best first."""
        return (-round(self.fit, 2), self.away, self.order, self.name)


class Places:
    """The search in one map. May be asked from any thread; questions wait for each other."""

    def __init__(self, link: sqlite3.Connection) -> None:
        """`link` is this search's own."""
        self._link = link
        self._lock = threading.Lock()
        self._names: Names | None = None
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
            hits = [*self._named(words, here), *self._houses(words, here), *self._crossings(text, here)]
            return tuple(self._shown(hit) for hit in _distinct(sorted(hits, key=lambda hit: hit.rank), most))

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
        for row in read_rows(self._link, self._known().like(words, here)):
            fit = likeness(words, row.folded, folded(row.within) if row.within else "", typing=typing)
            if fit:
                kind = KINDS[PlaceKind(row.kind)]
                at = (row.lat, row.lon)
                hits.append(
                    _Hit(fit=fit, away=_away(here, at, row.weight), row=row, kind=kind, name=row.name, at=at)
                )
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
            name = f"{best.name} {number}{suffix}"
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
                fit = likeness(other, rest, typing=typing)
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
