"""The site's list of classes (A2), as the console looks them up: by code, name or code word. Pure.

Parsed from the document `classifications` of the server. Until it has come the list is empty: code words are
then plain text, and a code that somebody types is sent as it stands.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from attrs import field, frozen

from protocol.model.priority import Priority
from protocol.model.text import Name

MAX_CODE_CHARS = 16


@frozen(kw_only=True)
class Classification:
    """One class."""

    code: Name
    """At most 16 characters; "" for no class."""

    name: str
    """Its name on the screen, the levels joined."""

    last: str = ""
    """The last of its levels: what is the matter, when nobody says more."""

    priority: Priority | None = None
    """Its default; None for none."""

    words: tuple[str, ...] = ()
    """Further code words."""


def _folded(word: str) -> str:
    return "".join(char for char in word.casefold() if char.isalnum())


@frozen(kw_only=True)
class Classifications:
    """All of them."""

    classes: tuple[Classification, ...] = ()
    _by_word: Mapping[str, Classification] = field(init=False, repr=False, eq=False)

    @_by_word.default
    def _index(self) -> Mapping[str, Classification]:
        found: dict[str, Classification] = {}
        for each in self.classes:
            found.setdefault(_folded(each.code), each)
        for each in self.classes:
            for word in each.words:
                found.setdefault(_folded(word), each)
        for each in self.classes:
            for word in (each.name, each.last):
                found.setdefault(_folded(word), each)
        found.pop("", None)
        return found

    def named(self, word: str) -> Classification | None:
        """The class of this code, code word or name, in any case; None when there is none."""
        return self._by_word.get(_folded(word))

    def of(self, code: str) -> Classification | None:
        """The class of exactly this code."""
        return next((each for each in self.classes if each.code == code), None)

    def like(self, word: str) -> list[str]:
        """The codes whose code or name holds the word, shortest first."""
        wanted = _folded(word)
        found = [each.code for each in self.classes if wanted and wanted in _folded(each.code + each.name)]
        return sorted(found, key=len)


NONE_KNOWN = Classifications()
NO_CLASS = Classification(code=Name(""), name="")
"""What takes a classification back."""


def classifications_in(document: bytes) -> Classifications:
    """The list in the document, one JSON object a line; a line that is no class is left out."""
    found: list[Classification] = []
    for line in document.decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            row = _class(json.loads(line))
            if row is not None:
                found.append(row)
    return Classifications(classes=tuple(found))


def _class(row: Any) -> Classification | None:
    if not isinstance(row, dict):
        return None
    code = row.get("code")
    if not isinstance(code, str) or not code.strip() or len(code) > MAX_CODE_CHARS:
        return None
    levels, words, number = row.get("levels"), row.get("words"), row.get("priority")
    parts = [str(part) for part in levels if part] if isinstance(levels, list) else []
    return Classification(
        code=Name(code),
        name=" / ".join(parts) or code,
        last=parts[-1] if parts else code,
        priority=Priority(number) if type(number) is int and 1 <= number <= 5 else None,
        words=tuple(str(word) for word in words) if isinstance(words, list) else (),
    )
