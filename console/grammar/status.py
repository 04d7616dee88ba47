"""A status, by the number that officers press or by its word. Pure."""

from collections.abc import Sequence

from console.grammar import find
from console.grammar.vocabulary import STATUS_WORDS, meant
from console.grammar.words import Word, joined
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus


def read_status(
    line: str, words: Sequence[Word], numbers: Sequence[tuple[int, UnitStatus]], board: Board
) -> UnitStatus:
    """The status in these words. Raises NotUnderstood."""
    if not words:
        raise find.missing("problem-missing-status", line)
    word = joined(line, words)
    if word.text.isascii() and word.text.isdigit():
        return _numbered(word, numbers)
    found = meant(word.text, STATUS_WORDS)
    if len(found) == 1:
        return found[0]
    spelled = [each for status in STATUS_WORDS for each in STATUS_WORDS[status]]
    if found:
        raise find.wrong(
            "problem-ambiguous-status",
            word,
            candidates=[STATUS_WORDS[status][0] for status in found],
            english=[STATUS_WORDS[status][1] for status in found],
            alternatives=True,
        )
    if any(char.isdigit() for char in words[0].text) and len(words) > 1:
        # Looks like a call sign before a status.
        find.unit(words[0], board)
    raise find.wrong("problem-unknown-status", word, candidates=find.like(word.text, spelled))


def _numbered(word: Word, numbers: Sequence[tuple[int, UnitStatus]]) -> UnitStatus:
    for number, status in numbers:
        if str(number) == word.text.lstrip("0") or str(number) == word.text:
            return status
    raise find.wrong(
        "problem-unknown-status-number",
        word,
        candidates=[f"{number} {STATUS_WORDS[status][0]}" for number, status in numbers],
        english=[f"{number} {STATUS_WORDS[status][1]}" for number, status in numbers],
        alternatives=True,
    )
