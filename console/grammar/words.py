"""A line in words, each with its place. Pure."""

import re
from collections.abc import Sequence

from attrs import frozen

_WORD = re.compile(r"\S+")


@frozen(kw_only=True)
class Word:
    """A run of characters without white space."""

    text: str
    start: int
    """Its first column in the line, from 0."""

    end: int
    """The column behind it."""


def split(line: str) -> list[Word]:
    """The words of the line, in order."""
    return [Word(text=match[0], start=match.start(), end=match.end()) for match in _WORD.finditer(line)]


def joined(line: str, words: Sequence[Word]) -> Word:
    """Neighbouring words as one, with what stands between them. Raises ValueError for none."""
    if not words:
        raise ValueError("no words to join")
    start, end = words[0].start, words[-1].end
    return Word(text=line[start:end], start=start, end=end)
