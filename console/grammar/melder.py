"""A melder in one line: `mevr. De Boer 0612345678 terugbellen`. Pure.

A kind and whether to call back are words of their own, a number is digits; all the rest is the name. What is
not said stays as it was known.
"""

import re

from attrs import frozen

from console.grammar.find import wrong
from console.grammar.vocabulary import MELDER_WORDS
from console.grammar.words import Word, split
from protocol.model.melder import Melder, MelderKind
from protocol.model.text import Name

MAX_NAME_CHARS = 100
MAX_NUMBER_CHARS = 30
CALL_BACK = ("terugbellen", "callback", "call-back")
NO_CALL_BACK = ("niet-terugbellen", "no-callback")
_NUMBER = re.compile(r"\+?\(?[0-9][0-9()\-./]*", re.ASCII)
_LEAST_DIGITS = 6
"""Fewer is a house, an age or a unit; 112 calls come with a number longer than this."""


@frozen(kw_only=True)
class SaidMelder:
    """What one line said; None for what it did not."""

    kind: MelderKind | None = None
    name: Name | None = None
    number: Name | None = None
    call_back: bool | None = None

    def alone(self) -> Melder:
        """A melder of whom nothing else is known."""
        said = {
            field: value
            for field in ("kind", "name", "number", "call_back")
            if (value := getattr(self, field)) is not None
        }
        return Melder(**said)


def read_melder(word: Word) -> SaidMelder:
    """The melder in these words. Raises NotUnderstood for a name or number that is too long."""
    words = split(word.text)
    kind = call_back = None
    if words and len(words) > 1 and (found := _kind(words[0].text)) is not None:
        kind, words = found, words[1:]
    rest: list[str] = []
    for each in words:
        folded = each.text.casefold()
        if folded in CALL_BACK or folded in NO_CALL_BACK:
            call_back = folded in CALL_BACK
        else:
            rest.append(each.text)
    first, last = _number_at(rest)
    number, name = " ".join(rest[first:last]), " ".join(rest[:first] + rest[last:])
    for text, most in ((name, MAX_NAME_CHARS), (number, MAX_NUMBER_CHARS)):
        if len(text) > most:
            raise wrong("problem-too-long", word, length=len(text), most=most)
    return SaidMelder(
        kind=kind,
        name=Name(name) if name else None,
        number=Name(number) if number else None,
        call_back=call_back,
    )


def is_telephone(text: str) -> bool:
    """True for one word with so many digits that it is no house and no incident."""
    digits = sum(char.isdigit() for char in text)
    return bool(_NUMBER.fullmatch(text)) and digits >= _LEAST_DIGITS


def _kind(text: str) -> MelderKind | None:
    folded = text.casefold()
    return next((kind for kind, spelled in MELDER_WORDS.items() if folded in spelled), None)


def _number_at(words: list[str]) -> tuple[int, int]:
    """From where to where the number stands; an empty stretch behind the words when there is none."""
    for first in range(len(words)):
        last = first
        while last < len(words) and _NUMBER.fullmatch(words[last]):
            last += 1
        if sum(char.isdigit() for each in words[first:last] for char in each) >= _LEAST_DIGITS:
            return first, last
    return len(words), len(words)
