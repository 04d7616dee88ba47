"""Which unit, incident or other thing a word means, and what was perhaps meant instead. Pure."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from console.actions.catalog import Catalog
from console.actions.problem import NotUnderstood, Problem
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.number import MAX_NUMBER
from protocol.model.priority import Priority
from protocol.model.unit import Unit

_NUMBER = re.compile(r"#?([0-9]{1,10})", re.ASCII)
_PRIORITY = re.compile(r"[pP]?([1-5])", re.ASCII)
_SIGN_LIKE = re.compile(r"[0-9]{1,3}[.\-/][0-9]{1,3}", re.ASCII)
_MINUTES = re.compile(r"([0-9]{1,4})(?:m|min|'|′)?", re.ASCII)
MOST_MINUTES = 60
"""Further than this nobody looks for who can come."""

SHOWN = 3
"""Candidates named in a sentence."""


def units_meant(text: str, board: Board) -> tuple[Unit, ...]:
    """Units with this call sign; when there is none, with the same letters and digits (`1203` for 12.03)."""
    exact = board.unit_called(text)
    if exact is not None:
        return (exact,)
    wanted = _squashed(text)
    return tuple(unit for unit in board.units.values() if wanted and _squashed(unit.call_sign) == wanted)


def looks_like_unit(text: str, board: Board) -> bool:
    """True for what is written as call signs are, `12.99`, whether somebody is called so or not."""
    shapes = {_shape(unit.call_sign) for unit in board.units.values()}
    written = _shape(text)
    return "9" in written and (_SIGN_LIKE.fullmatch(text) is not None or written in shapes - {"9"})


def _shape(text: str) -> str:
    """Every run of digits as 9 and of letters as a."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text))


def unit(word: Word, board: Board) -> Unit:
    """The one unit that the word means. Raises NotUnderstood."""
    found = units_meant(word.text, board)
    if len(found) == 1:
        return found[0]
    if found:
        raise wrong(
            "problem-ambiguous-unit", word, candidates=[each.call_sign for each in found], alternatives=True
        )
    raise wrong(
        "problem-unknown-unit",
        word,
        candidates=like(word.text, (each.call_sign for each in board.units.values())),
    )


def number(text: str) -> int | None:
    """The number in `417` or `#417`; None for anything else."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = int(match[1])
    return value if 1 <= value <= MAX_NUMBER else None


def incident(word: Word, board: Board) -> int:
    """The number of an incident that is or was. Raises NotUnderstood.

    One that has left the board is accepted, and so is any number before the board has come: the server knows.
    """
    value = number(word.text)
    if value is None:
        raise wrong("problem-not-an-incident", word)
    if value in board.incidents or value <= board.last_incident or board.seq == 0:
        return value
    return _unknown(word, board)


def _unknown(word: Word, board: Board) -> int:
    bare = word.text.lstrip("#")
    known = (str(each) for each in board.incidents)
    raise wrong("problem-unknown-incident", word, candidates=like(bare, known), shown=bare)


def priority(text: str) -> Priority | None:
    """The priority in `1` or `p1`; None for anything else."""
    match = _PRIORITY.fullmatch(text)
    return None if match is None else Priority(int(match[1]))


def minutes(word: Word) -> int | None:
    """The whole minutes in `8` or `8min`; None for anything else. Raises NotUnderstood beyond the limit."""
    match = _MINUTES.fullmatch(word.text)
    if match is None:
        return None
    if not 1 <= int(match[1]) <= MOST_MINUTES:
        raise wrong("problem-minutes-range", word, most=MOST_MINUTES)
    return int(match[1])


def like_verbs(text: str, catalog: Catalog) -> list[str]:
    """Up to three verbs that look most like the text, one an action."""
    verbs: dict[str, str] = {}
    for found in like(text, catalog.by_verb, most=2 * SHOWN):
        action = catalog.by_verb[found]
        verbs.setdefault(action.id, found if found == action.english else action.verb)
    return list(verbs.values())[:SHOWN]


def like(text: str, known: Iterable[str], most: int = SHOWN) -> list[str]:
    """The known words that look most like the text, at most so many, likeliest first."""
    by_folded = {each.casefold(): each for each in known}
    wanted = text.casefold()[:40]
    found = get_close_matches(wanted, by_folded, n=2 * most, cutoff=0.65)
    # Two keys swapped is the likeliest slip of all.
    found.sort(key=lambda each: sorted(each) != sorted(wanted))
    return [by_folded[each] for each in found[:most]]


def wrong(
    key: str,
    word: Word,
    *,
    candidates: Iterable[str] = (),
    english: Iterable[str] = (),
    alternatives: bool = False,
    shown: str | None = None,
    **args: str | int,
) -> NotUnderstood:
    """A problem with this word, ready to raise."""
    return NotUnderstood(
        Problem(
            key=key,
            args={"word": word.text[:40] if shown is None else shown, **args},
            start=word.start,
            end=word.end,
            candidates=tuple(candidates),
            english=tuple(english),
            alternatives=alternatives,
        )
    )


def missing(
    key: str, line: str, *, candidates: Iterable[str] = (), english: Iterable[str] = ()
) -> NotUnderstood:
    """Something is missing at the end of the line, ready to raise."""
    end = len(line)
    return NotUnderstood(
        Problem(
            key=key,
            start=end,
            end=end,
            candidates=tuple(candidates),
            english=tuple(english),
            alternatives=True,
        )
    )


def short(word: Word, most: int) -> str:
    """The text of the word. Raises NotUnderstood when it is longer than that many characters."""
    if len(word.text) > most:
        cut = Word(text=word.text[most:], start=word.start + most, end=word.end)
        raise wrong("problem-too-long", cut, length=len(word.text), most=most)
    return word.text


def _squashed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
