"""How well typed words fit a name: 0 to 1. Pure; names and words come `folded`.

Forgives typing errors, words in any order, words written together or apart, and a last word that is still
being typed. Used by `places` to rank the few names that `names` brought up.
"""

from rapidfuzz.distance import OSA

from server.geo.spelling import stands_for

LEAST = 0.6
"""Below this a name is not what was meant."""

_BEGINNING, _BEGINNING_OF_A_DONE_WORD, _INSIDE, _MISTYPED = 0.97, 0.9, 0.8, 0.9
_WITHIN = 0.95
_SHORTENED = 0.97
_TOGETHER = 0.96
_UNSAID = 0.15
"""What a name loses whose other words were not said; short of one mistake in a word."""

_UNKNOWN = 0.1
"""What a name loses for each word that was said and is not in it, beside the word itself."""


def likeness(
    words: tuple[str, ...],
    name: str,
    within: str = "",
    *,
    typing: bool = True,
    shortened: frozenset[str] = frozenset(),
) -> float:
    """How well the words fit a name that lies in `within`; 1.0 for the very name, 0.0 below LEAST.

    `typing` is False when the last word is done, as before a house number. `shortened` are the words of the
    name that stand for longer ones, `burg` for `burgemeester`.
    """
    free = name.split()
    said = sum(map(len, words))
    worth = 0.0
    unplaced = within.split()
    for nth, word in enumerate(words):
        last = typing and nth == len(words) - 1
        best, place = max(
            (
                (_SHORTENED if each in shortened and stands_for(each, word) else _word(word, each, last), at)
                for at, each in enumerate(free)
            ),
            default=(0.0, -1),
        )
        if best < LEAST and unplaced:
            there = max(_word(word, each, last) for each in unplaced)
            if there >= LEAST:
                worth += len(word) * there * _WITHIN
                continue
        if best >= LEAST:
            worth += len(word) * best
            del free[place]
        else:
            worth -= _UNKNOWN * said
    fits = worth / said if said else 0.0
    fits -= _UNSAID * sum(map(len, free)) / max(1, len(name))
    together = _together("".join(words), name.replace(" ", ""), typing)
    fits = max(fits, together)
    return fits if fits >= LEAST else 0.0


def _word(asked: str, word: str, last: bool) -> float:
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return _BEGINNING if last else _BEGINNING_OF_A_DONE_WORD
    size = len(asked)
    # A number that is a little different is another number.
    if size < 3 or asked.isdecimal() or word.isdecimal():
        return 0.0
    if asked in word:
        return _INSIDE
    fits = OSA.normalized_similarity(asked, word, score_cutoff=LEAST) * _MISTYPED
    if last and size > 3 and len(word) > size:
        begun = max(
            OSA.normalized_similarity(asked, word[:most], score_cutoff=LEAST) for most in (size, size + 1)
        )
        fits = max(fits, begun * _MISTYPED * _BEGINNING)
    return fits


def _together(asked: str, name: str, typing: bool) -> float:
    """The same without spaces: `oudedelft`, `markt straat`."""
    if asked == name:
        return 0.99
    if len(asked) < 5:
        return 0.0
    if typing and name.startswith(asked):
        return _TOGETHER
    begun = name[: len(asked) + 1] if typing else name
    return OSA.normalized_similarity(asked, begun, score_cutoff=LEAST) * _MISTYPED * _TOGETHER
