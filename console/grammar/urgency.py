"""A priority as people say it, and what only looks like one: `1`, `p1`, `prio 1`, `1:`, `prio een`. Pure.

What looks like a priority and is not understood is asked about and never becomes a word of the what: a
melding of priority 1 that stands on the board as a 2 is found too late. Quotes make it text.
"""

import re
from collections.abc import Sequence

from console.grammar import find
from console.grammar.words import Word
from protocol.model.priority import Priority

_SAID = r"(?:prio|prioriteit|priority)"
_ALONE = re.compile(rf"(?:{_SAID}|p)[.:]?")
_GLUED = re.compile(rf"(?:{_SAID}|p)[.:\-]?([0-9]+)[.,:;)!]*")
_SIGNED = re.compile(r"\(?([0-9])[.,:;)!]+")
_DIGIT = re.compile(r"\(?([0-9]+)[.,:;)!]*")
_BARE = re.compile(r"[0-9]")
_SIGN = re.compile(r"[.,:;!\-\u2013\u2014]")
_WORDS = {
    **dict.fromkeys(("een", "\u00e9\u00e9n", "one"), 1),
    **dict.fromkeys(("twee", "two"), 2),
    **dict.fromkeys(("drie", "three"), 3),
    **dict.fromkeys(("vier", "four"), 4),
    **dict.fromkeys(("vijf", "five"), 5),
}
_HOW_URGENT = frozenset({"spoed", "urgent", "dringend"})
"""Said in front these say how urgent it is, and not what it is."""


def read_priority(words: Sequence[Word]) -> tuple[Priority, int] | None:
    """The priority that these words begin with, and how many words it took; None where they begin otherwise.

    Raises NotUnderstood for what looks like one and is none.
    """
    found = _priority(words)
    if found is None:
        return None
    priority, count = found
    signs = count < len(words) and _SIGN.fullmatch(words[count].text) is not None
    return priority, count + signs


def without_priority(words: Sequence[Word], line: str, *, open: bool) -> tuple[Priority | None, list[Word]]:
    """The words of a what without the priority that stands behind them, and the priority.

    `open` is True while none is given yet. Raises NotUnderstood for any other that stands among them.
    """
    kept = list(words)
    for at, word in enumerate(words):
        if not _looks_like(words[at:]) or _in_quotes(word, line, words[0].start):
            continue
        found = _priority(words[at:])
        if found is not None and open and at and at + found[1] == len(words):
            return found[0], kept[:at]
        raise find.wrong("problem-priority-or-text", word)
    return None, kept


def _priority(words: Sequence[Word]) -> tuple[Priority, int] | None:
    word = words[0]
    text = word.text.casefold()
    plain = find.priority(text)
    if plain is not None:
        return plain, 1
    match = _GLUED.fullmatch(text) or _SIGNED.fullmatch(text)
    if match is not None:
        return _numbered(word, int(match[1])), 1
    if _BARE.fullmatch(text) or text.rstrip(":,!.") in _HOW_URGENT:
        raise find.wrong("problem-priority-or-text", word)
    if _ALONE.fullmatch(text) is None:
        return None
    following = words[1].text.casefold() if len(words) > 1 else ""
    digit = _DIGIT.fullmatch(following)
    number = int(digit[1]) if digit is not None else _WORDS.get(following.rstrip(".,:;!"))
    if number is None:
        if text.rstrip(".:") == "p":
            return None
        raise find.wrong("problem-priority-or-text", word)
    return _numbered(words[1], number), 2


def _numbered(word: Word, number: int) -> Priority:
    try:
        return Priority(number)
    except ValueError:
        raise find.wrong("problem-not-a-priority", word) from None


def _looks_like(words: Sequence[Word]) -> bool:
    """Among other words a bare digit is one of them, and so is a p."""
    text = words[0].text.casefold()
    said = _ALONE.fullmatch(text) is not None and text.rstrip(".:") != "p"
    return said or _GLUED.fullmatch(text) is not None


def _in_quotes(word: Word, line: str, start: int) -> bool:
    return line[start : word.start].count('"') % 2 == 1
