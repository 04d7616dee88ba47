"""Is the number in front of free text an incident? It is, or it is asked about; it is never text. Pure.

`log 2 mannen` goes to 2 where there is a 2, whatever is selected. `noodsluit 77 ...` without a 77 is refused,
for a slip in a number must not become a deed on another melding. `--` or a quote in front makes it text; `#`
makes it a number for sure. Called by `leads` for every verb that takes an incident and then words.
"""

import re
from collections.abc import Sequence

from console.grammar import find
from console.grammar.words import Word
from protocol.model.board import Board

_NUMBER_LIKE = re.compile(r"[(#]?\d+[).,:;!?]*")
"""A number as people write one in a sentence, `77,` and `77:` too; any digits that Unicode knows."""

_CALLED_SO = frozenset({"melding", "incident", "nr", "nr.", "nummer", "number", "no", "no."})
"""Words that say that the next one is the number of an incident."""

QUOTES = "\"'“”„‘’«»"


def is_number_like(text: str) -> bool:
    """True for digits, with or without the signs around them."""
    return _NUMBER_LIKE.fullmatch(text) is not None


def is_incident(words: Sequence[Word], board: Board, *, sure: bool) -> bool:
    """Whether the first word names an incident; False for a word that no number begins.

    `sure` is True where nothing is selected: a number is then taken for an incident as it stands. Raises
    NotUnderstood for one that is none, or is no longer on the board, while another is selected; and for
    `melding 77`, which says less clearly than `77` which one is meant.
    """
    word = words[0]
    if word.text.casefold() in _CALLED_SO and len(words) > 1 and is_number_like(words[1].text):
        raise find.wrong("problem-incident-or-text", words[1], shown=_digits(words[1].text))
    if not is_number_like(word.text):
        return False
    value = find.number(word.text)
    if value is None:
        raise find.wrong("problem-incident-or-text", word, shown=_digits(word.text))
    if sure or value in board.incidents or board.seq == 0:
        return True
    if value > board.last_incident:
        raise find.wrong(
            "problem-no-incident-no-text", word, shown=str(value), candidates=_near(value, board)
        )
    raise find.wrong("problem-incident-left", word, shown=str(value))


def unquoted(word: Word) -> Word:
    """Without the quotes that stand around all of it only because a number comes first; else as it stands."""
    inside = word.text[1:-1]
    around = len(word.text) > 2 and word.text[0] in QUOTES and word.text[-1] in QUOTES
    if (
        not around
        or any(sign in inside for sign in '"“”„«»')
        or not is_number_like((inside.split() or [""])[0])
    ):
        return word
    return Word(text=inside.strip(), start=word.start + 1, end=word.end - 1)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _near(value: int, board: Board) -> list[str]:
    return find.like(str(value), map(str, board.incidents))
