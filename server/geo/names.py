"""The names of a map in memory, to bring up the few that typed words may mean.

Read once from the table `place` of a map file: streets, spots and areas with their trigrams, and for each
street its crossings. A hundred thousand names take about a second and some 30 MB. It ranks nothing by
meaning; that is `likeness`.
"""

import math
import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from server.geo.schema import PlaceKind
from server.geo.spelling import spelled

Spot = tuple[int, int]
"""(lat, lon) in quanta of the wire."""

MOST = 40
"""Names that are looked at closely for one question."""

_FARTHER_THAN_ANY = 1e10
"""Quanta for a whole 1.0 of fitting, which is told in hundredths."""

_BREAK = "\n"
_LAST = "\U0010ffff"


class Names:
    """What one map calls its places."""

    def __init__(self, link: sqlite3.Connection) -> None:
        """Reads all of it. Raises sqlite3.DatabaseError."""
        found = link.execute(
            "SELECT folded, id, lat, lon, weight FROM place WHERE kind <> ?", (PlaceKind.CROSSING,)
        )
        # A map of before may spell its names otherwise.
        rows = sorted((spelled(name), *rest) for name, *rest in found)
        self._folded: list[str] = [row[0] for row in rows]
        numbers = np.array([row[1:] for row in rows], dtype=np.int64).reshape(-1, 4)
        self._ids, self._lat, self._lon, self._weight = numbers.T
        self._terms, self._starts, self._owners = _index(self._folded)
        self._sizes = np.array([len(name) for name in self._folded], dtype=np.float64) + 1
        self._crossings = _crossings(link)

    def __len__(self) -> int:
        """How many names, crossings not counted."""
        return len(self._folded)

    def crossings_of(self, street: str) -> Iterable[int]:
        """The ids of the crossings of the street of this name, as it is written."""
        return self._crossings.get(street, ())

    def like(self, words: tuple[str, ...], near: Spot | None) -> list[int]:
        """Ids of places that the words may mean, at most 2 * MOST for each way to spell them, in no order.

        Among those that share as much with the words the nearest are taken; without `near` the weightiest.
        """
        whole = tuple(spelled(" ".join(words)).split())
        # A word that is still being typed may only begin as a short one does: `burg` may become Burgwal.
        ways = (words,) if whole == words else (words, whole)
        found = [id for way in ways for id in (*self._begun(" ".join(way), near), *self._sharing(way, near))]
        return list(dict.fromkeys(found))

    def _begun(self, text: str, near: Spot | None) -> list[int]:
        """Names that begin with the text."""
        first = bisect_left(self._folded, text)
        end = bisect_left(self._folded, text + _LAST, first)
        return self._best(np.arange(first, end), np.zeros(end - first), near)

    def _sharing(self, words: tuple[str, ...], near: Spot | None) -> list[int]:
        """Names that share trigrams with the words."""
        asked = _terms_of(f" {' '.join(words)} ")
        at = np.searchsorted(self._terms, asked)
        known = at[at < len(self._terms)]
        known = known[self._terms[known] == asked[at < len(self._terms)]]
        if not len(known):
            return []
        owners = np.concatenate([self._owners[self._starts[each] : self._starts[each + 1]] for each in known])
        shared = np.bincount(owners, minlength=len(self._folded))
        at = np.flatnonzero(shared)
        # Mostly how much of what was typed is there, and a little how much of the name that is.
        fits = shared[at] / len(asked) + 0.5 * shared[at] / self._sizes[at]
        return self._best(at, np.round(fits, 2), near)

    def _best(self, at: NDArray[np.int64], fits: NDArray[np.float64], near: Spot | None) -> list[int]:
        if len(at) > MOST:
            enough = fits >= np.partition(fits, -MOST)[-MOST]
            at, fits = at[enough], fits[enough]
        if len(at) > MOST:
            if near is None:
                second = -self._weight[at].astype(np.float64)
            else:
                wide = math.cos(math.radians(near[0] / 100_000))
                second = np.hypot(self._lat[at] - near[0], (self._lon[at] - near[1]) * wide)
            # Degrees of fitting lie farther apart than any two places.
            at = at[np.argpartition(second - fits * _FARTHER_THAN_ANY, MOST)[:MOST]]
        found: list[int] = self._ids[at].tolist()
        return found


def _index(names: list[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int32]]:
    """Sorted trigrams, where the owners of each begin (one more than there are), and the owners."""
    text = _BREAK.join(f" {name} " for name in names)
    codes = _codes(text)
    breaks = codes == ord(_BREAK)
    owner = np.cumsum(breaks, dtype=np.int32)
    terms = _joined(codes)
    whole = ~(breaks[:-2] | breaks[1:-1] | breaks[2:]) if len(codes) > 2 else np.zeros(0, dtype=np.bool_)
    terms, owner = terms[whole], owner[: len(terms)][whole]
    order = np.argsort(terms, kind="stable")
    known, starts = np.unique(terms[order], return_index=True)
    return known, np.append(starts, len(terms)), owner[order]


def _terms_of(text: str) -> NDArray[np.uint64]:
    return np.unique(_joined(_codes(text)))


def _codes(text: str) -> NDArray[np.uint64]:
    # A lone surrogate is no letter, so that folding left none; the handler is for maps made elsewhere.
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)


def _joined(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each three codes that follow each other as one number; a code takes 21 bits."""
    one, two = np.uint64(42), np.uint64(21)
    return (codes[:-2] << one) | (codes[1:-1] << two) | codes[2:]


def _crossings(link: sqlite3.Connection) -> Mapping[str, "array[int]"]:
    ids_by_street: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
    rows = link.execute("SELECT id, name FROM place WHERE kind = ?", (PlaceKind.CROSSING,))
    for id, name in rows:
        for street in name.split(" / "):
            ids_by_street[street].append(id)
    return dict(ids_by_street)
