"""Free text at the end of a line: what @ place (lat,lon) -- rest, or what van: whom. Pure.

Marks stand as words of their own, or stuck to what they begin: `nieuw 1 inbraak @ Markt 5 -- melder wacht`,
`toezegging 20m terugbellen door:12.03 aan:De Boer`.
"""

import re
from collections.abc import Sequence
from typing import Any

from console.actions.action import Arg, ArgKind
from console.grammar.find import missing, short, wrong
from console.grammar.melder import read_melder
from console.grammar.numbered import unquoted
from console.grammar.places import KnownPlaces
from console.grammar.skills import read_skills
from console.grammar.words import Word, joined
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import MAX_NAME_CHARS, MAX_TEXT_CHARS, Name, Text

_DEGREES = r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?)"
_COORDINATES = re.compile(rf"\(\s*{_DEGREES}\s*[,;\s]\s*{_DEGREES}\s*\)\s*\Z", re.ASCII)

_NO_POINT = re.compile(r"\s+\(\s*-\s*\)\s*\Z")
"""Behind a place: the point that is known is wrong, and there is no other."""


def read_tails(line: str, words: Sequence[Word], tails: Sequence[Arg], places: KnownPlaces) -> dict[str, Any]:
    """The values of the tail arguments in these words, by name; `without-point` for a place behind which
    `(-)` stands. Raises NotUnderstood.
    """
    values: dict[str, Any] = {}
    for arg, stretch in zip(tails, _cut(words, tails), strict=True):
        if stretch:
            whole = unquoted(joined(line, stretch))
            if arg.kind is ArgKind.PLACE and (mark := _NO_POINT.search(whole.text)) is not None:
                values["without-point"] = True
                whole = Word(text=whole.text[: mark.start()], start=whole.start, end=whole.end)
            values[arg.name] = _value(whole, arg, places)
        elif arg.required and not arg.can_be_unknown:
            raise missing(f"problem-missing-{arg.kind.value}", line)
    return values


def until_mark(words: Sequence[Word], tails: Sequence[Arg]) -> int:
    """How many words stand before the first mark of these tails."""
    places = [at for arg in tails if (at := _place_of(list(words), arg)) is not None]
    return min(places, default=len(words))


def _cut(words: Sequence[Word], tails: Sequence[Arg]) -> list[list[Word]]:
    """The words of each tail, without the marks. Tails with marks of their own stand last, in any order."""
    rest = list(words)
    by_name: dict[str, list[Word]] = {}
    marks_only = all(arg.words for arg in tails)
    if rest and rest[0].text == "--" and not marks_only:
        # In front of all text it only says that a number there is none of an incident.
        rest = rest[1:]
    marked = [arg for arg in (tails if marks_only else tails[1:]) if arg.words]
    places = [(at, arg) for arg in marked if (at := _place_of(rest, arg)) is not None]
    for at, arg in sorted(places, key=lambda each: each[0], reverse=True):
        by_name[arg.name] = _without_mark(rest[at:], arg)
        rest = rest[:at]
    plain = [arg for arg in tails if arg not in marked]
    for arg in plain[:0:-1]:
        found = _place_of(rest, arg)
        if found is not None:
            by_name[arg.name] = _without_mark(rest[found:], arg)
            rest = rest[:found]
    if not marks_only:
        by_name[tails[0].name] = _without_mark(rest, tails[0])
    return [by_name.get(arg.name, []) for arg in tails]


def _place_of(words: list[Word], arg: Arg) -> int | None:
    """Where the mark of this tail stands."""
    for index, word in enumerate(words):
        if arg.words:
            found = word.text.casefold().startswith(arg.words)
        else:
            found = word.text == "--" if arg.kind is ArgKind.TEXT else word.text.startswith("@")
        if found:
            return index
    return None


def _without_mark(words: list[Word], arg: Arg) -> list[Word]:
    if not words:
        return words
    first = words[0]
    mark = next((mark for mark in arg.words if first.text.casefold().startswith(mark)), "")
    if not mark and arg.kind is ArgKind.PLACE and first.text.startswith("@"):
        mark = "@"
    if mark:
        stuck = Word(text=first.text[len(mark) :], start=first.start + len(mark), end=first.end)
        return [stuck, *words[1:]] if stuck.text else words[1:]
    return words[1:] if first.text == "--" else words


def _value(word: Word, arg: Arg, places: KnownPlaces) -> Any:
    match arg.kind:
        case ArgKind.PLACE:
            return _place(word, places)
        case ArgKind.SKILLS:
            return read_skills(word)
        case ArgKind.WHAT | ArgKind.NAME | ArgKind.PARTNER:
            return Name(short(word, min(MAX_NAME_CHARS, arg.most_chars)))
        case ArgKind.MELDER:
            return read_melder(word)
        case _:
            return Text(short(word, min(MAX_TEXT_CHARS, arg.most_chars)))


def _place(word: Word, places: KnownPlaces) -> Place:
    match = _COORDINATES.search(word.text)
    if match is None:
        name = Name(short(word, MAX_NAME_CHARS))
        return Place(name=name, point=places.point_of(name))
    try:
        point = Point(lat_deg=float(match[1]), lon_deg=float(match[2])).on_grid()
    except ValueError as error:
        inside = Word(text=match[0], start=word.start + match.start(), end=word.start + match.end())
        raise wrong("problem-not-on-earth", inside) from error
    text = word.text[: match.start()].rstrip() or f"{match[1]}, {match[2]}"
    return Place(
        name=Name(short(Word(text=text, start=word.start, end=word.end), MAX_NAME_CHARS)), point=point
    )
