"""Code words in a sentence: `nieuw 1 -inbraak @ Markt 5` classifies as one types (A2). Pure.

In a short name the class comes first and what was said behind it: `Inbraak · achterdeur`. A line of the log
stays as it was typed. What looks like a code word and is none is asked about; quotes make it text.
"""

import re
from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, ArgKind
from console.grammar import find
from console.grammar.classifications import Classification, Classifications
from console.grammar.words import Word
from protocol.model.text import MAX_NAME_CHARS, Name

_LOOKS_LIKE = re.compile(r"-[^\W\d_]{2}")
_STOPS = ".,;:!?)"


def code_of(word: str, classes: Classifications) -> Classification | None:
    """The class of `-inbraak`; None for any other word, and while the list is not known."""
    if len(word) < 2 or word[0] != "-" or word[1] == "-":
        return None
    return classes.named(word[1:].rstrip(_STOPS))


def with_codes(
    action: Action, values: Mapping[str, Any], classes: Classifications, line: str = ""
) -> dict[str, Any]:
    """The values, with the last class that their words name as `class`; `line` is what was typed.

    Raises NotUnderstood for a code word that is not in the list, once the list is known.
    """
    found = dict(values)
    for arg in action.args:
        if arg.name not in action.coded or arg.name not in values:
            continue
        words = str(values[arg.name]).split()
        coded = [each for word in words if (each := _class_of(word, classes, line)) is not None]
        if not coded:
            continue
        found["class"] = coded[-1]
        if arg.kind is ArgKind.WHAT:
            plain = " ".join(word for word in words if code_of(word, classes) is None)
            found[arg.name] = Name(_what(plain, coded[-1].last))
    return found


def _what(plain: str, last: str) -> str:
    """What is the matter, by the class and by what was said of it."""
    both = f"{last} · {plain}"
    if not plain:
        return last[:MAX_NAME_CHARS]
    return plain if last.casefold() in plain.casefold() or len(both) > MAX_NAME_CHARS else both


def _class_of(word: str, classes: Classifications, line: str) -> Classification | None:
    found = code_of(word, classes)
    if found is not None or not classes.classes or _LOOKS_LIKE.match(word) is None:
        return found
    code = word[1:].rstrip(_STOPS)
    near = classes.like(code)[: find.SHOWN] or find.like(code, [each.code for each in classes.classes])
    at = max(0, line.find(word))
    raise find.wrong("problem-code-or-text", Word(text=word, start=at, end=at + len(word)), candidates=near)
