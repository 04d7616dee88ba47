"""Code words in a sentence: `nieuw 1 -inbraak @ Markt 5` classifies as one types (A2). Pure.

A short name loses its code words, because the class says them; a line of the log stays as it was typed.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, ArgKind
from console.grammar.classifications import Classification, Classifications
from protocol.model.text import Name

_STOPS = ".,;:!?)"


def code_of(word: str, classes: Classifications) -> Classification | None:
    """The class of `-inbraak`; None for any other word, and while the list is not known."""
    if len(word) < 2 or word[0] != "-" or word[1] == "-":
        return None
    return classes.named(word[1:].rstrip(_STOPS))


def with_codes(action: Action, values: Mapping[str, Any], classes: Classifications) -> dict[str, Any]:
    """The values, with the last class that their words name as `class`."""
    found = dict(values)
    for arg in action.args:
        if arg.name not in action.coded or arg.name not in values:
            continue
        words = str(values[arg.name]).split()
        coded = [each for word in words if (each := code_of(word, classes)) is not None]
        if not coded:
            continue
        found["class"] = coded[-1]
        if arg.kind is ArgKind.WHAT:
            plain = " ".join(word for word in words if code_of(word, classes) is None)
            found[arg.name] = Name(plain or coded[-1].last[:100])
    return found
