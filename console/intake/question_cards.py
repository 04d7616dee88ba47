"""The question cards of the site, by classification: read from the server's document `cards`. Pure.

Until it has come, or where the site has none, there is no card.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from console.intake.form import Question
from console.part.site_cards import Cards

MOST = 12
"""Questions of one card that are shown."""


def cards_in(document: bytes) -> Cards:
    """The cards of a document of JSON lines; a line that is none is left out."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for line in document.decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            row = json.loads(line)
            if isinstance(row, dict) and isinstance(row.get("questions"), list):
                found[str(row.get("code", ""))] = tuple(filter(_is_question, row["questions"][:MOST]))
    return found


def questions_for(cards: Cards, code: str, language: str) -> tuple[Question, ...]:
    """The questions of the card of this code, in the words of the language; none for no code."""
    return tuple(
        Question(question=row["question"], key=row.get("key", ""), text=row.get(language) or row["question"])
        for row in cards.get(code, ())
    )


def _is_question(row: Any) -> bool:
    return isinstance(row, dict) and bool(row.get("question")) and " " not in str(row["question"])
