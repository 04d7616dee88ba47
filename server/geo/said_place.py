"""What typed words may say of a place: a street with a house number, or two streets that cross. Pure.

One text can be read in several ways (`Plein 1944 12`); each reading is looked up and the best one wins.
Used by `places` and `located`; a name without number and crossing needs no reading. What stands around an
address (`tegenover`, a town behind it) is `around_place`'s.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from server.geo.schema import folded

MOST_WORDS = 10
MOST_CHARS = 200
MOST_READINGS = 4

_NUMBER = re.compile(r"([0-9]{1,5})([a-z]{0,4})")
_SIGNS = re.compile(r"[/&+\\]")
_FRACTION = re.compile(r"(?<=[0-9])\s*/\s*(?=[0-9])")
"""A stroke between digits is a part of a number, and no crossing."""

_LEADS = frozenset({"hoek", "kruising", "kruispunt", "splitsing", "corner", "crossing", "junction"})
_JOINS = frozenset({"hoek", "met", "en", "and", "x", "corner", "with", "at"})
_FILLERS = frozenset({"van", "of", "de", "het", "the", "op", "aan"})
_CALLED = frozenset({"nr", "no", "nummer", "number", "huisnummer", "huisnr", "num"})
"""Words that only say that a number follows."""

MOST_PART_CHARS = 4
_PARTS = frozenset({"hoog", "bis", "huis", "etage", "begane", "grond", "beneden", "boven"})
"""Parts of a number that are longer words."""

Words = tuple[str, ...]
"""Folded words."""


@frozen(kw_only=True)
class SaidHouse:
    """A number in a street."""

    street: Words
    number: int
    suffix: str
    """Small letters and digits without signs; empty for none."""


@frozen(kw_only=True)
class SaidCrossing:
    """Two streets."""

    one: Words
    other: Words


def words_of(text: str) -> Words:
    """The words as they are compared; beyond what a place ever needs they are left out."""
    return tuple(folded(text[:MOST_CHARS]).split()[:MOST_WORDS])


def houses_in(words: Words) -> Iterator[SaidHouse]:
    """Every reading as street and number, the last number first: that is where people say it."""
    readings = 0
    for at in range(len(words) - 1, -1, -1):
        match = _NUMBER.fullmatch(words[at])
        rest = words[at + 1 :]
        street = _uncalled(words[:at])
        if match is None or len(words) == 1 or readings == MOST_READINGS:
            continue
        readings += 1
        if street and 0 < len(rest) <= 2 and all(map(_is_part, rest)):
            yield SaidHouse(street=street, number=int(match[1]), suffix=match[2] + "".join(rest))
        if street + rest:
            yield SaidHouse(street=street + rest, number=int(match[1]), suffix=match[2])


def crossings_in(text: str) -> Iterator[SaidCrossing]:
    """Every reading as two streets, the clearest first; none where nothing says that it is a crossing."""
    text = _FRACTION.sub(" ", text[:MOST_CHARS])
    if _SIGNS.search(text):
        one, other = (words_of(part) for part in _SIGNS.split(text, maxsplit=1))
        yield from _pair(_bare(one), other)
        return
    words = words_of(text)
    bare = _bare(words)
    joins = [at for at in range(1, len(bare) - 1) if bare[at] in _JOINS]
    for at in joins[:MOST_READINGS]:
        yield from _pair(bare[:at], _bare(bare[at + 1 :]))
    if bare != words and not joins:
        for at in range(1, min(len(bare), MOST_READINGS + 1)):
            yield from _pair(bare[:at], bare[at:])


def _is_part(word: str) -> bool:
    return len(word) <= MOST_PART_CHARS or word in _PARTS


def _uncalled(street: Words) -> Words:
    """Without the word that says that the number of the house follows."""
    return street[:-1] if len(street) > 1 and street[-1] in _CALLED else street


def _bare(words: Words) -> Words:
    """Without the words in front that only say that it is a crossing."""
    at = 0
    while at < len(words) and (words[at] in _LEADS or (at and words[at] in _FILLERS)):
        at += 1
    return words[at:]


def _pair(one: Words, other: Words) -> Iterator[SaidCrossing]:
    if one and other:
        yield SaidCrossing(one=one, other=other)
        if other[0] in _FILLERS and len(other) > 1:
            yield SaidCrossing(one=one, other=other[1:])
