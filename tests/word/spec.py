"""What somebody says of a new word: its names, and where it belongs. Pure, checked at birth."""

import re
from pathlib import Path
from typing import Any

from attrs import field, frozen

ACTIONS_BY_NOUN = {"timeline": "lines"}
"""Where the verbs of a noun stand, when that file has another name."""


def _named(pattern: str, what: str) -> Any:
    def check(_instance: object, _attribute: object, value: str) -> None:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"{value!r} is no {what}")

    return check


@frozen(kw_only=True)
class Spec:
    """One field of an incident, the wish that says it, and the fact that it was said."""

    noun: str = field(validator=_named(r"[a-z_]+", "file of words, as `incidents`"))
    command: str = field(validator=_named(r"([A-Z][a-z]+)+", "wish in the imperative, as `NoteAccess`"))
    fact: str = field(validator=_named(r"([A-Z][a-z]+)+", "fact in the past tense, as `AccessNoted`"))
    part: str = field(validator=_named(r"[a-z][a-z_]*", "field, as `access`"))
    verb: str = field(validator=_named(r"[a-z][a-z-]*", "Dutch verb, as `toegang`"))
    english: str = field(validator=_named(r"[a-z][a-z-]*", "English verb, as `access`"))

    @property
    def id(self) -> str:
        """Of the action, in the texts."""
        return self.part.replace("_", "-")

    @property
    def actions(self) -> str:
        """The file of its verb."""
        return ACTIONS_BY_NOUN.get(self.noun, self.noun)

    def files(self) -> tuple[str, ...]:
        """The files that hold words like it; all are there before it is written."""
        return (
            f"protocol/commands/{self.noun}.py",
            f"protocol/facts/{self.noun}.py",
            f"protocol/fold/{self.noun}.py",
            f"server/decide/{self.noun}.py",
            f"console/actions/{self.actions}.py",
        )

    def missing(self, root: Path) -> list[str]:
        """Which of those are not: the noun is a new one, or is written otherwise."""
        return [each for each in self.files() if not (root / each).exists()]


def key(name: str) -> str:
    """The name of a class as the texts write it: `NoteAccess` is `note-access`."""
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")
