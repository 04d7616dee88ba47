"""Free text at the end of a line: what @ place (lat,lon) -- rest. Pure.

Marks stand as words of their own, or `@` stuck to the place: `nieuw 1 inbraak @ Markt 5 -- melder wacht`.
"""

import re
from collections.abc import Sequence
from typing import Any

from console.actions.action import Arg, ArgKind
from console.grammar.find import missing, wrong
from console.grammar.words import Word, joined
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import MAX_NAME_CHARS, MAX_TEXT_CHARS, Name, Text

_DEGREES = r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?)"
_COORDINATES = re.compile(rf"\(\s*{_DEGREES}\s*[,;\s]\s*{_DEGREES}\s*\)\s*\Z", re.ASCII)


def read_tails(line: str, words: Sequence[Word], tails: Sequence[Arg]) -> dict[str, Any]:
    """The values of the tail arguments in these words, by name. Raises NotUnderstood."""
    values: dict[str, Any] = {}
    for arg, stretch in zip(tails, _cut(words, tails), strict=True):
        if stretch:
            values[arg.name] = _value(line, joined(line, stretch), arg)
        elif arg.required:
            raise missing(f"problem-missing-{arg.kind.value}", line)
    return values


def _cut(words: Sequence[Word], tails: Sequence[Arg]) -> list[list[Word]]:
    """The words of each tail, without the marks."""
    rest = list(words)
    stretches: list[list[Word]] = []
    for index in range(len(tails) - 1, 0, -1):
        at = _mark_of(rest, tails[index].kind)
        stretches.append([] if at is None else _without_mark(rest[at:], tails[index].kind))
        rest = rest if at is None else rest[:at]
    if tails:
        stretches.append(_without_mark(rest, tails[0].kind))
    return stretches[::-1]


def _mark_of(words: list[Word], kind: ArgKind) -> int | None:
    for index, word in enumerate(words):
        if word.text == "--" if kind is ArgKind.TEXT else word.text.startswith("@"):
            return index
    return None


def _without_mark(words: list[Word], kind: ArgKind) -> list[Word]:
    if not words:
        return words
    first = words[0]
    if kind is ArgKind.TEXT:
        return words[1:] if first.text == "--" else words
    if kind is ArgKind.PLACE and first.text.startswith("@"):
        stuck = Word(text=first.text[1:], start=first.start + 1, end=first.end)
        return [stuck, *words[1:]] if stuck.text else words[1:]
    return words


def _value(line: str, word: Word, arg: Arg) -> Any:
    match arg.kind:
        case ArgKind.PLACE:
            return _place(line, word)
        case ArgKind.WHAT:
            return Name(_short(word, MAX_NAME_CHARS))
        case _:
            return Text(_short(word, MAX_TEXT_CHARS))


def _place(line: str, word: Word) -> Place:
    match = _COORDINATES.search(word.text)
    if match is None:
        return Place(name=Name(_short(word, MAX_NAME_CHARS)))
    try:
        point = Point(lat_deg=float(match[1]), lon_deg=float(match[2])).on_grid()
    except ValueError as error:
        inside = Word(text=match[0], start=word.start + match.start(), end=word.start + match.end())
        raise wrong("problem-not-on-earth", inside) from error
    text = word.text[: match.start()].rstrip() or f"{match[1]}, {match[2]}"
    name = _short(Word(text=text, start=word.start, end=word.end), MAX_NAME_CHARS)
    return Place(name=Name(name), point=point)


def _short(word: Word, most: int) -> str:
    if len(word.text) > most:
        cut = Word(text=word.text[most:], start=word.start + most, end=word.end)
        raise wrong("problem-too-long", cut, length=len(word.text), most=most)
    return word.text
